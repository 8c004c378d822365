package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days are the agency's calendar days, whatever its clocks do. */
class CadenceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void the_count_starts_when_the_client_was_last_reached() {
        assertThat(cadence(14, "2026-01-02", "2026-11-09T15:00:00Z").dueOn(NEW_YORK)).isEqualTo("2026-11-23");
    }

    @Test
    void it_starts_when_the_case_opened_for_whom_nobody_has_reached_since() {
        assertThat(cadence(14, "2026-11-02", null).dueOn(NEW_YORK)).isEqualTo("2026-11-16");
        assertThat(cadence(14, "2026-11-02", "2024-03-01T15:00:00Z").dueOn(NEW_YORK)).isEqualTo("2026-11-16");
    }

    @Test
    void a_late_evening_belongs_to_the_agencys_day_and_not_to_greenwich() {
        assertThat(cadence(1, "2026-01-02", "2026-11-10T04:30:00Z").dueOn(NEW_YORK)).isEqualTo("2026-11-10");
        assertThat(cadence(1, "2026-01-02", "2026-11-10T04:30:00Z").dueOn(ZoneId.of("UTC"))).isEqualTo("2026-11-11");
    }

    @Test
    void days_of_23_and_25_hours_count_as_one_day() {
        assertThat(cadence(1, "2026-01-02", "2026-03-08T04:30:00Z").dueOn(NEW_YORK)).isEqualTo("2026-03-08");
        assertThat(cadence(14, "2026-01-02", "2026-03-01T05:30:00Z").dueOn(NEW_YORK)).isEqualTo("2026-03-15");
        assertThat(cadence(14, "2026-01-02", "2026-10-25T04:30:00Z").dueOn(NEW_YORK)).isEqualTo("2026-11-08");
        assertThat(cadence(1, "2026-01-02", "2026-11-01T05:30:00Z").dueOn(NEW_YORK)).isEqualTo("2026-11-02");
    }

    @Test
    void months_end_and_leap_days_are_only_days() {
        assertThat(cadence(30, "2026-01-02", "2026-01-31T17:00:00Z").dueOn(NEW_YORK)).isEqualTo("2026-03-02");
        assertThat(cadence(1, "2026-01-02", "2028-02-28T17:00:00Z").dueOn(NEW_YORK)).isEqualTo("2028-02-29");
        assertThat(cadence(365, "2026-01-02", "2028-02-29T17:00:00Z").dueOn(NEW_YORK)).isEqualTo("2029-02-28");
    }

    private static Cadence cadence(int days, String opened, @Nullable String reached) {
        return new Cadence(ClientId.next(), "Jerome Asante", days, LocalDate.parse(opened), reached == null ? null : Instant.parse(reached), 0, Cadence.Basis.PROGRAM, null);
    }
}
