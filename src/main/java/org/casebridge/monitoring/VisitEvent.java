package org.casebridge.monitoring;

/** What became of a visit; told within its transaction. */
public sealed interface VisitEvent {

    Visit visit();

    /** It was planned, or has another time, another place, another purpose or another worker. */
    record Arranged(Visit visit) implements VisitEvent {}

    record Cancelled(Visit visit) implements VisitEvent {}
}
