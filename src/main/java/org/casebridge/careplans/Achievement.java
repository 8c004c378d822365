package org.casebridge.careplans;

import org.casebridge.kernel.Worded;

/** What was reached of a goal so far: FHIR's goal-achievement, terminology.hl7.org/CodeSystem-goal-achievement.html. */
public enum Achievement implements Worded {
    IN_PROGRESS("In progress", "arrow-right"), IMPROVING("Improving", "arrow-up-right"), WORSENING("Worsening", "arrow-down-right"),
    NO_CHANGE("No change", "arrow-right"), ACHIEVED("Achieved", "check2-circle"), SUSTAINING("Sustaining what was achieved", "check2-circle"),
    NOT_ACHIEVED("Not achieved", "x-circle"), NO_PROGRESS("No progress", "dash-circle"), NOT_ATTAINABLE("Not attainable", "x-circle");

    private final String words;
    private final String icon;

    Achievement(String words, String icon) {
        this.words = words;
        this.icon = icon;
    }

    @Override
    public String words() { return words; }

    /** A Bootstrap icon's name without "bi-". */
    public String icon() { return icon; }
}
