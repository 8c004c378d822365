package org.casebridge.planner.route;

/** From one minute of a day to another, counted from its first instant as time passes: a day on which the clocks change has 1,380 or 1,500. */
public record Stretch(int from, int until) {

    public boolean holds(int start, int end) {
        return start >= from && end <= until;
    }

    public int minutes() {
        return until - from;
    }
}
