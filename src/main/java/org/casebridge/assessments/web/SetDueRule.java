package org.casebridge.assessments.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.DueRule;

/** When an assessment is due in a programme. */
public record SetDueRule(
        @NotBlank(message = "Choose an instrument.") @Size(max = 60) String instrument,
        @NotNull(message = "Say at which stage this is.") Assessment.Stage stage,
        @NotNull(message = "Say how many days.") @Min(value = 0, message = "Write a number of days from 0 to 1,100.") @Max(value = 1100, message = "Write a number of days from 0 to 1,100.") Integer days,
        @NotNull(message = "Say what the days are counted from.") DueRule.From from,
        @NotNull(message = "Write the day from which it holds.") LocalDate appliesFrom,
        @NotBlank(message = "Write who asks for it: a contract, a funder, a standard.") @Size(max = 300) String basis) {}
