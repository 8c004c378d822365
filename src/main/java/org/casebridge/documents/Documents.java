package org.casebridge.documents;

import java.time.Clock;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.ConsentId;
import org.casebridge.consent.Consents;
import org.casebridge.consent.SignedPapers;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting a paper into a client's record, handing it out, and taking out what does not belong there. */
@Service
@Transactional
public class Documents implements SignedPapers {

    /** A record of more than this is no longer papers. */
    static final long LARGEST_RECORD = 500L * 1024 * 1024;

    private final DocumentStore store;
    private final Consents consents;
    private final ClientHeads heads;
    private final Story story;
    private final Clock clock;

    Documents(DocumentStore store, Consents consents, ClientHeads heads, Story story, Clock clock) {
        this.store = store;
        this.consents = consents;
        this.heads = heads;
        this.story = story;
        this.clock = clock;
    }

    /** Newest first; those that were taken out too. */
    @Transactional(readOnly = true)
    public List<Document> of(ClientId client) {
        return store.of(client);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> of(ClientId client, ConsentId consent) {
        return store.signed(client, consent).stream().map(it -> new Paper(it.title(), it.path(), it.addedAt())).toList();
    }

    @Transactional(readOnly = true)
    public Document get(ClientId client, DocumentId id) {
        return store.get(client, id);
    }

    /** The file as it is kept. Refuses one that was taken out. */
    @Transactional(readOnly = true)
    public byte[] file(ClientId client, DocumentId id) {
        store.get(client, id).refuseIfStruck();
        return store.content(client, id);
    }

    public DocumentId add(ClientId client, String title, Document.About about, String name, byte[] file) {
        return add(client, title, about, null, name, file);
    }

    /** Keeps a file under a title, its own name when there is none, perhaps as the paper of a consent. Refuses what {@link Inspected} refuses, what is in the record already, and another's consent. */
    public DocumentId add(ClientId client, String title, Document.About about, @Nullable ConsentId consent, String name, byte[] file) {
        heads.of(client);
        if (consent != null && consents.of(client).stream().noneMatch(it -> it.id().equals(consent))) {
            throw Refused.invalid("Choose from the consents offered.").at("consent");
        }
        var inspected = Inspected.of(name, file);
        var called = title.isBlank() ? Titles.of(name) : title.strip();
        if (called.isBlank()) {
            throw Refused.invalid("Give it a title by which others will find it.").at("title");
        }
        if (store.size(client) + inspected.bytes().length > LARGEST_RECORD) {
            throw Inspected.refused("This record holds {most} MB of documents already, and takes no more.", LARGEST_RECORD / 1024 / 1024);
        }
        var hash = Titles.sha256(inspected.bytes());
        store.same(client, hash).ifPresent(it -> {
            throw Inspected.refused("This very file is in the record already: {title}", it);
        });
        var id = DocumentId.next();
        store.add(id, client, called, about, consent, inspected, hash, clock.instant());
        story.tell(client, clock.instant(), StoryKind.DOCUMENT, Sentence.of("Document added: {title}", called),
                Sentence.of("{about} · by {name}", about, Actor.current().name()), "/clients/" + client.text() + "/documents/" + id.text());
        return id;
    }

    /** Takes a document out that does not belong there. Its line stays with the reason; its file is not handed out any more. */
    public void strike(ClientId client, DocumentId id, String reason) {
        var document = store.get(client, id);
        document.refuseIfStruck();
        store.strike(client, id, reason, clock.instant());
        story.tell(client, clock.instant(), StoryKind.DOCUMENT, Sentence.of("Document taken out: {title}", document.title()),
                Sentence.of("{words} · by {name}", reason, Actor.current().name()), document.path());
    }
}
