package org.casebridge.caseload;

import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** A case as lists show it, with the names that go with it. */
public record CaseLine(CaseId id, ClientId clientId, String client, String program, AccountId worker, String workerName,
                       CaseFile.Status status, LocalDate openedOn, @Nullable LocalDate closedOn, CaseFile.@Nullable CloseReason closeReason,
                       @Nullable String achieved, String leftOpen, @Nullable CaseId previous) {

    public boolean open() {
        return status == CaseFile.Status.OPEN;
    }
}
