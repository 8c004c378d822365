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
 * The loop is closed only then. {@code live}: the organization answers here; else the worker records what it said. {@code answerDays}: within how many working days it
 * should answer; {@code forWhom}: whom of the household it is for besides; {@code insteadOf}: what it stands in for; {@code partOf}: of which it is a part (Task.partOf).
 */
public record Referral(ReferralId id, ClientId clientId, AccountId worker, UUID serviceId, UUID organizationId, String service, String organization,
                       NeedCategory need, @Nullable UUID goalId, String asked, Urgency urgency, String shared, String reachBy, LocalDate agreedOn, boolean live,
                       Status status, String reason, Instant sentAt, @Nullable Instant seenAt, Instant changedAt, boolean noted,
                       @Nullable Met outcome, @Nullable LocalDate outcomeOn, @Nullable String outcomeWords,
                       @Nullable Cause cause, int answerDays, String forWhom, @Nullable UUID insteadOf, @Nullable UUID partOf, @Nullable Instant handoffAt, int version) {

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

    /**
     * Who sets a state, by the table "Set By" of the guide (TaskForReferralManagement, Status Management): the requester asks and corrects, the organization answers, either
     * may cancel. As "rejected" is the organization's word for not beginning at all, it cancels only what it has accepted: {@link Referral#move}.
     */
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

    /** How soon an answer is expected: our own scale. */
    public enum Urgency implements Worded {
        ROUTINE("Routine: an answer within the time the service agreed to"), URGENT("Urgent: an answer within 1 working day");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }

        /** Of a service that agreed to answer within so many. */
        public int workingDays(int agreed) {
            return this == URGENT ? 1 : agreed;
        }
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

    /** What the organization itself may say next. */
    public Set<Status> answers() {
        var all = EnumSet.noneOf(Status.class);
        status.next().stream().filter(it -> Side.ORGANIZATION.maySet(it) && !tooEarly(it)).forEach(all::add);
        return all;
    }

    private boolean tooEarly(Status next) {
        return next == Status.CANCELLED && status == Status.REQUESTED;
    }

    Referral move(Status next, Side side, String reason, Instant now) {
        return move(next, side, null, reason, now);
    }

    /** Refuses a step that does not follow, one that is the other side's to take, and one without its reason: words, or a cause that says enough. */
    public Referral move(Status next, Side side, @Nullable Cause cause, String reason, Instant now) {
        if (!status.next().contains(next)) {
            throw Refused.conflict("This referral is already: {status}.", status).at("next");
        }
        if (!side.maySet(next)) {
            throw Refused.invalid("That step is for the other side to take.").at("next");
        }
        if (side == Side.ORGANIZATION && tooEarly(next)) {
            throw Refused.invalid("What was not accepted yet is declined, not cancelled.").at("next");
        }
        if (next.needsReason() && reason.isBlank() && (cause == null || cause == Cause.OTHER)) {
            throw Refused.invalid("Say why.").at("words");
        }
        return as(next, reason, next.needsReason() ? cause : null, seenAt, now, noted, outcome, outcomeOn, outcomeWords);
    }

    public Referral seen(Instant now) {
        return as(status, reason, cause, seenAt == null ? now : seenAt, changedAt, noted, outcome, outcomeOn, outcomeWords);
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
        return as(status, reason, cause, seenAt, changedAt, noted, met, on, words);
    }

    /** The outcome that was confirmed does not hold: the need is open again. Refuses while none is confirmed. */
    public Referral reopen() {
        if (outcome == null) {
            throw Refused.conflict("No outcome is confirmed yet, so this referral is still open.");
        }
        return as(status, reason, cause, seenAt, changedAt, noted, null, null, null);
    }

    /** A call is agreed on in which worker, client and organization speak together. Refuses it for what has ended. */
    public Referral handOff(Instant at) {
        if (!EnumSet.of(Status.REQUESTED, Status.ACCEPTED, Status.IN_PROGRESS, Status.ON_HOLD).contains(status)) {
            throw Refused.conflict("This referral is already: {status}.", status);
        }
        return new Referral(id, clientId, worker, serviceId, organizationId, service, organization, need, goalId, asked, urgency, shared, reachBy, agreedOn, live,
                status, reason, sentAt, seenAt, changedAt, noted, outcome, outcomeOn, outcomeWords, cause, answerDays, forWhom, insteadOf, partOf, at, version);
    }

    /** The worker has read that it was declined and has decided how to go on. */
    public Referral note() {
        if (status != Status.REJECTED) {
            throw Refused.conflict("This referral was not declined.");
        }
        return as(status, reason, cause, seenAt, changedAt, true, outcome, outcomeOn, outcomeWords);
    }

    /** Back to an earlier state; what was confirmed about the outcome goes with it. */
    Referral back(Status to, String reasonThen, @Nullable Cause causeThen, Instant now) {
        return as(to, reasonThen, causeThen, seenAt, now, false, null, null, null);
    }

    /** Why it was not done, as the list of causes or as words say it. */
    public Object whyNot() {
        return reason.isBlank() && cause != null ? cause : reason;
    }

    private Referral as(Status next, String reason, @Nullable Cause cause, @Nullable Instant seenAt, Instant changedAt, boolean noted, @Nullable Met met, @Nullable LocalDate on, @Nullable String words) {
        return new Referral(id, clientId, worker, serviceId, organizationId, service, organization, need, goalId, asked, urgency, shared, reachBy, agreedOn, live,
                next, reason, sentAt, seenAt, changedAt, noted, met, on, words, cause, answerDays, forWhom, insteadOf, partOf, handoffAt, version);
    }
}
