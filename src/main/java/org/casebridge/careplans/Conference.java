package org.casebridge.careplans;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A dated team meeting about a plan: who was invited and came (a name a line), agenda, minutes. {@code why}: why it was cancelled, or what was wrong with its entry. */
public record Conference(UUID id, ClientId clientId, LocalDate onDay, LocalTime atTime, String place, String invited, String agenda, String attended, String minutes, Status status, @Nullable String why, int version) {

    public enum Status implements Worded {
        PLANNED("Planned"), HELD("Held"), CANCELLED("Cancelled"), ENTERED_IN_ERROR("Entered in error");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What a decision becomes. */
    public enum Becomes implements Worded {
        TASK("A task"), AMENDMENT("A change of the plan"), NOTED("Noted only");

        private final String words;

        Becomes(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** A decision as it is taken, in which row of the form; {@code owner} and {@code dueOn} are of its task. */
    public record Decision(int row, Becomes becomes, String words, @Nullable AccountId owner, @Nullable LocalDate dueOn) {}

    /** A decision as it is kept. */
    public record Point(Becomes becomes, String words, @Nullable UUID taskId) {}

    /** Refuses a meeting that is to come, one without anybody, and one without minutes. */
    Conference hold(String attended, String minutes, LocalDate today) {
        planned();
        if (onDay.isAfter(today)) {
            throw Refused.invalid("It is planned for {day}. Minutes are written when it was held.", onDay);
        }
        if (attended.isBlank()) {
            throw Refused.invalid("Say who was there, a name a line.").at("attended");
        }
        if (minutes.isBlank()) {
            throw Refused.invalid("Write what was said, in a few sentences.").at("minutes");
        }
        return new Conference(id, clientId, onDay, atTime, place, invited, agenda, attended.strip(), minutes.strip(), Status.HELD, null, version);
    }

    /** Refuses without a reason. A meeting that was held and entered in error stays to be read. */
    Conference end(String why) {
        if (status != Status.PLANNED && status != Status.HELD) {
            throw Refused.conflict("This meeting does not count any more.");
        }
        if (why.isBlank()) {
            throw Refused.invalid("Say in a few words why.").at("why");
        }
        return new Conference(id, clientId, onDay, atTime, place, invited, agenda, attended, minutes, status == Status.PLANNED ? Status.CANCELLED : Status.ENTERED_IN_ERROR, why.strip(), version);
    }

    private void planned() {
        if (status != Status.PLANNED) {
            throw Refused.conflict("This meeting was held or cancelled already.");
        }
    }
}
