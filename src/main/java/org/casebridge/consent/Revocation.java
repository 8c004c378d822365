package org.casebridge.consent;

import java.time.Instant;
import java.util.Set;
import org.casebridge.kernel.Worded;

/** A consent taken back, wholly or in these classes and parts. */
public record Revocation(boolean whole, Set<DataClass> classes, Set<Part> parts, String saidBy, How how, String words, Instant at, String by) {

    public enum How implements Worded {
        WRITTEN("In writing"), SPOKEN("Spoken");

        private final String words;

        How(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    boolean touches(Part part, DataClass dataClass) {
        return whole || parts.contains(part) || classes.contains(dataClass);
    }
}
