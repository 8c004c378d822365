package org.casebridge.tasks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Keeps a need off one's day; {@code all} means whatever that rule says, about anybody. */
public record PauseNeed(@NotBlank(message = "Choose what is put off.") @Size(max = 500) String rule, boolean all,
                        @NotNull(message = "Say whether it is put off or not needed.") Pause.Kind kind,
                        @NotBlank(message = "Give a reason.") @Size(max = 500) String reason, @NotNull(message = "Choose the day on which it comes back.") LocalDate untilOn) {}
