package org.casebridge.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done by someone, by a day. Without a client it is the owner's own, seen by nobody else. {@code rule} names the rule that made
 * it, in an English sentence; its title is one too. {@code reason} says why it is not needed, when it was exempted.
 */
public record Task(TaskId id, @Nullable ClientId clientId, AccountId owner, String title, String words, @Nullable LocalDate dueOn,
                   @Nullable LocalTime dueAt, Priority priority, Status status, @Nullable String reason, @Nullable Instant settledAt,
                   @Nullable AccountId settledBy, @Nullable String rule, Instant addedAt, AccountId addedBy, int version) {

    public enum Priority implements Worded {
        URGENT("Urgent"), NORMAL("Normal"), LOW("When there is time");

        private final String words;

        Priority(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Status implements Worded {
        OPEN("To do"), DONE("Done"), EXEMPTED("Not needed"), EXPIRED("No longer to be done");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public static Task add(@Nullable ClientId client, TaskWords said, @Nullable String rule, AccountId by, Instant at) {
        return new Task(TaskId.next(), client, said.owner(), said.title(), said.words(), said.dueOn(), said.dueAt(), said.priority(), Status.OPEN,
                null, null, null, rule, at, by, 0);
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /** A rule's title is a sentence of ours; a person's stays as it was typed. */
    public Sentence heading() {
        return rule == null ? Sentence.of("{title}", title) : new Sentence(title, List.of());
    }

    public TaskWords said() {
        return new TaskWords(title, words, dueOn, dueAt, owner, priority);
    }

    public Task change(TaskWords said) {
        needsOpen();
        return new Task(id, clientId, said.owner(), said.title(), said.words(), said.dueOn(), said.dueAt(), said.priority(), status,
                null, null, null, rule, addedAt, addedBy, version);
    }

    public Task finish(AccountId by, Instant at) {
        needsOpen();
        return settled(Status.DONE, null, at, by);
    }

    /** Refuses an exemption without a reason. */
    public Task exempt(String reason, AccountId by, Instant at) {
        needsOpen();
        if (reason.isBlank()) {
            throw Refused.invalid("Say why this is not needed.").at("reason");
        }
        return settled(Status.EXEMPTED, reason, at, by);
    }

    /** Takes back that it was done or exempted. */
    public Task reopen() {
        if (open()) {
            throw Refused.conflict("This task is open already.");
        }
        return settled(Status.OPEN, null, null, null);
    }

    private void needsOpen() {
        if (!open()) {
            throw Refused.conflict("This task was settled already. Open it again first.");
        }
    }

    private Task settled(Status status, @Nullable String reason, @Nullable Instant at, @Nullable AccountId by) {
        return new Task(id, clientId, owner, title, words, dueOn, dueAt, priority, status, reason, at, by, rule, addedAt, addedBy, version);
    }
}
