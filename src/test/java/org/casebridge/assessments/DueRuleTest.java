package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.caseload.ProgramId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rule makes an assessment due: counted from the opening, the last one, or the closing; never before the rule's first day. */
class DueRuleTest {

    @ParameterizedTest
    @CsvSource({
            // stage, from, days, rule's first day, opened, closed, last, last at the stage, due
            "INTAKE, OPENED, 30, 2026-01-01, 2026-03-01, , , , 2026-03-31",
            "INTAKE, OPENED, 0, 2026-01-01, 2026-03-01, , , , 2026-03-01",
            "INTAKE, OPENED, 30, 2026-01-01, 2026-03-01, , 2026-03-02, , ",
            "INTAKE, OPENED, 30, 2026-01-01, 2026-03-01, , 2026-02-01, , ",
            "INTAKE, OPENED, 30, 2026-01-01, 2026-03-01, , 2026-01-29, , 2026-03-31",
            "INTAKE, OPENED, 30, 2026-06-01, 2026-03-01, , , , 2026-06-01",
            "UPDATE, LAST, 180, 2026-01-01, 2026-03-01, , 2026-03-10, , 2026-09-06",
            "UPDATE, LAST, 180, 2026-01-01, 2026-03-01, , , , 2026-08-28",
            "UPDATE, LAST, 180, 2026-01-01, 2026-03-01, , 2024-01-01, , 2026-08-28",
            "ANNUAL, LAST, 365, 2026-01-01, 2026-03-01, , 2026-03-10, 2025-01-01, 2027-03-10",
            "EXIT, CLOSED, 0, 2026-01-01, 2026-03-01, , , , ",
            "EXIT, CLOSED, 0, 2026-01-01, 2026-03-01, 2026-05-01, 2026-03-10, , 2026-05-01",
            "EXIT, CLOSED, 0, 2026-01-01, 2026-03-01, 2026-05-01, 2026-04-28, 2026-04-28, ",
            "POST_EXIT, CLOSED, 90, 2026-01-01, 2026-03-01, 2026-05-01, 2026-04-28, , 2026-07-30",
            "POST_EXIT, CLOSED, 90, 2026-01-01, 2026-03-01, 2026-05-01, 2026-07-20, 2026-07-20, "})
    void it_is_due_as_the_rule_says(Assessment.Stage stage, DueRule.From from, int days, LocalDate applies, LocalDate opened, @Nullable LocalDate closed, @Nullable LocalDate last, @Nullable LocalDate atStage, @Nullable LocalDate due) {
        var rule = new DueRule(UUID.randomUUID(), ProgramId.next(), "phq-9", stage, from, days, applies, null, "Contract", "Adam", Instant.EPOCH);
        var facts = new DueRule.Facts(opened, closed, last, atStage);
        assertThat(rule.due(facts).orElse(null)).isEqualTo(due);
        if (due != null) {
            assertThat(rule.why(facts, "Eastside").values()).contains(stage, "Eastside", "Contract");
        }
    }
}
