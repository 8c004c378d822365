package org.casebridge.caseload;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.casebridge.access.AccountId;

/** Which cases of a worker go to whom. */
public record ReassignCases(@NotEmpty(message = "Choose at least one case.") List<CaseId> cases, @NotNull(message = "Choose a worker.") AccountId worker) {

    public ReassignCases {
        cases = cases == null ? List.of() : cases.stream().distinct().toList();
    }
}
