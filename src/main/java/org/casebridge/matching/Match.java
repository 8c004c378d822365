package org.casebridge.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A service beside a client: whether it fits, why or why not, what would mend it, what to ask, which papers it wants, and the sum that gives it its place. */
public record Match(UUID service, String name, String organization, Standing standing, List<Sentence> why, List<Sentence> mend, List<Fact> ask, Set<PaperKind> missing, Set<PaperKind> inHand,
                    List<Points> sum, int points, @Nullable Sentence warning) {

    public enum Standing implements Worded {
        ELIGIBLE("Eligible"), ALMOST("Almost: a paper is missing"), UNKNOWN("Not known yet"), NO_RULE("No rule is written: ask them"), NOT("Not eligible");

        private final String words;

        Standing(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** The colour of its rail. */
        public String tone() {
            return this == ELIGIBLE ? "steady" : this == NOT ? "urgent" : "soon";
        }
    }
}
