package org.casebridge.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A reason to ask somebody why they looked. It is open until the privacy officer writes what came of it; then it stays as it is. */
public record Alert(AlertId id, Kind kind, AccountId account, @Nullable UUID subject, LocalDate day, @Nullable Integer amount, @Nullable Integer usual, Instant raisedAt, State state,
                    String words, @Nullable AccountId reviewedBy, @Nullable Instant reviewedAt, int version) {

    /** The gravest first: of a pair only the gravest is raised. */
    public enum Kind implements Worded {
        OWN_RECORD("Own record"), COLLEAGUE("A colleague’s record"), HOUSEHOLD("Somebody of their household"), ADDRESS("Somebody at their address"),
        SURNAME("Same family name"), MANY("Many records"), NIGHT("Records at night"), EMERGENCY("Opened in an emergency");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum State implements Worded {
        OPEN("Open"), EXPLAINED("Explained"), FOLLOWED_UP("Followed up");

        private final String words;

        State(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    static Alert about(Kind kind, AccountId account, @Nullable UUID subject, LocalDate day, @Nullable Integer amount, @Nullable Integer usual, Instant now) {
        return new Alert(new AlertId(org.casebridge.kernel.Id.fresh()), kind, account, subject, day, amount, usual, now, State.OPEN, "", null, null, 0);
    }

    /** Refuses a second review: what was found stays. */
    Alert review(State state, String words, AccountId by, Instant now) {
        if (this.state != State.OPEN) {
            throw Refused.conflict("This alert was reviewed already.");
        }
        return new Alert(id, kind, account, subject, day, amount, usual, raisedAt, state, words, by, now, version);
    }

    /** Why it was raised: the rule and its values. */
    public Sentence why() {
        return switch (kind) {
            case OWN_RECORD -> Sentence.of("They opened the record of a person with their own name.");
            case COLLEAGUE -> Sentence.of("The person has the name of somebody who works here.");
            case HOUSEHOLD -> Sentence.of("The person lives in the household of somebody with the worker’s name.");
            case ADDRESS -> Sentence.of("The person has the address of somebody with the worker’s name.");
            case SURNAME -> Sentence.of("The person has the worker’s family name, and the worker does not work with them.");
            case MANY -> usual == null ? Sentence.of("They opened {count} records that day, and are too new to say how many are usual.", amount)
                    : Sentence.of("They opened {count} records that day; on half of their days of the last 30 it was {usual} or fewer.", amount, usual);
            case EMERGENCY -> Sentence.of("They opened the record of a person they do not work with. Your answer is due {due}.", raisedAt.plus(Emergency.REVIEW));
            case NIGHT -> Sentence.of("They opened {count} records between 22 and 6 o’clock.", amount);
        };
    }
}
