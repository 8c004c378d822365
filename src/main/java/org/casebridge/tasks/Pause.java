package org.casebridge.tasks;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Keeps what a rule says off one's day until a day, both for a reason: about one client, or about everybody when {@code clientId} is null. {@code rule} is the English of what the need says. */
public record Pause(UUID id, @Nullable ClientId clientId, @Nullable String client, String rule, Kind kind, String reason, LocalDate untilOn) {

    public enum Kind implements Worded {
        PUT_OFF("Put off"), EXEMPTED("Not needed");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    boolean keepsOff(Need need) {
        return need.rule().equals(rule) && (clientId == null || clientId.equals(need.client())) && need.ground() != Ground.SAFETY;
    }
}
