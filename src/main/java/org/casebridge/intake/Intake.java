package org.casebridge.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.ProgramId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A request for help, before any commitment. It waits until it is decided; from the wait list it can be decided further. */
public record Intake(IntakeId id, ClientId clientId, HelpRequest request, AccountId takenBy, Instant takenAt, Status status,
                     @Nullable Decision decision, int version) {

    public enum Status implements Worded {
        WAITING("Waiting for an answer"), WAIT_LISTED("On the wait list"), OPENED("A case was opened"), REFERRED_ON("Referred on"), DECLINED("Declined");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** Still to be decided, now or later. */
        public boolean open() { return this == WAITING || this == WAIT_LISTED; }
    }

    public enum DeclineReason implements Worded {
        NOT_ELIGIBLE("Not eligible"), NO_CAPACITY("No room, and no wait list"), OUT_OF_AREA("Lives outside our area"), SERVED_ELSEWHERE("Served elsewhere already"),
        WITHDRAWN("They no longer want it"), NOT_REACHED("Could not be reached"), OTHER("Another reason");

        private final String words;

        DeclineReason(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What was decided, by whom; which of the rest is given follows from the status. */
    public record Decision(Instant at, AccountId by, @Nullable ProgramId program, @Nullable CaseId caseId, @Nullable LocalDate reviewOn,
                           @Nullable String referredTo, @Nullable DeclineReason declineReason, @Nullable String why, @Nullable String told) {}

    static Intake take(ClientId client, HelpRequest request, AccountId by, Instant at, LocalDate today) {
        request.check(today);
        return new Intake(IntakeId.next(), client, request, by, at, Status.WAITING, null, 0);
    }

    Intake opened(CaseId file, ProgramId program, AccountId by, Instant at) {
        return decided(Status.OPENED, new Decision(at, by, program, file, null, null, null, null, null));
    }

    /** Refuses a review that is not ahead, or is more than a year away: a wait list without a review is where people are forgotten. */
    Intake waitListed(ProgramId program, String why, LocalDate reviewOn, LocalDate today, AccountId by, Instant at) {
        var next = decided(Status.WAIT_LISTED, new Decision(at, by, program, null, reviewOn, null, null, why, null));
        if (!reviewOn.isAfter(today)) {
            throw Refused.invalid("Look at it again on a day that is still to come.").at("reviewOn");
        }
        if (reviewOn.isAfter(today.plusYears(1))) {
            throw Refused.invalid("Look at it again within a year.").at("reviewOn");
        }
        return next;
    }

    Intake referredOn(String to, String why, AccountId by, Instant at) {
        return decided(Status.REFERRED_ON, new Decision(at, by, null, null, null, to, null, why, null));
    }

    Intake declined(DeclineReason reason, @Nullable String why, String told, AccountId by, Instant at) {
        if (reason == DeclineReason.OTHER && (why == null || why.isBlank())) {
            throw Refused.invalid("Write the reason in your own words.").at("why");
        }
        return decided(Status.DECLINED, new Decision(at, by, null, null, null, null, reason, why, told));
    }

    /** Back to waiting. Refuses when nothing was decided, and when a case stands on the decision. */
    Intake undone() {
        return switch (status) {
            case WAITING -> throw Refused.conflict("Nothing has been decided yet.");
            case OPENED -> throw Refused.conflict("A case was opened on this request. Close the case instead, with the reason.");
            case WAIT_LISTED, REFERRED_ON, DECLINED -> new Intake(id, clientId, request, takenBy, takenAt, Status.WAITING, null, version);
        };
    }

    void refuseIfDecided() {
        if (!status.open()) {
            throw Refused.conflict("This request was decided on {day}: {decision}. It cannot be decided a second time.", decision.at(), status);
        }
    }

    /** Refuses a start before help was asked for, or more than 31 days ahead. */
    void refuseStart(LocalDate start, LocalDate today) {
        if (start.isBefore(request.receivedOn())) {
            throw Refused.invalid("Help was asked for on {day}; the case cannot start before that.", request.receivedOn()).at("start");
        }
        if (start.isAfter(today.plusDays(31))) {
            throw Refused.invalid("A case starts at most 31 days ahead. Put them on the wait list until then.").at("start");
        }
    }

    private Intake decided(Status next, Decision decision) {
        refuseIfDecided();
        return new Intake(id, clientId, request, takenBy, takenAt, next, decision, version);
    }
}
