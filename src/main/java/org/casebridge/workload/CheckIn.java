package org.casebridge.workload;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Worded;

/** What somebody answered to themselves about their own work: plain questions of our own, no scale, no score. */
public record CheckIn(UUID id, Instant at, Heavy heavy, Often rested, Often someone, String words) {

    /** How heavy the work was. */
    public enum Heavy implements Worded {
        LIGHT("Light"), USUAL("As always"), HEAVY("Heavy"), TOO_HEAVY("Too heavy");

        private final String words;

        Heavy(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    /** How often something was so. */
    public enum Often implements Worded {
        YES("Yes"), SOMETIMES("Sometimes"), NO("No");

        private final String words;

        Often(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }
}
