package org.casebridge.workload;

import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Interpreter;
import org.casebridge.monitoring.AcuityLevel;
import org.jspecify.annotations.Nullable;

/** What a formula weighs of one case; {@code others} live with the client, {@code base} is the programme's own, {@code km} the straight way from where the worker's ways begin. */
record CaseFacts(CaseId caseId, ClientId clientId, String client, AccountId worker, String program, @Nullable Integer base, @Nullable AcuityLevel level, @Nullable Interpreter interpreter,
                 int clocks, int others, @Nullable Integer km, LocalDate openedOn, @Nullable LocalDate closedOn) {

    CaseFacts withClocks(int count) {
        return new CaseFacts(caseId, clientId, client, worker, program, base, level, interpreter, count, others, km, openedOn, closedOn);
    }
}
