package org.casebridge.assessments;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading assessments: what each says, and beside the earlier ones. */
@Service
@Transactional(readOnly = true)
public class Results {

    private static final Comparator<AssessmentLine> HELD = Comparator.comparing((AssessmentLine it) -> it.assessment().about().assessedOn()).thenComparing(it -> it.assessment().startedAt());

    private final Assessments assessments;
    private final Instruments instruments;
    private final Wordings wordings;
    private final Criticals criticals;
    private final CutOffs cutOffs;
    private final FilledForms filled;
    private final OutcomeStore outcomes;

    Results(Assessments assessments, Instruments instruments, Wordings wordings, Criticals criticals, CutOffs cutOffs, FilledForms filled, OutcomeStore outcomes) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.wordings = wordings;
        this.criticals = criticals;
        this.cutOffs = cutOffs;
        this.filled = filled;
        this.outcomes = outcomes;
    }

    /** Drafts first, then the newest; without what lies before them. */
    public List<Result> of(ClientId client) {
        return assessments.of(client).stream().map(it -> result(it, null, null, List.of(), false, null)).toList();
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
        return result(line, trend, first, instrument.equals(Instruments.NEEDS) || instrument.equals(Findings.SOCIAL) ? strong(client) : List.of(), !line.assessment().draft() && !others(client, id).isEmpty(), outcome(line.assessment()));
    }

    /** The strengths that the newest inventory names. */
    private List<Instrument.Item> strong(ClientId client) {
        var inventories = assessments.counting(client, Findings.STRENGTHS);
        return inventories.isEmpty() ? List.of() : Findings.of(instruments.get(Findings.STRENGTHS), inventories.getLast().answers()).there();
    }

    /** The completed interviews with the same instrument, this one not, the newest first. */
    public List<AssessmentLine> others(ClientId client, AssessmentId id) {
        var instrument = assessments.get(client, id).assessment().instrument();
        return assessments.of(client).stream().filter(it -> !it.assessment().draft() && !it.assessment().id().equals(id) && it.assessment().instrument().equals(instrument)).toList();
    }

    /** The two in the order in which they were held. Refuses drafts, and two instruments. */
    public Beside beside(ClientId client, AssessmentId one, AssessmentId other) {
        var lines = Stream.of(assessments.get(client, one), assessments.get(client, other)).sorted(HELD).toList();
        if (lines.stream().anyMatch(it -> it.assessment().draft()) || !lines.getFirst().assessment().instrument().equals(lines.getLast().assessment().instrument())
                || words(lines.getFirst()) != words(lines.getLast())) {
            throw Refused.invalid("Two completed assessments with the same instrument can be read side by side.");
        }
        var instrument = wordings.of(lines.getLast().assessment());
        var scoring = wordings.scoring(lines.getLast().assessment());
        var then = score(lines.getFirst().assessment(), instrument, scoring.orElse(null));
        var now = score(lines.getLast().assessment(), instrument, scoring.orElse(null));
        var change = then instanceof Score.Valid before && now instanceof Score.Valid after ? scoring.orElseThrow().change(before.total(), after.total()) : null;
        return new Beside(instrument, lines.getFirst(), lines.getLast(), then, now, change, scoring.map(Scoring::levels).orElse(false));
    }

    /** Whether it was asked in words that the agency loaded: those and a bare result have no question in common. */
    private boolean words(AssessmentLine line) {
        return wordings.of(line.assessment()).use() == Instrument.Use.ASKED;
    }

    private Result result(AssessmentLine line, @Nullable Trend trend, @Nullable Assessment first, List<Instrument.Item> strong, boolean earlier, @Nullable FormOutcome outcome) {
        var one = line.assessment();
        var instrument = wordings.of(one);
        var scoring = wordings.scoring(one).map(it -> cutOffs.of(it, one));
        var score = score(one, instrument, scoring.orElse(null));
        var critical = criticals.in(one).orElse(null);
        var before = trend == null ? null : trend.before(one);
        Sentence change = !(score instanceof Score.Valid valid) ? null
                : before == null ? Sentence.of("First score, nothing to compare yet.") : scoring.get().change(before.score(), valid.total());
        return new Result(line, instrument, score, scoring.orElse(null), critical, before, change, trend, instrument.id().equals(Instruments.NEEDS) ? NeedsPicture.of(instrument, one.answers(), first) : null, Findings.of(instrument, one.answers()), strong, earlier, outcome);
    }

    private @Nullable FormOutcome outcome(Assessment one) {
        return one.draft() || !FormId.names(one.instrument()) ? null : new FormOutcome(one.path(), filled.get(one.clientId(), one.id()).state(), outcomes.scores(one), outcomes.extracted(one));
    }

    /** Of a form of an agency the score as it was kept, otherwise as the answers add up. */
    private @Nullable Score score(Assessment one, Instrument instrument, @Nullable Scoring scoring) {
        if (scoring == null || !FormId.names(one.instrument())) {
            return scoring == null ? null : scoring.score(instrument, one.answers());
        }
        return one.score() instanceof Integer total ? new Score.Valid(total, scoring.band(total), List.of())
                : outcomes.scores(one).stream().filter(it -> it.value() == null).findFirst().<Score>map(it -> new Score.NotYet(it.answered(), it.required())).orElse(null);
    }
}
