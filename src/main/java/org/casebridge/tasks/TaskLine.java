package org.casebridge.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;

/** A task as lists show it, with the names that go with it. */
public record TaskLine(TaskId id, @Nullable ClientId clientId, @Nullable String client, AccountId owner, String ownerName, String title, String words,
                       @Nullable LocalDate dueOn, @Nullable LocalTime dueAt, Task.Priority priority, Task.Status status, @Nullable String reason,
                       @Nullable Instant settledAt, @Nullable String settledBy, @Nullable String rule, Instant addedAt, AccountId addedBy, String addedByName) {

    private static final int BRIEF = 140;

    public Due due() {
        return new Due(dueOn, dueAt);
    }

    /** A rule's title is a sentence of ours; a person's stays as it was typed. */
    public Sentence what() {
        return rule == null ? Sentence.of("{title}", title) : new Sentence(title, List.of());
    }

    /** Where it comes from: the rule that made it, or who set it and when. */
    public Sentence why() {
        var day = addedAt.atZone(Say.zone()).toLocalDate();
        var source = rule != null ? Sentence.of("By the rule: {rule}", new Sentence(rule, List.of()))
                : addedBy.equals(owner) ? Sentence.of("Task, set on {day}", day)
                : Sentence.of("Task, set by {name} on {day}", addedByName, day);
        return words.isBlank() ? source : Sentence.of("{source} · {words}", source, brief());
    }

    private String brief() {
        return words.codePointCount(0, words.length()) <= BRIEF ? words : words.substring(0, words.offsetByCodePoints(0, BRIEF)).strip() + "…";
    }

    public String path() {
        return (clientId == null ? "" : "/clients/" + clientId.text()) + "/tasks/" + id.text();
    }
}
