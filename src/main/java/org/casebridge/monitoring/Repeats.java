package org.casebridge.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** How often a visit comes again. By the month it is the same day, or the month's last where there is none (29 February, 31 April). */
public enum Repeats implements Worded {
    ONCE("Once"), WEEKLY("Every week"), FORTNIGHTLY("Every two weeks"), FOUR_WEEKLY("Every four weeks"), MONTHLY("Every month");

    /** At most so many at once: weekly for a year. */
    public static final int MOST = 52;

    private final String words;

    Repeats(String words) { this.words = words; }

    @Override
    public String words() { return words; }

    /** The days from the first through the last. Refuses a series without an end, an end before its first day, and more than {@link #MOST}. */
    public List<LocalDate> days(LocalDate first, @Nullable LocalDate until) {
        if (this == ONCE) {
            return List.of(first);
        }
        if (until == null) {
            throw Refused.invalid("Say until when it comes again: a series ends.").at("until");
        }
        if (until.isBefore(first)) {
            throw Refused.invalid("The last day is before the first.").at("until");
        }
        var days = new ArrayList<LocalDate>();
        for (int i = 0; !at(first, i).isAfter(until); i++) {
            if (i == MOST) {
                throw Refused.invalid("At most {most} visits are planned at once. Choose an earlier last day.", MOST).at("until");
            }
            days.add(at(first, i));
        }
        return days;
    }

    private LocalDate at(LocalDate first, int number) {
        return switch (this) {
            case ONCE -> first;
            case WEEKLY -> first.plusWeeks(number);
            case FORTNIGHTLY -> first.plusWeeks(2L * number);
            case FOUR_WEEKLY -> first.plusWeeks(4L * number);
            case MONTHLY -> first.plusMonths(number);
        };
    }
}
