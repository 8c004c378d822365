package org.casebridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A visit planned with a client: held or missed with the contact that tells of it, or cancelled with a reason. {@code series} is the same for those that were planned together.
 * {@code mode} is one in which two people meet at a time; {@code minutes} are 5 to 720.
 */
public record Visit(VisitId id, ClientId clientId, AccountId worker, @Nullable UUID series, Instant startsAt, int minutes, Mode mode, String place, String purpose, Status status,
                    @Nullable String reason, @Nullable ContactId contactId, @Nullable Instant settledAt, @Nullable AccountId settledBy, AccountId plannedBy, Instant plannedAt, int version) {

    /** How far ahead visits are planned. Our own rule: what is further is only guessed. */
    public static final int YEARS_AHEAD = 1;

    public enum Status implements Worded {
        PLANNED("Planned"), HELD("Held"), NO_SHOW("Not there"), CANCELLED("Cancelled");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What a person says of a visit to be planned. */
    public record Said(AccountId worker, Instant startsAt, int minutes, Mode mode, String place, String purpose) {}

    public static Visit plan(ClientId client, Said said, @Nullable UUID series, AccountId by, Instant now) {
        return new Visit(VisitId.next(), client, said.worker(), series, said.startsAt(), said.minutes(), said.mode(), said.place(), said.purpose(), Status.PLANNED,
                null, null, null, null, by, now, 0);
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /** Another time, place, purpose or worker. Refuses what is settled. */
    public Visit change(Said said) {
        needsPlanned();
        return new Visit(id, clientId, said.worker(), series, said.startsAt(), said.minutes(), said.mode(), said.place(), said.purpose(), status, reason, contactId, settledAt, settledBy, plannedBy, plannedAt, version);
    }

    /** Refuses without a reason, and what is settled. */
    public Visit cancel(String reason, AccountId by, Instant now) {
        needsPlanned();
        if (reason.isBlank()) {
            throw Refused.invalid("Say why it is cancelled.").at("reason");
        }
        return settled(Status.CANCELLED, reason, null, by, now);
    }

    /** The contact tells how it went: held when somebody was reached, else missed. Refuses what is settled. */
    public Visit settle(Contact contact, AccountId by, Instant now) {
        needsPlanned();
        return settled(contact.outcome() == Contact.Outcome.REACHED ? Status.HELD : Status.NO_SHOW, null, contact.id(), by, now);
    }

    private Visit settled(Status next, @Nullable String why, @Nullable ContactId contact, AccountId by, Instant now) {
        return new Visit(id, clientId, worker, series, startsAt, minutes, mode, place, purpose, next, why, contact, now, by, plannedBy, plannedAt, version);
    }

    private void needsPlanned() {
        if (status != Status.PLANNED) {
            throw Refused.conflict("This visit is settled already: {status}.", status);
        }
    }
}
