package org.casebridge.careplans;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.kernel.Worded;

/** A service or a provider that the client could choose, and what they chose; those declined stand here too (42 CFR 441.725(b)(12)). */
public record Choice(UUID id, String what, Answer answer, String words, LocalDate onDay) {

    public enum Answer implements Worded {
        CHOSEN("Chosen"), DECLINED("Declined"), UNDECIDED("Still thinking");

        private final String words;

        Answer(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
