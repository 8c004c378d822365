package org.casebridge.questionnaires;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A score with what it rests on. Until all that it needs is answered it is not valid and has no value, only {@code soFar}; a form that nobody answered has neither,
 * never a zero.
 */
public record CountedScore(String linkId, Text name, @Nullable BigDecimal value, @Nullable BigDecimal soFar, int answered, int required) {

    public boolean valid() {
        return value != null;
    }
}
