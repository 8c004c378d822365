package org.casebridge.monitoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be done after a contact: it becomes a task of whoever records it. */
public record NextStep(String title, @Nullable LocalDate dueOn) {}
