package org.casebridge.caseload;

import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;

/** What others may need to know about a case. */
public sealed interface CaseEvent {

    CaseId id();

    ClientId clientId();

    record Opened(CaseId id, ClientId clientId) implements CaseEvent {}

    /** The case went from one worker to another. */
    record Assigned(CaseId id, ClientId clientId, AccountId from, AccountId to) implements CaseEvent {}

    record Closed(CaseId id, ClientId clientId) implements CaseEvent {}
}
