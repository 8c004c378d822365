package org.casebridge.intake;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one eligibility question. */
public record QuestionId(UUID value) implements Id {

    public static QuestionId next() {
        return new QuestionId(Id.fresh());
    }
}
