package org.casebridge.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days from Monday to Friday that are no {@link FederalHoliday}: what the law and the promises between organizations count by. An agency's own closed days are in {@code workforce}. */
public final class WorkingDays {

    private WorkingDays() {}

    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && FederalHoliday.on(day).isEmpty();
    }

    /** The {@code count}-th working day after {@code day}; {@code day} itself for 0. */
    public static LocalDate after(LocalDate day, int count) {
        var end = day;
        for (int left = count; left > 0; ) {
            end = end.plusDays(1);
            left -= is(end) ? 1 : 0;
        }
        return end;
    }

    /** How many working days lie after {@code from}, up to and with {@code to}; 0 when {@code to} is not later. */
    public static int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += is(day) ? 1 : 0;
        }
        return count;
    }
}
