package org.casebridge.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A request that an organization meet one need of one client. The states and who may set them are those of the Gravity Project's task for
 * referral management (FHIR SDOH Clinical Care 3.0.0); beside them stands what the guide leaves out: whether the need was met, confirmed with the client.
 * The loop is closed only then. {@code live}: the organization answers here; else the worker records what it said.
 */
public record Referral(ReferralId id, ClientId clientId, AccountId worker, UUID serviceId, UUID organizationId, String service, String organization,
                       NeedCategory need, @Nullable UUID goalId, String asked, Urgency urgency, String shared, String reachBy, LocalDate agreedOn, boolean live,
                       Status status, String reason, Instant sentAt, @Nullable Instant seenAt, Instant changedAt, boolean noted,
                       @Nullable Met outcome, @Nullable LocalDate outcomeOn, @Nullable String outcomeWords, int version) {

    public enum Status implements Worded {
        REQUESTED("Sent, no answer yet"), ACCEPTED("Accepted"), REJECTED("Declined"), ON_HOLD("On hold"), IN_PROGRESS("In progress"),
        CANCELLED("Cancelled"), COMPLETED("Completed"), FAILED("Ended without the service"), ENTERED_IN_ERROR("Entered in error");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** Where it may go from here. */
        public Set<Status> next() {
            return switch (this) {
                case REQUESTED -> EnumSet.of(ACCEPTED, REJECTED, CANCELLED, ENTERED_IN_ERROR);
                case ACCEPTED -> EnumSet.of(IN_PROGRESS, ON_HOLD, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR);
                case IN_PROGRESS -> EnumSet.of(COMPLETED, ON_HOLD, FAILED, CANCELLED, ENTERED_IN_ERROR);
                case ON_HOLD -> EnumSet.of(IN_PROGRESS, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR);
                case REJECTED, CANCELLED, COMPLETED, FAILED -> EnumSet.of(ENTERED_IN_ERROR);
                case ENTERED_IN_ERROR -> EnumSet.noneOf(Status.class);
            };
        }

        public boolean needsReason() {
            return switch (this) {
                case REJECTED, ON_HOLD, CANCELLED, FAILED, ENTERED_IN_ERROR -> true;
                case REQUESTED, ACCEPTED, IN_PROGRESS, COMPLETED -> false;
            };
        }
    }

    /** Who sets a state: the requester cancels and corrects, the organization answers, either may cancel. */
    public enum Side {
        REQUESTER, ORGANIZATION;

        public boolean maySet(Status status) {
            return switch (status) {
                case CANCELLED -> true;
                case REQUESTED, ENTERED_IN_ERROR -> this == REQUESTER;
                case ACCEPTED, REJECTED, ON_HOLD, IN_PROGRESS, COMPLETED, FAILED -> this == ORGANIZATION;
            };
        }
    }

    /** How soon an answer is expected, in working days: our own scale. */
    public enum Urgency implements Worded {
        ROUTINE("Routine: an answer within 3 working days", 3), URGENT("Urgent: an answer within 1 working day", 1);

        private final String words;
        private final int workingDays;

        Urgency(String words, int workingDays) {
            this.words = words;
            this.workingDays = workingDays;
        }

        @Override
        public String words() { return words; }

        public int workingDays() { return workingDays; }
    }

    /** Whether the need was met, as the client sees it. */
    public enum Met implements Worded {
        MET("The need is met"), PARTLY("The need is partly met"), NOT_MET("The need is not met");

        private final String words;

        Met(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public boolean closed() {
        return outcome != null || status == Status.CANCELLED || status == Status.ENTERED_IN_ERROR || status == Status.REJECTED && noted;
    }

    /** Refuses a step that does not follow, one that is the other side's to take, and one without its reason. */
    public Referral move(Status next, Side side, String reason, Instant now) {
        if (!status.next().contains(next)) {
            throw Refused.conflict("This referral is already: {status}.", status).at("next");
        }
        if (!side.maySet(next)) {
            throw Refused.invalid("That step is for the other side to take.").at("next");
        }
        if (next.needsReason() && reason.isBlank()) {
            throw Refused.invalid("Say why.").at("words");
        }
        return as(next, reason, seenAt, now, noted, outcome, outcomeOn, outcomeWords);
    }

    public Referral seen(Instant now) {
        return as(status, reason, seenAt == null ? now : seenAt, changedAt, noted, outcome, outcomeOn, outcomeWords);
    }

    /** Closes the loop. Refuses before the service ended, a second time, and a day before it was sent or still to come. */
    public Referral confirm(Met met, LocalDate on, String words, LocalDate sentOn, LocalDate today) {
        if (outcome != null) {
            throw Refused.conflict("The outcome was confirmed on {day}.", outcomeOn);
        }
        if (status != Status.COMPLETED && status != Status.FAILED) {
            throw Refused.conflict("The service has not ended yet, so its outcome is not known.");
        }
        if (on.isBefore(sentOn) || on.isAfter(today)) {
            throw Refused.invalid("Choose a day between {sent}, when it was sent, and today.", sentOn).at("on");
        }
        return as(status, reason, seenAt, changedAt, noted, met, on, words);
    }

    /** The worker has read that it was declined and has decided how to go on. */
    public Referral note() {
        if (status != Status.REJECTED) {
            throw Refused.conflict("This referral was not declined.");
        }
        return as(status, reason, seenAt, changedAt, true, outcome, outcomeOn, outcomeWords);
    }

    /** Back to an earlier state; what was confirmed about the outcome goes with it. */
    Referral back(Status to, String reasonThen, Instant now) {
        return as(to, reasonThen, seenAt, now, false, null, null, null);
    }

    private Referral as(Status next, String reason, @Nullable Instant seenAt, Instant changedAt, boolean noted, @Nullable Met met, @Nullable LocalDate on, @Nullable String words) {
        return new Referral(id, clientId, worker, serviceId, organizationId, service, organization, need, goalId, asked, urgency, shared, reachBy, agreedOn, live,
                next, reason, sentAt, seenAt, changedAt, noted, met, on, words, version);
    }
}
