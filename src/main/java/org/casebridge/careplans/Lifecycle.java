package org.casebridge.careplans;

import java.util.EnumSet;
import java.util.Set;
import org.casebridge.kernel.Worded;

/** How far a goal is in its life, whatever was reached: FHIR's goal-status, hl7.org/fhir/R4/valueset-goal-status.html. */
public enum Lifecycle implements Worded {
    PROPOSED("Proposed"), PLANNED("Planned"), ACCEPTED("Accepted"), ACTIVE("Active"), ON_HOLD("On hold"), COMPLETED("Completed"),
    CANCELLED("Cancelled"), REJECTED("Rejected"), ENTERED_IN_ERROR("Entered in error");

    private static final Set<Lifecycle> OPEN = EnumSet.of(PROPOSED, PLANNED, ACCEPTED, ACTIVE, ON_HOLD);

    private final String words;

    Lifecycle(String words) { this.words = words; }

    @Override
    public String words() { return words; }

    public boolean open() { return OPEN.contains(this); }
}
