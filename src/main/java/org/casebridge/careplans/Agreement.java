package org.casebridge.careplans;

import java.time.LocalDate;
import org.casebridge.kernel.Worded;

/** When and how a client agreed to a version of the plan, who was there, and how they got their copy (42 CFR 441.725(b)(9) and (10)). */
public record Agreement(LocalDate on, How how, String present, Copy copy) {

    public enum How implements Worded {
        IN_PERSON("In person"), PHONE("By phone"), VIDEO("By video"), WRITING("In writing");

        private final String words;

        How(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Copy implements Worded {
        PRINT("Given in print"), EMAIL("Sent by e-mail"), READ_ALOUD("Read aloud"), NOT_YET("Not given yet");

        private final String words;

        Copy(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
