package org.casebridge.clients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What happened to a client's record, told to the modules above in the same transaction. */
public sealed interface ClientEvent {

    ClientId client();

    Instant at();

    record Added(ClientId client, Instant at) implements ClientEvent {}

    record Died(ClientId client, Instant at, Optional<LocalDate> on) implements ClientEvent {}

    /** Another home address than before; a first one is no move. */
    record Moved(ClientId client, Instant at) implements ClientEvent {}

    record LostHome(ClientId client, Instant at) implements ClientEvent {}
}
