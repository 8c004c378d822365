package org.casebridge.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a contact's note: rewritten while a draft, signed, added to. */
@Service
@Transactional
public class Notes {

    private static final int BRIEF = 160;

    private final NoteStore store;
    private final ContactStore contacts;
    private final Story story;
    private final Clock clock;

    Notes(NoteStore store, ContactStore contacts, Story story, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.story = story;
        this.clock = clock;
    }

    /** The author's unsigned notes written before then, the oldest first. */
    public Supplier<List<DraftLine>> draftsOf(Together.Questions questions, AccountId author, Instant before) {
        return store.drafts(questions, author, before);
    }

    /** New words for a draft, which is signed with them when that is wanted. */
    public void rewrite(ClientId client, ContactId contact, Note.Written written, boolean sign) {
        var words = written.words();
        if (words.isBlank()) {
            throw Refused.invalid("Write a few words.").at(written.template() == null ? "words" : "parts[0]");
        }
        if (sign && written.template() != null) {
            written.template().needsWhole(written.parts(), contacts.get(client, contact).minutes());
        }
        var note = store.of(client, contact).rewrite(written, me());
        store.replace(sign ? note.sign(me(), clock.instant()) : note);
        if (sign && note.apart() == null) {
            story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Note signed: {words}", brief(words)),
                    Sentence.of("by {name}", Actor.current().name()), Contacts.path(contacts.get(client, contact)));
        }
    }

    public void takeBack(ClientId client, ContactId contact) {
        var note = store.of(client, contact);
        store.replace(note.takeBack(me(), clock.instant(), store.addedTo(note)));
        if (note.apart() != null) {
            return;
        }
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Signature of a note taken back"),
                Sentence.of("by {name}", Actor.current().name()), Contacts.path(contacts.get(client, contact)));
    }

    /** Anybody who may write about the client can add to a signed note. */
    public void append(ClientId client, ContactId contact, String words) {
        var note = store.of(client, contact);
        note.needsSigned();
        store.append(note, words, me(), clock.instant());
        if (note.apart() != null) {
            return;
        }
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Added to a note: {words}", brief(words)),
                Sentence.of("by {name}", Actor.current().name()), Contacts.path(contacts.get(client, contact)));
    }

    static String brief(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= BRIEF ? line : line.substring(0, line.offsetByCodePoints(0, BRIEF)).strip() + "…";
    }

    private static AccountId me() {
        return Actor.current().account();
    }
}
