package org.casebridge.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.caseload.ProgramId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * When an assessment is due in a programme, from a day on, and on what ground ({@code basis}: a contract, a funder, a standard). Ended, it asks for nothing more.
 */
public record DueRule(UUID id, ProgramId program, String instrument, Assessment.Stage stage, From from, int days, LocalDate appliesFrom, @Nullable LocalDate endedOn, String basis,
                      String setByName, Instant setAt) {

    /** So long before a case opens an assessment counts for it: it is often what opens it. */
    static final int BEFORE = 30;

    /** What the days are counted from. */
    public enum From implements Worded {
        OPENED("after the case opened"), LAST("after the last one"), CLOSED("after the case closed");

        private final String words;

        From(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** A case, and when the client was last assessed with the instrument: at all, and at the rule's stage. */
    record Facts(LocalDate opened, @Nullable LocalDate closed, @Nullable LocalDate last, @Nullable LocalDate lastAtStage) {}

    /** By when; empty when it was done. Never before the rule's first day: what nobody asked for was not late. */
    Optional<LocalDate> due(Facts facts) {
        boolean since = facts.last() != null && !facts.last().isBefore(facts.opened().minusDays(BEFORE));
        var start = switch (from) {
            case OPENED -> since ? null : facts.opened();
            case LAST -> since ? facts.last() : facts.opened();
            case CLOSED -> facts.closed() == null || facts.lastAtStage() != null && !facts.lastAtStage().isBefore(stage == Assessment.Stage.POST_EXIT ? facts.closed() : facts.opened()) ? null : facts.closed();
        };
        return Optional.ofNullable(start).map(it -> it.plusDays(days)).map(it -> it.isBefore(appliesFrom) ? appliesFrom : it);
    }

    /** Why it is due, for these facts. */
    Sentence why(Facts facts, String program) {
        boolean since = facts.last() != null && !facts.last().isBefore(facts.opened().minusDays(BEFORE));
        var reason = switch (from) {
            case CLOSED -> Sentence.of("{days, plural, =0 {when the case closes} one {1 day after the case closed} other {# days after the case closed}}, on {day}", days, facts.closed());
            case LAST -> since ? Sentence.of("{days, plural, one {1 day after the last one} other {# days after the last one}}, of {day}", days, facts.last()) : opened(facts);
            case OPENED -> opened(facts);
        };
        return Sentence.of("{stage} · {reason} · {program}: {basis}", stage, reason, program, basis);
    }

    private Sentence opened(Facts facts) {
        return Sentence.of("{days, plural, =0 {on the day the case opened} one {1 day after the case opened} other {# days after the case opened}}, on {day}", days, facts.opened());
    }
}
