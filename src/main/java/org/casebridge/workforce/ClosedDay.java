package org.casebridge.workforce;

import java.time.LocalDate;
import org.casebridge.kernel.FederalHoliday;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A day on which the agency is closed: a federal holiday, or one of its own, which has its name. */
public record ClosedDay(LocalDate day, @Nullable FederalHoliday holiday, String name) {

    public Sentence words() {
        return holiday == null ? Sentence.of("{name}", name) : Sentence.of("{holiday}", holiday);
    }
}
