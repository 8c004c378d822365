package org.casebridge.intake.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Say;

/** A day as one reads it in a list of what is due. */
public final class Due {

    private Due() {}

    /** The colour of its rail, the same as on My day: {@code urgent} for who is not safe, late or due today, {@code soon} for the three days after, else {@code steady}. */
    public static String tone(boolean unsafe, LocalDate due, LocalDate today) {
        return unsafe || !due.isAfter(today) ? "urgent" : due.isAfter(today.plusDays(3)) ? "steady" : "soon";
    }

    public static Sentence of(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return Sentence.of("{days, plural, one {1 day late} other {# days late}}", -days);
        }
        return days == 0 ? Sentence.of("Today") : days == 1 ? Sentence.of("Tomorrow") : Sentence.of("{day}", Say.nearDay(due));
    }
}
