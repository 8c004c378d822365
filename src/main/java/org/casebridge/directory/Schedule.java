package org.casebridge.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One rule of when a service is open, or closed, as HSDS tells it by RFC 5545 (freq, interval, byday, bymonthday). A date in the year 1, as HSDS 1
 * files have it for holidays, means that day of every year.
 */
record Schedule(boolean closed, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Nullable LocalDate dtstart, @Nullable LocalDate until,
                @Nullable String freq, @Nullable Integer every, @Nullable String byday, @Nullable String bymonthday,
                @Nullable LocalTime opensAt, @Nullable LocalTime closesAt, @Nullable String description, @Nullable String notes) {

    private static final int EVERY_YEAR = 1;

    boolean timed() {
        return closed || opensAt != null;
    }

    /** Within its dates, whatever the weekday. */
    boolean inForce(LocalDate day) {
        if (validFrom != null && validTo != null && validFrom.getYear() == EVERY_YEAR) {
            var from = MonthDay.from(validFrom);
            var to = MonthDay.from(validTo);
            var at = MonthDay.from(day);
            return from.compareTo(to) <= 0 ? at.compareTo(from) >= 0 && at.compareTo(to) <= 0 : at.compareTo(from) >= 0 || at.compareTo(to) <= 0;
        }
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo))
                && (dtstart == null || !day.isBefore(dtstart)) && (until == null || !day.isAfter(until));
    }

    boolean holdsOn(LocalDate day) {
        return inForce(day) && onInterval(day) && (byday == null || onWeekday(day)) && (bymonthday == null || onMonthday(day)) && (closed || says());
    }

    /** Open hours without any day or dates tell nothing of a day. */
    private boolean says() {
        return freq != null || byday != null || bymonthday != null || validFrom != null || validTo != null;
    }

    private boolean onInterval(LocalDate day) {
        int step = every == null ? 1 : every;
        if ("YEARLY".equals(freq) && dtstart != null && byday == null && bymonthday == null) {
            return MonthDay.from(dtstart).equals(MonthDay.from(day));
        }
        if (dtstart == null || step == 1) {
            return true;
        }
        return switch (freq == null ? "WEEKLY" : freq) {
            case "DAILY" -> ChronoUnit.DAYS.between(dtstart, day) % step == 0;
            case "MONTHLY" -> ChronoUnit.MONTHS.between(dtstart.withDayOfMonth(1), day.withDayOfMonth(1)) % step == 0;
            case "YEARLY" -> (day.getYear() - dtstart.getYear()) % step == 0;
            default -> ChronoUnit.WEEKS.between(monday(dtstart), monday(day)) % step == 0;
        };
    }

    private boolean onWeekday(LocalDate day) {
        return byday != null && Arrays.stream(byday.split(",")).map(String::strip).anyMatch(it -> {
            var name = it.replaceAll("^[+-]?\\d+", "");
            if (!name.equalsIgnoreCase(code(day.getDayOfWeek()))) {
                return false;
            }
            var which = it.substring(0, it.length() - name.length());
            return which.isEmpty() || day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(which), day.getDayOfWeek())));
        });
    }

    private boolean onMonthday(LocalDate day) {
        return bymonthday != null && Arrays.stream(bymonthday.split(",")).map(String::strip).anyMatch(it ->
                it.equals(String.valueOf(day.getDayOfMonth())) || it.equals(String.valueOf(day.getDayOfMonth() - day.lengthOfMonth() - 1)));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** RFC 5545: MO, TU, WE … */
    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
