package org.casebridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static Schedule weekly(String days, String opens, String closes) {
        return new Schedule(false, null, null, null, null, "WEEKLY", null, days, null, LocalTime.parse(opens), closes == null ? null : LocalTime.parse(closes), null, null);
    }

    private static Schedule closed(LocalDate from, LocalDate to) {
        return new Schedule(true, from, to, null, null, null, null, null, null, null, null, null, null);
    }

    private static String today(String time, Schedule... rules) {
        return new Hours(List.of(rules)).today(LocalDateTime.of(MONDAY, LocalTime.parse(time))).toString();
    }

    @Test
    void today_is_told_as_it_stands_at_this_hour() {
        assertThat(today("08:00", weekly("MO,TU", "09:00", "17:00"))).isEqualTo("opens today at {time} [09:00]");
        assertThat(today("16:59", weekly("MO,TU", "09:00", "17:00"))).isEqualTo("open today until {time} [17:00]");
        assertThat(today("17:00", weekly("MO,TU", "09:00", "17:00"))).isEqualTo("closed since {time} [17:00]");
        assertThat(today("12:00", weekly("TU", "09:00", "17:00"))).isEqualTo("closed today");
        assertThat(today("12:00")).isEqualTo("hours not known");
    }

    @Test
    void a_break_at_noon_ends() {
        var morning = weekly("MO", "09:00", "12:00");
        var afternoon = weekly("MO", "14:00", "16:00");

        assertThat(today("13:00", afternoon, morning)).isEqualTo("opens today at {time} [14:00]");
        assertThat(today("18:00", afternoon, morning)).isEqualTo("closed since {time} [16:00]");
    }

    @Test
    void a_night_shelter_that_closes_in_the_morning_is_open_in_the_evening() {
        assertThat(today("23:00", weekly("MO", "20:00", "08:00"))).isEqualTo("open today until {time} [08:00]");
    }

    @Test
    void hours_around_the_clock_are_said_as_such() {
        for (var closes : List.of("23:59", "00:00")) {
            assertThat(today("03:00", weekly("MO", "00:00", closes))).isEqualTo("open all day and night");
        }
        assertThat(new Hours(List.of(weekly("MO", "00:00", "23:59"))).week(MONDAY).getFirst().toString()).contains("all day and night");
        assertThat(today("03:00", weekly("MO", "00:00", "12:00"))).isEqualTo("open today until {time} [12:00]");
    }

    @Test
    void a_holiday_closes_what_would_be_open_also_when_it_comes_every_year() {
        assertThat(today("12:00", weekly("MO", "09:00", "17:00"), closed(MONDAY, MONDAY))).isEqualTo("closed today");
        assertThat(today("12:00", weekly("MO", "09:00", "17:00"), closed(LocalDate.of(1, 11, 20), LocalDate.of(1, 1, 2)))).isEqualTo("closed today");
        assertThat(today("12:00", weekly("MO", "09:00", "17:00"), closed(LocalDate.of(1, 7, 4), LocalDate.of(1, 7, 4)))).isEqualTo("open today until {time} [17:00]");
    }

    @Test
    void hours_that_ended_years_ago_are_not_shown_as_todays() {
        var old = new Schedule(false, LocalDate.of(2005, 1, 1), LocalDate.of(2005, 12, 31), null, null, "WEEKLY", null, "MO", null, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null);

        assertThat(today("12:00", old)).isEqualTo("hours not known");
        assertThat(new Hours(List.of(old)).week(MONDAY)).isEmpty();
    }

    @Test
    void the_rules_of_rfc_5545_hold_for_intervals_and_months() {
        var secondMonday = new Schedule(false, null, null, null, null, "MONTHLY", null, "2MO", null, LocalTime.of(9, 0), null, null, null);
        var lastMonday = new Schedule(false, null, null, null, null, "MONTHLY", null, "-1MO", null, LocalTime.of(9, 0), null, null, null);
        var lastDay = new Schedule(false, null, null, null, null, "MONTHLY", null, null, "-1", LocalTime.of(9, 0), null, null, null);
        var everyOtherWeek = new Schedule(false, null, null, LocalDate.of(2026, 11, 11), null, "WEEKLY", 2, "MO", null, LocalTime.of(9, 0), null, null, null);

        assertThat(secondMonday.holdsOn(LocalDate.of(2026, 11, 9))).isTrue();
        assertThat(secondMonday.holdsOn(MONDAY)).isFalse();
        assertThat(lastMonday.holdsOn(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(lastDay.holdsOn(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(lastDay.holdsOn(MONDAY)).isFalse();
        assertThat(everyOtherWeek.holdsOn(MONDAY)).isTrue();
        assertThat(everyOtherWeek.holdsOn(MONDAY.minusWeeks(1))).isFalse();
    }

    @Test
    void the_week_has_seven_days_and_says_which_are_closed() {
        var week = new Hours(List.of(weekly("MO,WE", "09:00", "17:00"))).week(MONDAY);

        assertThat(week).hasSize(7);
        assertThat(week.getFirst().times()).hasSize(1);
        assertThat(week.get(1).times()).isEmpty();
    }
}
