package org.casebridge.tasks.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskLine;
import org.casebridge.tasks.TaskWords;
import org.jspecify.annotations.Nullable;

/** A task in one line: what, by when; all else has a default. Also the form that changes one. */
record AddTask(@NotBlank(message = "Say what is to be done.") @Size(max = 200) String title, @Nullable LocalDate dueOn, @Nullable LocalTime dueAt,
               @Nullable AccountId owner, Task.@Nullable Priority priority, @Nullable @Size(max = 4000) String words) {

    static AddTask of(TaskLine task) {
        return new AddTask(task.title(), task.dueOn(), task.dueAt(), task.owner(), task.priority(), task.words());
    }

    TaskWords said() {
        return new TaskWords(title, words == null ? "" : words, dueOn, dueAt, owner == null ? Actor.current().account() : owner,
                priority == null ? Task.Priority.NORMAL : priority);
    }
}
