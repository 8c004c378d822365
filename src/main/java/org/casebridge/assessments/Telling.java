package org.casebridge.assessments;

import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What the story says of a completed assessment. */
final class Telling {

    private Telling() {}

    static Sentence completed(Instrument instrument, Assessment done, @Nullable Scoring scoring, @Nullable Score score, Scoring.@Nullable Alarm critical) {
        var title = titled(instrument);
        var what = switch (score) {
            case Score.Valid valid when scoring != null && scoring.levels() -> Sentence.of("{instrument}: {band}", title, valid.band().name());
            case Score.Valid valid -> Sentence.of("{instrument}: {score}, {band}", title, valid.total(), valid.band().name());
            case Score.NotYet not -> Sentence.of("{instrument}: no score, {answered} of {required} answered", title, not.answered(), not.required());
            case null -> Sentence.of("{instrument} completed", title);
        };
        var whole = critical == null ? what : Sentence.of("{result}. {question} was answered “{answer}”.", what, critical.question(), critical.answer());
        return done.corrects() == null ? whole : Sentence.of("Corrected: {result}", whole);
    }

    static Sentence how(Assessment done) {
        return done.safetyNote() == null
                ? Sentence.of("{mode}, {day} · by {name}", done.about().mode(), done.about().assessedOn(), Actor.current().name())
                : Sentence.of("Done at once: {note} · by {name}", done.safetyNote(), Actor.current().name());
    }

    static Sentence titled(Instrument instrument) {
        return FormId.names(instrument.id()) ? FormRules.said(instrument.title().english(), instrument.title().spanish()) : new Sentence(instrument.title().english(), List.of());
    }
}
