package org.casebridge.advocacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.kernel.Worded;

/** One line of an issue's log. {@code by} is the name of who wrote it. */
public record IssueStep(UUID id, LocalDate day, How how, String words, String by) {

    public enum How implements Worded {
        CALLED("Called", "telephone"), WROTE("Wrote", "envelope"), MET("Met", "people"), FILED("Filed papers", "file-earmark-text"),
        HEARD("Heard from them", "reply"), OTHER("Something else", "dot"),
        /** Written by Casebridge itself. */
        REOPENED("Opened again", "arrow-counterclockwise");

        private final String words;
        private final String icon;

        How(String words, String icon) {
            this.words = words;
            this.icon = icon;
        }

        @Override
        public String words() { return words; }

        public String icon() { return icon; }

        /** What a person can choose. */
        public static List<How> choices() {
            return Stream.of(values()).filter(it -> it != REOPENED).toList();
        }
    }
}
