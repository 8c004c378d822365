package org.casebridge.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.casebridge.messaging.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A dated promise: ours, the client's or somebody else's ({@code who}). {@code owner} keeps it, or asks after it. It is kept, broken with what happened, or released because it is not needed any more.
 */
public record Promise(PromiseId id, ClientId clientId, @Nullable ContactId contactId, String words, By by, String who, AccountId owner, LocalDate dueOn, Status status, @Nullable LocalDate settledOn,
                      @Nullable String reason, AccountId madeBy, Instant madeAt, int version) {

    public enum By implements Worded {
        US("We"), CLIENT("The client"), OTHER("Somebody else");

        private final String words;

        By(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Status implements Worded {
        OPEN("Open"), KEPT("Kept"), BROKEN("Broken"), RELEASED("Not needed any more");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What is promised; without a day it is read from the words ({@link ByWhen}). */
    public record Said(String words, By by, String who, @Nullable LocalDate dueOn) {}

    /** Refuses a day before that of the promise or more than a year after it, words without a day, and somebody else without their name. */
    public static Promise make(ClientId client, Said said, @Nullable ContactId contact, AccountId owner, LocalDate today, Instant now) {
        var due = said.dueOn() != null ? said.dueOn() : ByWhen.read(said.words(), today)
                .orElseThrow(() -> Refused.invalid("Say until when: choose the day, or write it in the sentence (“by Friday”).").at("dueOn"));
        if (due.isBefore(today)) {
            throw Refused.invalid("{day} is past. Choose today or a day to come.", due).at("dueOn");
        }
        if (due.isAfter(today.plusYears(1))) {
            throw Refused.invalid("{day} is more than a year away. Look at the year again.", due).at("dueOn");
        }
        if (said.by() == By.OTHER && said.who().isBlank()) {
            throw Refused.invalid("Say who promises it.").at("who");
        }
        return new Promise(PromiseId.next(), client, contact, said.words(), said.by(), said.by() == By.OTHER ? said.who() : "", owner, due, Status.OPEN, null, null, owner, now, 0);
    }

    /** Refuses what is settled, and anything but kept without a reason. */
    public Promise settle(Status how, String reason, LocalDate today) {
        if (status != Status.OPEN) {
            throw Refused.conflict("This promise is settled already: {status}.", status);
        }
        if (how == Status.OPEN) {
            throw Refused.invalid("Choose what came of it.").at("status");
        }
        if (how != Status.KEPT && reason.isBlank()) {
            throw Refused.invalid("Say what happened.").at("reason");
        }
        return new Promise(id, clientId, contactId, words, by, who, owner, dueOn, how, today, reason.isBlank() ? null : reason, madeBy, madeAt, version);
    }
}
