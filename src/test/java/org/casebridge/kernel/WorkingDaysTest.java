package org.casebridge.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private final LocalDate friday = LocalDate.of(2026, 11, 20);

    @Test
    void a_weekend_is_passed_over() {
        assertThat(WorkingDays.after(friday, 0)).isEqualTo(friday);
        assertThat(WorkingDays.after(friday, 1)).isEqualTo("2026-11-23");
        assertThat(WorkingDays.after(friday.plusDays(1), 2)).isEqualTo("2026-11-24");
        assertThat(WorkingDays.after(friday, 5)).isEqualTo("2026-11-27");
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
