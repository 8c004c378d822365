package org.casebridge.tasks;

/** What became of an appointment; told within its transaction. */
public sealed interface AppointmentEvent {

    Appointment appointment();

    /** It was made, or has another time, other words or another place. */
    record Arranged(Appointment appointment) implements AppointmentEvent {}

    record Cancelled(Appointment appointment) implements AppointmentEvent {}
}
