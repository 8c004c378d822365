package org.casebridge.matching.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.casebridge.matching.Amount;
import org.jspecify.annotations.Nullable;

/** An amount of a year, from a day on, with its source. */
public record AddAmount(@NotNull(message = "Choose what it is.") Amount.Kind kind, @NotBlank(message = "Write the area: US, AK, HI, or a county.") @Size(max = 100) String area,
                        @NotNull(message = "Choose the day from which it holds.") LocalDate startsOn,
                        @NotNull(message = "Write the amount in dollars a year.") @DecimalMin(value = "1", message = "Write the amount in dollars a year.") @DecimalMax(value = "10000000", message = "Write the amount in dollars a year.") BigDecimal base,
                        @Nullable @DecimalMin(value = "0", message = "Write the amount in dollars a year.") @DecimalMax(value = "10000000", message = "Write the amount in dollars a year.") BigDecimal eachMore,
                        @NotBlank(message = "Name the source: who published it, where and when.") @Size(max = 300) String source) {}
