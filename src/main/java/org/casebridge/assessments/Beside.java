package org.casebridge.assessments;

import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Two completed interviews with the same instrument, to be read question by question: {@code then} is the one held first. The change is null unless both have a score; {@code levels}: the number of the
 * score is not shown ({@link Scoring#levels}).
 */
public record Beside(Instrument instrument, AssessmentLine then, AssessmentLine now, @Nullable Score scoreThen, @Nullable Score scoreNow, @Nullable Sentence change, boolean levels) {

    /** How many questions were answered otherwise, or only once. */
    public long changed() {
        return instrument.questions().stream().filter(this::changed).count();
    }

    public boolean changed(Instrument.Item question) {
        return !then.assessment().answers().of(question).equals(now.assessment().answers().of(question));
    }

    /** Whether it, or anything in it, was answered at one time or the other. */
    public boolean any(Instrument.Item item) {
        return item.type() == Instrument.Type.GROUP ? item.items().stream().anyMatch(this::any)
                : !then.assessment().answers().of(item).isBlank() || !now.assessment().answers().of(item).isBlank();
    }
}
