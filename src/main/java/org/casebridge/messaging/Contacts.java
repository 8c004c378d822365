package org.casebridge.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.DataClass;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recording contacts, each with its note, and telling the client's story of them. */
@Service
@Transactional
public class Contacts {

    public static final int PAGE = 20;

    private final ContactStore store;
    private final NoteStore notes;
    private final SafeContacts safe;
    private final Story story;
    private final Clock clock;

    Contacts(ContactStore store, NoteStore notes, SafeContacts safe, Story story, Clock clock) {
        this.safe = safe;
        this.store = store;
        this.notes = notes;
        this.story = story;
        this.clock = clock;
    }

    /** At most {@link #PAGE}, the newest first, older than the last one shown when that is given. */
    @Transactional(readOnly = true)
    public List<ContactLine> of(ClientId client, @Nullable Instant before, @Nullable UUID beforeId) {
        return store.of(client, before, beforeId, PAGE);
    }

    @Transactional(readOnly = true)
    public ContactLine line(ClientId client, ContactId id) {
        return store.line(client, id);
    }

    @Transactional(readOnly = true)
    public Optional<Contact> lastReached(ClientId client) {
        return store.lastReached(client);
    }

    /** What one calls the client: the name they go by, else the first word of their name. */
    @Transactional(readOnly = true)
    public String callName(ClientId client) {
        return store.callName(client);
    }

    /**
     * Records a contact with its note (null or blank for none), signed at once or kept as a draft. {@code goals}: the words of the goals it served.
     * Refuses what is beyond today, which is an appointment, and what is more than fifty years ago.
     */
    public Contact record(ClientId client, Contact.Said said, @Nullable String words, boolean sign, List<String> goals) {
        return record(client, said, Note.Written.free(words), null, sign, goals);
    }

    /**
     * The same with a note by a template, which is signed whole or not at all, or with one that is kept apart as one of counseling or therapy: the story tells nothing of that. Refuses what is not safe for the
     * client without a reason ({@link SafeContacts}).
     */
    public Contact record(ClientId client, Contact.Said said, Note.Written written, @Nullable DataClass apart, boolean sign, List<String> goals) {
        var words = written.words();
        var actor = Actor.current();
        var today = LocalDate.now(clock.withZone(actor.zone()));
        var day = said.at().atZone(actor.zone()).toLocalDate();
        if (day.isAfter(today)) {
            throw Refused.invalid("{day} is still to come. What is planned is an appointment.", day).at("on");
        }
        if (day.isBefore(today.minusYears(50))) {
            throw Refused.invalid("{day} is more than fifty years ago. Look at the year again.", day).at("on");
        }
        safe.enforce(client, said);
        if (sign && written.template() != null) {
            written.template().needsWhole(written.parts(), said.minutes());
        }
        var contact = Contact.record(client, said, actor.account(), clock.instant());
        var name = store.callName(client);
        store.add(contact, said.around());
        var brief = "";
        if (!words.isBlank()) {
            // Of a note that is kept apart the log proves the words and keeps none of them: so they stand in one place.
            var note = Note.write(contact, apart == null ? written : Note.Written.free(words), apart, actor.account(), clock.instant());
            notes.add(sign ? note.sign(actor.account(), clock.instant()) : note);
            brief = sign && apart == null ? Notes.brief(words) : "";
        }
        var happened = contact.happened(name);
        story.tell(client, said.at(), StoryKind.CONTACT, brief.isEmpty() ? happened : Sentence.of("{happened} {words}", happened, brief),
                circumstances(contact, said.around(), actor.name(), goals), path(contact));
        return contact;
    }

    /** Strikes out a contact entered in error; it and its note stay to be read, and count for nothing. */
    public void strike(ClientId client, ContactId id, String reason) {
        var struck = store.get(client, id).strike(reason, Actor.current().account(), clock.instant());
        store.strike(struck);
        story.strike(client, path(struck));
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Contact of {day} struck out: it was entered in error", struck.at().atZone(Actor.current().zone()).toLocalDate()),
                Sentence.of("{reason} · by {name}", reason, Actor.current().name()), path(struck));
    }

    private static Sentence circumstances(Contact contact, Contact.Around around, String by, List<String> goals) {
        var line = Sentence.of("by {name}", by);
        if (contact.minutes() != null) {
            line = Sentence.of("{minutes} min · {rest}", contact.minutes(), line);
        }
        if (around.despite() != null) {
            line = Sentence.of("{line} · not by the safe-contact rules: {reason}", line, around.despite());
        }
        for (var goal : goals) {
            line = Sentence.of("{line} · linked to goal “{goal}”", line, goal);
        }
        return line;
    }

    static String path(Contact contact) {
        return "/clients/" + contact.clientId().text() + "/contacts/" + contact.id().text();
    }
}
