package org.casebridge.careplans;

import org.casebridge.clients.ClientId;

/** What others may need to know about a plan. */
public sealed interface PlanEvent {

    PlanId id();

    ClientId clientId();

    record Agreed(PlanId id, ClientId clientId, int number) implements PlanEvent {}

    record TakenBack(PlanId id, ClientId clientId) implements PlanEvent {}

    record Ended(PlanId id, ClientId clientId) implements PlanEvent {}
}
