package org.casebridge.workforce;

import java.time.LocalTime;

/** From one time of a day to a later one. */
public record Span(LocalTime from, LocalTime until) {

    public boolean meets(LocalTime begins, LocalTime ends) {
        return begins.isBefore(until) && from.isBefore(ends);
    }

    public int minutes() {
        return (until.toSecondOfDay() - from.toSecondOfDay()) / 60;
    }

    @Override
    public String toString() {
        return from + "-" + until;
    }
}
