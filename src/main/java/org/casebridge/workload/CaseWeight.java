package org.casebridge.workload;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;

/** What one case weighs, with the sum that makes it. */
public record CaseWeight(CaseId caseId, ClientId clientId, String client, AccountId worker, String program, List<Part> parts) {

    /** One line of the sum. */
    public record Part(Sentence what, int points) {}

    public int points() {
        return parts.stream().mapToInt(Part::points).sum();
    }
}
