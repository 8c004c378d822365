package org.casebridge.assessments;

import java.util.List;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a completed assessment says. {@code score} is null for instruments without one, {@code picture} for all but the needs assessment; {@code strong}: what the newest strengths inventory names, beside risks and needs. {@code earlier}: another
 * completed one with the same instrument can be read beside it; {@code outcome}: what a form of the agency holds, when one is looked at.
 */
public record Result(AssessmentLine line, Instrument instrument, @Nullable Score score, @Nullable Scoring scoring, Scoring.@Nullable Alarm critical, Trend.@Nullable Point before, @Nullable Sentence change,
                     @Nullable Trend trend, @Nullable NeedsPicture picture, @Nullable Findings found, List<Instrument.Item> strong, boolean earlier, @Nullable FormOutcome outcome) {

    /** How many standard errors the score changed by since the one before, to two places; null where that cannot be told. */
    public @Nullable Double index() {
        var index = score instanceof Score.Valid valid && scoring != null && scoring.reliable() != null && before != null ? scoring.reliable().index(before.score(), valid.total()) : null;
        return index == null ? null : Math.round(index * 100) / 100.0;
    }

    /** The instrument that this score asks for next. */
    public Scoring.@Nullable Offer offer() {
        return score instanceof Score.Valid valid && scoring != null && scoring.offer() != null && valid.total() >= scoring.offer().from() ? scoring.offer() : null;
    }

    /** What the client chose to act on, in their order, whichever of the two instruments asked. */
    public List<NeedsPicture.Domain> needs() {
        return picture != null ? picture.chosen()
                : found == null ? List.of() : found.wanted().stream().map(it -> new NeedsPicture.Domain(it, null, null, "", "")).toList();
    }
}
