package org.casebridge.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.DataClass;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * The narrative of a contact: a draft until its author signs it. For a day the author may take the signature back, as long as nothing was added;
 * then it is locked. From signing on its words stay, and what is learnt later is an addendum.
 */
public record Note(NoteId id, ClientId clientId, ContactId contactId, String words, AccountId writtenBy, Instant writtenAt, @Nullable Instant signedAt, int version,
                   @Nullable DataClass apart, @Nullable NoteTemplate template, List<String> parts) {

    /** How long a signature can be taken back. Our own rule, so that a slip of the moment need not stand for ever. */
    public static final Duration SECOND_THOUGHTS = Duration.ofHours(24);

    public enum State implements Worded {
        DRAFT("Draft"), SIGNED("Signed"), LOCKED("Locked");

        private final String words;

        State(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public Note {
        parts = List.copyOf(parts);
    }

    /** What a person writes: free words, or what stands under each heading of a template. */
    public record Written(String words, @Nullable NoteTemplate template, List<String> parts) {

        public static Written free(@Nullable String words) {
            return new Written(words == null ? "" : words, null, List.of());
        }

        public static Written by(NoteTemplate template, List<String> parts) {
            var all = java.util.stream.IntStream.range(0, template.headings().size()).mapToObj(it -> it < parts.size() && parts.get(it) != null ? parts.get(it).strip() : "").toList();
            return new Written(template.whole(all), template, all);
        }

        public boolean isBlank() {
            return words.isBlank();
        }
    }

    /** {@code apart}: kept apart from the record as counseling or therapy notes, so that only its author reads it; else null. */
    public static Note write(Contact contact, Written written, @Nullable DataClass apart, AccountId by, Instant now) {
        return new Note(NoteId.next(), contact.clientId(), contact.id(), written.words(), by, now, null, 0, apart, written.template(), written.parts());
    }

    public State state(Instant now) {
        return signedAt == null ? State.DRAFT : now.isBefore(signedAt.plus(SECOND_THOUGHTS)) ? State.SIGNED : State.LOCKED;
    }

    /** Refuses a signed one, and somebody else than its author. */
    public Note rewrite(Written written, AccountId by) {
        needsDraft();
        needsAuthor(by);
        return new Note(id, clientId, contactId, written.words(), writtenBy, writtenAt, null, version, apart, written.template(), written.parts());
    }

    public Note sign(AccountId by, Instant now) {
        needsDraft();
        needsAuthor(by);
        return new Note(id, clientId, contactId, words, writtenBy, writtenAt, now, version, apart, template, parts);
    }

    /** Makes it a draft again. Refuses after a day, and once something was added to it. */
    public Note takeBack(AccountId by, Instant now, boolean addedTo) {
        needsAuthor(by);
        if (state(now) != State.SIGNED || addedTo) {
            throw Refused.conflict(signedAt == null ? "This note is a draft still." : "This note is locked. Add what is missing as an addendum.");
        }
        return new Note(id, clientId, contactId, words, writtenBy, writtenAt, null, version, apart, template, parts);
    }

    /** Refuses a draft, which can simply be rewritten. */
    public void needsSigned() {
        if (signedAt == null) {
            throw Refused.conflict("This note is a draft still: change its words instead.");
        }
    }

    private void needsDraft() {
        if (signedAt != null) {
            throw Refused.conflict("This note is signed. Its words stay as they are; add an addendum.");
        }
    }

    private void needsAuthor(AccountId by) {
        if (!by.equals(writtenBy)) {
            throw Refused.forbidden("Only who wrote a note can change or sign it.");
        }
    }
}
