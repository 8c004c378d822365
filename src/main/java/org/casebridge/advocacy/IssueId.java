package org.casebridge.advocacy;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one advocacy issue. */
public record IssueId(UUID value) implements Id {

    public static IssueId next() {
        return new IssueId(Id.fresh());
    }
}
