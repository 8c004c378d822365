package org.casebridge.intake;

import java.time.LocalDate;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A request as lists show it. {@code program} and {@code reviewOn} are of the wait list, {@code decidedBy} of what is decided. */
public record IntakeLine(Intake intake, String client, String takenByName, @Nullable String program, @Nullable String decidedBy) {

    public ClientId clientId() {
        return intake.clientId();
    }

    public String path() {
        return "/clients/" + intake.clientId().text() + "/intakes/" + intake.id().text();
    }

    /** The day something must happen: an answer, or the next look at the wait list. */
    public LocalDate due() {
        return intake.status() == Intake.Status.WAIT_LISTED ? intake.decision().reviewOn() : intake.request().due();
    }

    public boolean unsafe() {
        return intake.request().safety() == HelpRequest.Safety.NOT_SAFE;
    }

    public Sentence needs() {
        return Wording.needs(intake.request().needs());
    }

    /** The rule, the values and the dates behind the place in the list. */
    public Sentence why() {
        return Wording.why(this);
    }
}
