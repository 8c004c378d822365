package org.casebridge.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A legal public holiday of the United States: the days of 5 U.S.C. 6103(a). One that falls on a Saturday is kept on the Friday before (6103(b)(1)), one that falls on a Sunday on the
 * Monday after (Executive Order 11582, section 3).
 */
public enum FederalHoliday implements Worded {
    NEW_YEAR("New Year’s Day"),
    KING("Birthday of Martin Luther King, Jr."),
    WASHINGTON("Washington’s Birthday"),
    MEMORIAL("Memorial Day"),
    JUNETEENTH("Juneteenth"),
    INDEPENDENCE("Independence Day"),
    LABOR("Labor Day"),
    COLUMBUS("Columbus Day"),
    VETERANS("Veterans Day"),
    THANKSGIVING("Thanksgiving Day"),
    CHRISTMAS("Christmas Day");

    private final String words;

    FederalHoliday(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }

    /** The day that the law names in that year. */
    public LocalDate day(int year) {
        return switch (this) {
            case NEW_YEAR -> LocalDate.of(year, Month.JANUARY, 1);
            case KING -> nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY);
            case WASHINGTON -> nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY);
            case MEMORIAL -> LocalDate.of(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case JUNETEENTH -> LocalDate.of(year, Month.JUNE, 19);
            case INDEPENDENCE -> LocalDate.of(year, Month.JULY, 4);
            case LABOR -> nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY);
            case COLUMBUS -> nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY);
            case VETERANS -> LocalDate.of(year, Month.NOVEMBER, 11);
            case THANKSGIVING -> nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
            case CHRISTMAS -> LocalDate.of(year, Month.DECEMBER, 25);
        };
    }

    /** The day on which it is kept: for New Year's Day perhaps the last one of the year before. */
    public LocalDate kept(int year) {
        var day = day(year);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Which one is kept on that day. */
    public static Optional<FederalHoliday> on(LocalDate day) {
        if (NEW_YEAR.kept(day.getYear() + 1).equals(day)) {
            return Optional.of(NEW_YEAR);
        }
        for (var one : values()) {
            if (one.kept(day.getYear()).equals(day)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static LocalDate nth(int year, Month month, int which, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    }
}
