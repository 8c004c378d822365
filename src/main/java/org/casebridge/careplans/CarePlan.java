package org.casebridge.careplans;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * One version of a client's plan. A version is drafted, may be proposed, and is agreed with the client on a day; from then on it stays
 * as agreed, and a change is the next version of the same {@code series}. {@code cadenceDays}: at most so many days between two contacts,
 * where the plan says otherwise than the programme.
 */
public record CarePlan(PlanId id, ClientId clientId, UUID series, int number, Status status, String strengths, int reviewDays,
                       @Nullable Integer cadenceDays, @Nullable String reason, @Nullable LocalDate agreedOn,
                       Agreement.@Nullable How agreedHow, @Nullable String present, Agreement.@Nullable Copy copyGiven,
                       @Nullable LocalDate reviewedOn, @Nullable LocalDate endedOn, @Nullable String endReason, int version) {

    /** Days until a plan is looked at again, unless it says otherwise; the law asks for it once in 12 months (42 CFR 441.725(c)). */
    public static final int REVIEW_DAYS = 90;

    public enum Status implements Worded {
        DRAFT("Draft"), PROPOSED("Proposed"), ACTIVE("Active"), AMENDED("Amended"), COMPLETED("Completed"), REVOKED("Revoked"),
        /** Nobody agreed to it: hl7.org/fhir/R4/valueset-request-status.html, entered-in-error. */
        ENTERED_IN_ERROR("Entered in error");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public static CarePlan draft(ClientId client) {
        return new CarePlan(PlanId.next(), client, Id.fresh(), 1, Status.DRAFT, "", REVIEW_DAYS, null, null, null, null, null, null, null, null, null, 0);
    }

    /** Not agreed yet, so it may still be worded. */
    public boolean open() {
        return status == Status.DRAFT || status == Status.PROPOSED;
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** The day on which the plan in force is to be looked at again. */
    public @Nullable LocalDate reviewOn() {
        var last = reviewedOn != null ? reviewedOn : agreedOn;
        return active() && last != null ? last.plusDays(reviewDays) : null;
    }

    /** The same version, to be worded on: what was proposed is a draft again. Refuses what was agreed. */
    public CarePlan edit() {
        if (!open()) {
            throw Refused.conflict("Version {number} was agreed and stays as it is. Change the plan to begin the next version.", number);
        }
        return with(Status.DRAFT);
    }

    public CarePlan propose() {
        if (status != Status.DRAFT) {
            throw Refused.conflict("Only a draft can be proposed; this version is not one any more.");
        }
        return with(Status.PROPOSED);
    }

    /** Refuses what is agreed already, a day to come, and from version 2 on a change without a reason. */
    public CarePlan agree(Agreement with, @Nullable String reason, LocalDate today) {
        if (!open()) {
            throw Refused.conflict("Version {number} is agreed already.", number);
        }
        if (with.on().isAfter(today)) {
            throw Refused.invalid("The agreement cannot lie in the future.").at("on");
        }
        if (number > 1 && (reason == null || reason.isBlank())) {
            throw Refused.invalid("Say why the plan changes.").at("reason");
        }
        return new CarePlan(id, clientId, series, number, Status.ACTIVE, strengths, reviewDays, cadenceDays, number == 1 ? null : reason,
                with.on(), with.how(), with.present(), with.copy(), null, null, null, version);
    }

    /** The next version, which begins as this one stands. Refuses unless this one is in force. */
    public CarePlan change() {
        inForce();
        return new CarePlan(PlanId.next(), clientId, series, number + 1, Status.DRAFT, strengths, reviewDays, cadenceDays, null,
                null, null, null, null, null, null, null, 0);
    }

    /** A later version took its place. */
    CarePlan amended() {
        inForce();
        return with(Status.AMENDED);
    }

    /** It was looked at with the client and goes on as it is. Refuses a day before the agreement and a day to come. */
    public CarePlan review(LocalDate on, LocalDate today) {
        inForce();
        if (on.isAfter(today) || on.isBefore(agreedOn)) {
            throw Refused.invalid("The review lies between the agreement, {day}, and today.", agreedOn).at("on");
        }
        return new CarePlan(id, clientId, series, number, status, strengths, reviewDays, cadenceDays, reason, agreedOn, agreedHow, present, copyGiven,
                on, endedOn, endReason, version);
    }

    CarePlan reviewedLast(@Nullable LocalDate last) {
        inForce();
        return new CarePlan(id, clientId, series, number, status, strengths, reviewDays, cadenceDays, reason, agreedOn, agreedHow, present, copyGiven, last, endedOn, endReason, version);
    }

    /** The client has their copy now. */
    public CarePlan giveCopy(Agreement.Copy copy) {
        inForce();
        return new CarePlan(id, clientId, series, number, status, strengths, reviewDays, cadenceDays, reason, agreedOn, agreedHow, present, copy,
                reviewedOn, endedOn, endReason, version);
    }

    /** The plan ends: completed when its goals came to an end, revoked when it is given up. */
    public CarePlan end(boolean completed, String reason, LocalDate on) {
        inForce();
        if (reason.isBlank()) {
            throw Refused.invalid("Say in a sentence why the plan ends.").at("reason");
        }
        return new CarePlan(id, clientId, series, number, completed ? Status.COMPLETED : Status.REVOKED, strengths, reviewDays, cadenceDays, this.reason,
                agreedOn, agreedHow, present, copyGiven, reviewedOn, on, reason, version);
    }

    /** Its agreement was entered by mistake. It stays to be read, and counts for nothing. */
    CarePlan takeBack(String mistake, LocalDate on) {
        inForce();
        return new CarePlan(id, clientId, series, number, Status.ENTERED_IN_ERROR, strengths, reviewDays, cadenceDays, reason,
                agreedOn, agreedHow, present, copyGiven, reviewedOn, on, mistake, version);
    }

    /** In force again, after the version that took its place was taken back. */
    CarePlan restore() {
        if (status != Status.AMENDED) {
            throw Refused.conflict("This version of the plan is not in force.");
        }
        return with(Status.ACTIVE);
    }

    /** In force again, after its end was taken back. Refuses unless it was completed or revoked. */
    CarePlan reinstate() {
        if (status != Status.COMPLETED && status != Status.REVOKED) {
            throw Refused.conflict("Only a plan that was completed or revoked can go on again.");
        }
        return new CarePlan(id, clientId, series, number, Status.ACTIVE, strengths, reviewDays, cadenceDays, reason, agreedOn, agreedHow, present, copyGiven, reviewedOn, null, null, version);
    }

    /** What was agreed by mistake, to be worded and agreed once more as the next version; {@code mistake} is why. */
    CarePlan again(String mistake) {
        return new CarePlan(PlanId.next(), clientId, series, number + 1, Status.DRAFT, strengths, reviewDays, cadenceDays, mistake,
                null, null, null, null, null, null, null, 0);
    }

    public CarePlan about(String strengths, int reviewDays, @Nullable Integer cadenceDays) {
        var draft = edit();
        return new CarePlan(id, clientId, series, number, draft.status, strengths, reviewDays, cadenceDays, reason, null, null, null, null, null, null, null, version);
    }

    private void inForce() {
        if (!active()) {
            throw Refused.conflict("This version of the plan is not in force.");
        }
    }

    private CarePlan with(Status next) {
        return new CarePlan(id, clientId, series, number, next, strengths, reviewDays, cadenceDays, reason, agreedOn, agreedHow, present, copyGiven,
                reviewedOn, endedOn, endReason, version);
    }
}
