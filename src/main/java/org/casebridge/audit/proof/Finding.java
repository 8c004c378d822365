package org.casebridge.audit.proof;

import java.util.List;

/** What is not as it was sealed: which rows by number, or which seals, and a sentence. */
public record Finding(Kind kind, List<Long> rows, String sentence) {

    public enum Kind { EDITED, SWAPPED, DELETED, INSERTED, TRUNCATED, ROLLED_BACK, BACKDATED, SEAL, ANCHOR, LATE }

    static Finding of(Kind kind, String sentence, Object... values) {
        return new Finding(kind, List.of(), sentence.formatted(values));
    }

    @Override
    public String toString() {
        return kind + ": " + sentence;
    }
}
