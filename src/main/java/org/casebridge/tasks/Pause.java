package org.casebridge.tasks;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Keeps what a rule says off one's day until a day, both for a reason: about one client, or about everybody when {@code clientId} is null. {@code rule} is the English of what the need says. */
public record Pause(UUID id, @Nullable ClientId clientId, @Nullable String client, String rule, Kind kind, String reason, LocalDate untilOn) {

    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");

    public enum Kind implements Worded {
        PUT_OFF("Put off"), EXEMPTED("Not needed");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    boolean keepsOff(Need need) {
        return need.rule().equals(rule) && (clientId == null || clientId.equals(need.client())) && need.canBeKeptOff();
    }

    /** What the rule says, with an ellipsis for each of its values. */
    public Sentence says() {
        return new Sentence(rule, BRACES.matcher(rule).results().map(MatchResult::group).distinct().map(_ -> (Object) "…").toList());
    }
}
