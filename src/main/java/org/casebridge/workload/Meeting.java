package org.casebridge.workload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A one-to-one talk with what it is about and what was decided; closed, it stays as it was. */
public record Meeting(UUID id, AccountId worker, String workerName, AccountId supervisor, String supervisorName, Instant openedAt, @Nullable Instant closedAt, List<Item> items, List<Decision> decisions) {

    /** What an item rests on. */
    enum Kind { LOAD, QUIET, CLOCK, NOTE, ADDED }

    /** One thing to talk about; {@code number} are days late, or percent of the week. */
    public record Item(UUID id, UUID meetingId, @Nullable ClientId clientId, @Nullable String client, Kind kind, int number, String words, String path, @Nullable String struck) {

        /** Why it stands here. */
        public Sentence why() {
            return switch (kind) {
                case LOAD -> Sentence.of("The cases take {percent} % of the week", number);
                case QUIET -> Sentence.of("Not reached in time: {days, plural, one {1 day} other {# days}} late", number);
                case CLOCK -> Sentence.of("A clock ran out {days, plural, one {1 day} other {# days}} ago", number);
                case NOTE -> Sentence.of("A note is not signed after {days, plural, one {1 day} other {# days}}", number);
                case ADDED -> Sentence.of("Added by the supervisor");
            };
        }
    }

    /** What was decided, by whom and when. */
    public record Decision(UUID id, UUID meetingId, @Nullable ClientId clientId, @Nullable String client, String words, @Nullable UUID taskId, String madeBy, Instant madeAt) {}

    record Head(UUID id, AccountId worker, String workerName, AccountId supervisor, String supervisorName, Instant openedAt, @Nullable Instant closedAt) {

        Meeting with(List<Item> items, List<Decision> decisions) {
            return new Meeting(id, worker, workerName, supervisor, supervisorName, openedAt, closedAt, items.stream().filter(it -> it.meetingId().equals(id)).toList(),
                    decisions.stream().filter(it -> it.meetingId().equals(id)).toList());
        }
    }
}
