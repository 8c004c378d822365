package org.casebridge.workload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision of a talk, about one of its items or none, and whether it becomes a task of the worker. */
public record Decide(@NotNull UUID meeting, @Nullable UUID item, @NotBlank(message = "Say what was decided.") @Size(max = 1000) String words, boolean task, @Nullable LocalDate dueOn) {}
