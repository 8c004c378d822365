package org.casebridge.caseload;

import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * The coordination record of one client in one programme. A closed case stays closed: a return opens a new one that names it
 * as {@code previous}. {@code achieved} says in words what came of it, {@code leftOpen} what happens with what was still open.
 */
public record CaseFile(CaseId id, ClientId clientId, ProgramId programId, AccountId worker, Status status, LocalDate openedOn,
                       @Nullable LocalDate closedOn, @Nullable CloseReason closeReason, @Nullable String achieved, String leftOpen,
                       @Nullable CaseId previous, int version) {

    public enum Status implements Worded {
        OPEN("Open"), CLOSED("Closed");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Why a case ends (CMSA Standards of Practice, termination of case management services). */
    public enum CloseReason implements Worded {
        GOALS_MET("Goals were met"), CLIENT_CHOICE("The client chose to end"), MOVED("Moved out of the area"),
        OTHER_AGENCY("Another agency took over"), NOT_ELIGIBLE("No longer eligible"), LOST_CONTACT("Contact was lost"), DIED("The client died");

        private final String words;

        CloseReason(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public static CaseFile open(ClientId client, ProgramId program, AccountId worker, LocalDate on) {
        return new CaseFile(CaseId.next(), client, program, worker, Status.OPEN, on, null, null, null, "", null, 0);
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /** Refuses a case that is closed already, a day before it opened or yet to come, and an ending without a word on what was achieved. */
    public CaseFile close(CloseCase said, LocalDate today) {
        var on = said.on();
        if (!open()) {
            throw Refused.conflict("This case was closed on {day}.", closedOn);
        }
        if (on.isBefore(openedOn)) {
            throw Refused.invalid("The case opened on {day}; it cannot close before that.", openedOn).at("on");
        }
        if (on.isAfter(today)) {
            throw Refused.invalid("That day is yet to come.").at("on");
        }
        if (said.achieved().isBlank()) {
            throw Refused.invalid("Say what was achieved, also when it is little.").at("achieved");
        }
        return new CaseFile(id, clientId, programId, worker, Status.CLOSED, openedOn, on, said.reason(), said.achieved(), said.leftOpen(), previous, version);
    }

    /** A new case that goes on from this one. Refuses while this one is open, and a day before it closed. */
    public CaseFile reopen(LocalDate on, AccountId worker) {
        if (closedOn == null) {
            throw Refused.conflict("This case is still open.");
        }
        if (on.isBefore(closedOn)) {
            throw Refused.invalid("The earlier case closed on {day}; the new one cannot open before that.", closedOn).at("on");
        }
        return new CaseFile(CaseId.next(), clientId, programId, worker, Status.OPEN, on, null, null, null, "", id, 0);
    }

    public CaseFile assign(AccountId worker) {
        if (!open()) {
            throw Refused.conflict("A closed case has no worker to change.");
        }
        if (worker.equals(this.worker)) {
            throw Refused.invalid("They carry this case already.").at("worker");
        }
        return new CaseFile(id, clientId, programId, worker, status, openedOn, null, null, null, "", previous, version);
    }
}
