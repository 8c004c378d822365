package org.casebridge.careplans;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a goal when it is reviewed: progress and ratings, the newest first; units planned so far and units given, both null where nothing was counted; and when it last moved. From it
 * follows what to propose. The rules are ours; a person decides.
 */
public record Evidence(Goal goal, List<Progress> progress, List<Rating> ratings, @Nullable Double planned, @Nullable Double delivered, LocalDate since, LocalDate today) {

    /** A goal that did not move for so long is stuck. */
    static final int STUCK = 60;
    static final int LONG_STUCK = 120;

    /** Below this share of what was planned, the plan itself was not tried yet. */
    static final double TRIED = 0.75;

    /** A level from −2 to +2 on a day. */
    public record Rating(java.util.UUID id, int level, LocalDate onDay, String words, String by, @Nullable LocalDate struckOn) {}

    public enum Proposal implements Worded {
        KEEP("Keep it"), STEP_UP("Step up: more or other support"), STEP_DOWN("Step down: less support"), REPLACE("Replace it by another goal"), ACHIEVED("Achieved"),
        NOT_ENOUGH("Not enough data");

        private final String words;

        Proposal(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What is proposed, and the facts behind it. */
    public record Proposed(Proposal what, Sentence why) {}

    /** How many days it did not move: since the newest day on which it was seen better, rated higher or a step was done; else since it began. */
    public long stuck() {
        var moved = since;
        for (var it : progress) {
            if (it.achievement() == Achievement.IMPROVING || it.achievement() == Achievement.ACHIEVED || it.achievement() == Achievement.SUSTAINING) {
                moved = later(moved, it.onDay());
            }
        }
        for (int i = 0; i + 1 < ratings.size(); i++) {
            if (ratings.get(i).level() > ratings.get(i + 1).level()) {
                moved = later(moved, ratings.get(i).onDay());
            }
        }
        for (var it : goal.steps()) {
            if (it.isDone() && it.doneOn() != null) {
                moved = later(moved, it.doneOn());
            }
        }
        return ChronoUnit.DAYS.between(moved, today);
    }

    /** The share of what was planned that was given, from 0; null where nothing was planned in units. */
    public @Nullable Double given() {
        return planned == null || planned <= 0 ? null : (delivered == null ? 0 : delivered) / planned;
    }

    public @Nullable Rating rated() {
        return ratings.isEmpty() ? null : ratings.getFirst();
    }

    public Proposed proposal() {
        var last = progress.isEmpty() ? null : progress.getFirst();
        var rating = rated();
        if (rating != null && rating.level() >= 1 || last != null && last.achievement() == Achievement.ACHIEVED) {
            return new Proposed(Proposal.ACHIEVED, rating != null && rating.level() >= 1 ? Sentence.of("rated {level} on {day}", signed(rating.level()), rating.onDay())
                    : Sentence.of("{achievement} on {day}", last.achievement(), last.onDay()));
        }
        if (progress.size() + ratings.size() < 2) {
            return new Proposed(Proposal.NOT_ENOUGH, Sentence.of("{count, plural, =0 {nothing was noted} one {it was noted once} other {it was noted # times}}; it takes two", progress.size() + ratings.size()));
        }
        if (last != null && last.achievement() == Achievement.SUSTAINING) {
            return new Proposed(Proposal.STEP_DOWN, Sentence.of("{achievement} on {day}", last.achievement(), last.onDay()));
        }
        if (last != null && last.achievement() == Achievement.NOT_ATTAINABLE) {
            return new Proposed(Proposal.REPLACE, Sentence.of("{achievement} on {day}", last.achievement(), last.onDay()));
        }
        var given = given();
        if (stuck() > STUCK && given != null && given < TRIED) {
            return new Proposed(Proposal.KEEP, Sentence.of("it did not move for {days} days, and only {percent} % of what was planned was given: give that first", stuck(), Math.round(given * 100)));
        }
        if (stuck() > LONG_STUCK) {
            return new Proposed(Proposal.REPLACE, Sentence.of("it did not move for {days} days", stuck()));
        }
        if (stuck() > STUCK || last != null && last.achievement() == Achievement.WORSENING) {
            return new Proposed(Proposal.STEP_UP, stuck() > STUCK ? Sentence.of("it did not move for {days} days", stuck()) : Sentence.of("{achievement} on {day}", last.achievement(), last.onDay()));
        }
        return new Proposed(Proposal.KEEP, last == null ? Sentence.of("rated {level} on {day}", signed(rating.level()), rating.onDay()) : Sentence.of("{achievement} on {day}", last.achievement(), last.onDay()));
    }

    public static String signed(int level) {
        return level > 0 ? "+" + level : level < 0 ? "−" + -level : "0";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }
}
