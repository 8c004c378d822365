package org.casebridge.calendar;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Worded;

/** The address at which a calendar program asks for one's days. What it tells never names anybody, nor a place. */
public record Feed(UUID id, Tells tells, Instant madeAt) {

    public enum Tells implements Worded {
        BUSY("Only that a time is taken"), KIND("By what a time is taken: a visit, an appointment");

        private final String words;

        Tells(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }
}
