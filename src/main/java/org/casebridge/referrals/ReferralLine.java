package org.casebridge.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/** A referral as lists show it. */
public record ReferralLine(ReferralId id, ClientId clientId, String client, AccountId worker, String workerName, String service, UUID organizationId, String organization, NeedCategory need,
                           Referral.Urgency urgency, Referral.Status status, String reason, boolean live, boolean noted, Instant sentAt, @Nullable Instant seenAt,
                           Instant changedAt, Referral.@Nullable Met outcome, @Nullable LocalDate outcomeOn, @Nullable Cause cause, int answerDays, UUID serviceId, boolean asks) {

    /** After so many days without news an accepted referral is asked after, and after so many an ended one has its outcome confirmed. Our own rule. */
    public static final int ASK_AFTER_DAYS = 14;

    public String path() {
        return "/clients/" + clientId.text() + "/referrals/" + id.text();
    }

    public String answerPath() {
        return "/answers/" + clientId.text() + "/" + id.text();
    }

    public boolean open() {
        return due(ZoneId.of("UTC")) != null;
    }

    /** The day on which somebody should look after it; null when nothing is left to do. */
    public @Nullable LocalDate due(ZoneId zone) {
        var changed = changedAt.atZone(zone).toLocalDate();
        return outcome != null ? null : switch (status) {
            case REQUESTED -> WorkingDays.after(sentAt.atZone(zone).toLocalDate(), answerDays);
            case REJECTED -> noted ? null : changed;
            case ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED, FAILED -> changed.plusDays(ASK_AFTER_DAYS);
            case CANCELLED, ENTERED_IN_ERROR -> null;
        };
    }

    /** Why it stands where it stands. */
    public Sentence why(LocalDate today, ZoneId zone) {
        var since = ChronoUnit.DAYS.between(changedAt.atZone(zone).toLocalDate(), today);
        if (outcome != null) {
            return Sentence.of("{outcome}, confirmed with the client on {day}", outcome, outcomeOn);
        }
        return switch (status) {
            case REQUESTED -> sent(today, zone);
            case REJECTED -> Sentence.of("Declined {days, plural, =0 {today} one {yesterday} other {# days ago}}: {reason}", since, whyNot());
            case ACCEPTED, IN_PROGRESS -> Sentence.of("{status} {days, plural, =0 {today} one {yesterday} other {# days ago}} · ask how it goes after {most} days", status, since, ASK_AFTER_DAYS);
            case COMPLETED, FAILED -> Sentence.of("{status} {days, plural, =0 {today} one {yesterday} other {# days ago}} · the outcome is not yet confirmed with the client", status, since);
            case ON_HOLD, CANCELLED, ENTERED_IN_ERROR -> Sentence.of("{status} {days, plural, =0 {today} one {yesterday} other {# days ago}}: {reason}", status, since, whyNot());
        };
    }

    private Object whyNot() {
        return reason.isBlank() && cause != null ? cause : reason;
    }

    /** How many working days its answer is late; 0 when it is not, or is there. */
    public int late(LocalDate today, ZoneId zone) {
        return status != Referral.Status.REQUESTED || outcome != null ? 0 : WorkingDays.between(Objects.requireNonNull(due(zone)), today);
    }

    /** What the organization is told of a referral that waits for its answer. */
    public Sentence waits(LocalDate today, ZoneId zone) {
        var late = late(today, zone);
        return late > 0 ? Sentence.of("Waits for your answer since {day}, {count, plural, one {1 working day} other {# working days}} over what was agreed", sentAt.atZone(zone).toLocalDate(), late)
                : Sentence.of("Waits for your answer since {day}", sentAt.atZone(zone).toLocalDate());
    }

    /** Late by as much again as was agreed, at least two working days: whoever supervises sees it too. Our own rule. */
    public boolean escalated(LocalDate today, ZoneId zone) {
        return late(today, zone) >= Math.max(2, answerDays);
    }

    private Sentence sent(LocalDate today, ZoneId zone) {
        var days = WorkingDays.between(sentAt.atZone(zone).toLocalDate(), today);
        if (!live) {
            return Sentence.of("Sent {days, plural, =0 {today} one {1 working day ago} other {# working days ago}}, no answer recorded", days);
        }
        return seenAt == null
                ? Sentence.of("Sent {days, plural, =0 {today} one {1 working day ago} other {# working days ago}}, not seen yet", days)
                : Sentence.of("Sent {days, plural, =0 {today} one {1 working day ago} other {# working days ago}}, seen, no answer", days);
    }

    /** The colour of its rail. */
    public String tone(LocalDate today, ZoneId zone) {
        var due = due(zone);
        return due == null ? "" : !due.isAfter(today) ? "urgent" : due.isAfter(today.plusDays(3)) ? "steady" : "soon";
    }
}
