package org.casebridge.kernel;

import static java.time.LocalDate.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private final LocalDate friday = LocalDate.of(2026, 11, 20);

    @Test
    void a_weekend_is_passed_over() {
        assertThat(WorkingDays.after(friday, 0)).isEqualTo(friday);
        assertThat(WorkingDays.after(friday, 1)).isEqualTo("2026-11-23");
        assertThat(WorkingDays.after(friday.plusDays(1), 2)).isEqualTo("2026-11-24");
        assertThat(WorkingDays.after(friday, 5)).isEqualTo("2026-11-30");
    }

    @Test
    void thanksgiving_is_no_working_day_and_the_day_after_it_is() {
        assertThat(WorkingDays.is(LocalDate.of(2026, 11, 26))).isFalse();
        assertThat(WorkingDays.is(LocalDate.of(2026, 11, 27))).isTrue();
        assertThat(WorkingDays.between(friday, LocalDate.of(2026, 11, 27))).isEqualTo(4);
    }

    /** As the Office of Personnel Management lists them for these years. */
    @Test
    void federal_holidays_are_kept_on_the_days_that_the_law_says() {
        assertThat(Stream.of(FederalHoliday.values()).map(it -> it.kept(2026))).containsExactly(of(2026, 1, 1), of(2026, 1, 19), of(2026, 2, 16), of(2026, 5, 25), of(2026, 6, 19), of(2026, 7, 3),
                of(2026, 9, 7), of(2026, 10, 12), of(2026, 11, 11), of(2026, 11, 26), of(2026, 12, 25));
        assertThat(FederalHoliday.INDEPENDENCE.kept(2027)).as("a Sunday's on Monday").isEqualTo(of(2027, 7, 5));
        assertThat(FederalHoliday.CHRISTMAS.kept(2027)).as("a Saturday's on Friday").isEqualTo(of(2027, 12, 24));
        assertThat(FederalHoliday.on(of(2027, 12, 31))).as("New Year's Day of 2028, a Saturday").contains(FederalHoliday.NEW_YEAR);
        assertThat(FederalHoliday.on(of(2028, 1, 1))).isEmpty();
        assertThat(FederalHoliday.on(of(2028, 2, 29))).isEmpty();
    }

    @Test
    void between_counts_what_after_adds() {
        for (int count = 0; count < 12; count++) {
            assertThat(WorkingDays.between(friday, WorkingDays.after(friday, count))).isEqualTo(count);
        }
        assertThat(WorkingDays.between(friday, friday.plusDays(2))).isZero();
        assertThat(WorkingDays.between(friday, friday.minusDays(9))).isZero();
    }
}
