package org.casebridge.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Why a record is open only to those named for it. It never ends by itself, as it may keep somebody alive: on {@code lookAgainOn} the privacy officer is asked whether it still holds. */
public record Restriction(UUID id, ClientId clientId, Reason reason, String words, LocalDate lookAgainOn, Instant markedAt, AccountId markedBy, String marker,
                          @Nullable Instant liftedAt, @Nullable String lifter, String liftedWords) {

    public enum Reason implements Worded {
        STAFF("They work here, or are close to somebody who does"), PUBLIC("They are known to the public"), DANGER("Somebody would harm them if they were found"), OTHER("Another reason");

        private final String words;

        Reason(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Somebody who may open the record, until the end of that day or without an end. */
    public record Named(AccountId account, String name, @Nullable LocalDate until, boolean over) {}

    /** One restricted record of the agency; without a restriction beside it when that belongs to a Part 2 programme of which the reader is no member. */
    public record Line(ClientId client, String name, @Nullable Reason reason, @Nullable LocalDate lookAgainOn, @Nullable Instant markedAt, @Nullable String marker, int named) {

        public String path() {
            return "/clients/" + client.text() + "/restriction";
        }
    }

    /** Somebody added a person very like this one, who was told nothing of it. */
    public record Twin(Instant at, String name) {}
}
