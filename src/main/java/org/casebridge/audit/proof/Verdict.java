package org.casebridge.audit.proof;

import java.util.List;

/** What a verification found: nothing, or each thing that is not as it was sealed; besides, what is worth knowing. */
public record Verdict(long rows, long seals, long waiting, List<Finding> findings, List<String> notes) {

    public boolean untouched() {
        return findings.isEmpty();
    }
}
