package org.casebridge.tasks;

import java.time.LocalDate;
import java.time.LocalTime;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** What a person says about a task when adding or changing it. A time needs its day. */
public record TaskWords(String title, String words, @Nullable LocalDate dueOn, @Nullable LocalTime dueAt, AccountId owner, Task.Priority priority) {}
