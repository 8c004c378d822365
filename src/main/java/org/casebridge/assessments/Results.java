package org.casebridge.assessments;

import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading assessments: what each says, and beside the earlier ones. */
@Service
@Transactional(readOnly = true)
public class Results {

    private final Assessments assessments;
    private final Instruments instruments;

    Results(Assessments assessments, Instruments instruments) {
        this.assessments = assessments;
        this.instruments = instruments;
    }

    /** Drafts first, then the newest; without what lies before them. */
    public List<Result> of(ClientId client) {
        return assessments.of(client).stream().map(it -> result(it, null, null)).toList();
    }

    /** Every instrument scored at least twice, over time, in the order of the library. */
    public List<Trend> trends(ClientId client) {
        return assessments.trends(client);
    }

    public Result get(ClientId client, AssessmentId id) {
        var line = assessments.get(client, id);
        var instrument = line.assessment().instrument();
        var trend = assessments.trend(client, instrument).orElse(null);
        var first = instrument.equals(Instruments.NEEDS)
                ? assessments.counting(client, instrument).stream().findFirst().filter(it -> !it.id().equals(id)).orElse(null) : null;
        return result(line, trend, first);
    }

    private Result result(AssessmentLine line, @Nullable Trend trend, @Nullable Assessment first) {
        var one = line.assessment();
        var instrument = instruments.get(one.instrument());
        var scoring = instruments.scoring(one.instrument());
        var score = scoring.map(it -> it.score(instrument, one.answers())).orElse(null);
        var critical = scoring.flatMap(it -> it.critical(instrument, one.answers())).orElse(null);
        var before = trend == null ? null : trend.before(one);
        Sentence change = !(score instanceof Score.Valid valid) ? null
                : before == null ? Sentence.of("First score, nothing to compare yet.") : scoring.get().change(before.score(), valid.total());
        return new Result(line, instrument, score, scoring.orElse(null), critical, before, change, trend, instrument.id().equals(Instruments.NEEDS) ? NeedsPicture.of(instrument, one.answers(), first) : null, Findings.of(instrument, one.answers()));
    }
}
