package org.casebridge.assessments;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.Place;
import org.casebridge.questionnaires.Problem;
import org.casebridge.questionnaires.State;
import org.casebridge.questionnaires.Value;
import org.casebridge.questionnaires.page.Clash;
import org.casebridge.questionnaires.page.FieldName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Answering a form of the agency with a client: each answer is kept as it is given, whoever gives it and wherever; completing it keeps the whole response. */
@Service
@Transactional
public class FilledForms {

    /** The story tells of so many observations; the assessment shows all. */
    private static final int TOLD = 12;

    private final Assessments assessments;
    private final AssessmentStore store;
    private final Instruments instruments;
    private final GivenStore given;
    private final OutcomeStore outcomes;
    private final FormLaunch launches;
    private final Engine engine;
    private final JsonMapper json;
    private final Clock clock;

    FilledForms(Assessments assessments, AssessmentStore store, Instruments instruments, GivenStore given, OutcomeStore outcomes, FormLaunch launches, Engine engine, JsonMapper json, Clock clock) {
        this.assessments = assessments;
        this.store = store;
        this.instruments = instruments;
        this.given = given;
        this.outcomes = outcomes;
        this.launches = launches;
        this.engine = engine;
        this.json = json;
        this.clock = clock;
    }

    /** What a page sent: answers by place (null where one was taken back) as of a revision, which clashes it settled, and what to repeat once more or no more. */
    public record Sent(Map<Place, @Nullable Value> given, long base, Set<Place> open, Map<Place, Boolean> settled, @Nullable Place more, @Nullable Place less) {}

    /** How it stands now; {@code clashes} and {@code both} (of the interview itself) were not kept, and somebody must say which holds. */
    public record Kept(FilledForm now, Map<Place, Clash> clashes, List<Both> both) {}

    /** Refuses what is no form of an agency. */
    @Transactional(readOnly = true)
    public FilledForm get(ClientId client, AssessmentId id) {
        return find(client, id).orElseThrow(() -> Refused.notFound("That assessment could not be found."));
    }

    @Transactional(readOnly = true)
    public Optional<FilledForm> find(ClientId client, AssessmentId id) {
        var line = store.get(client, id);
        return instruments.form(line.assessment()).map(form -> line.assessment().draft() ? draft(line, form, given.of(line.assessment()))
                : completed(line, form, outcomes.response(line.assessment()).orElseThrow()));
    }

    /** Keeps what was answered, place by place; what two people answered differently is left for them to settle. {@code sent} is read from the page as of revision {@code base}, for how the form stands now. */
    public Kept keep(ClientId client, AssessmentId id, Assessment.@Nullable About about, Shown shown, long base, Function<FilledForm, Sent> sent) {
        given.lock(client, id);
        var line = store.get(client, id);
        line.assessment().refuseIfCompleted();
        List<Both> both = List.of();
        if (about != null && !about.equals(line.assessment().about())) {
            both = assessments.keep(client, id, about, line.assessment().answers(), shown);
            line = store.get(client, id);
        }
        var form = instruments.form(line.assessment()).orElseThrow(() -> Refused.notFound("That assessment could not be found."));
        var log = given.of(line.assessment(), base);
        var before = draft(line, form, log);
        var said = sent.apply(before);
        var merged = log.merge(new AnswerLog.Sent(Actor.current().account(), said.given(), base, said.open(), said.settled()));
        var after = add(line.assessment(), log, merged.changes());
        if (said.more() != null || said.less() != null) {
            after = add(line.assessment(), after, after.to(repeated(form, after.filling(), said)));
        }
        return new Kept(after == log ? before : draft(line, form, after, before.launch()), merged.clashes(), both);
    }

    /** How it would stand with what was sent; nothing is kept. */
    @Transactional(readOnly = true)
    public Kept tried(FilledForm filled, Sent sent) {
        var log = given.of(filled.line().assessment(), sent.base());
        var merged = log.merge(new AnswerLog.Sent(Actor.current().account(), sent.given(), sent.base(), sent.open(), sent.settled()));
        return new Kept(draft(filled.line(), filled.form(), log.with(merged.changes())), merged.clashes(), List.of());
    }

    /** Completes it as it stands. Refuses when somebody answered since {@code revision}, what is missing or wrong, and a critical answer without a word on what was done. */
    public Assessment complete(ClientId client, AssessmentId id, Assessment.About about, long revision, @Nullable String safetyNote) {
        given.lock(client, id);
        var line = store.get(client, id);
        line.assessment().refuseIfCompleted();
        var draft = line.assessment().say(about, line.assessment().answers(), assessments.today());
        var form = instruments.form(draft).orElseThrow(() -> Refused.notFound("That assessment could not be found."));
        var log = given.of(draft);
        if (log.revision() != revision || !about.equals(line.assessment().about())) {
            throw Refused.conflict("Somebody else answered here just now. Look at their answers, then complete it.");
        }
        var filled = draft(line, form, log);
        refuseUnfinished(filled.state());
        var answers = answers(filled.state());
        var done = assessments.finish(draft.say(about, answers, assessments.today()), score(form, filled.state()), safetyNote);
        outcomes.respond(done, filled.state().response(filled.launch(), true));
        outcomes.score(done, filled.state().scores());
        var extracted = Extracted.of(engine.extract(filled.state(), filled.launch()), json);
        outcomes.extract(done, extracted);
        extracted.stream().filter(it -> !it.what().isBlank() && !it.value().isBlank()).limit(TOLD).forEach(it -> assessments.tell(done, Sentence.of("{what}: {value}", it.what(), it.value()),
                Sentence.of("Found in {instrument}", FormRules.said(form.title()))));
        given.clear(done);
        return done;
    }

    /** The log after it, which is the same when nothing changed. */
    private AnswerLog add(Assessment draft, AnswerLog log, Map<String, @Nullable String> changes) {
        if (changes.isEmpty()) {
            return log;
        }
        var now = clock.instant();
        given.add(draft, log.revision() + 1, changes, Actor.current().account(), now);
        return log.and(changes, Actor.current().account(), Actor.current().name(), now);
    }

    private Filling repeated(OwnForm form, Filling filling, Sent sent) {
        if (sent.less() != null) {
            return filling.withoutTurn(form.questionnaire(), sent.less());
        }
        var field = engine.state(form.questionnaire(), filling, Launch.NONE).field(sent.more());
        return field == null || !field.item().repeats() ? filling : filling.another(field.place(), field.rows().size());
    }

    private FilledForm draft(AssessmentLine line, OwnForm form, AnswerLog log) {
        return draft(line, form, log, launches.of(line.assessment(), form));
    }

    private FilledForm draft(AssessmentLine line, OwnForm form, AnswerLog log, Launch launch) {
        return new FilledForm(line, form, engine.state(form.questionnaire(), log.filling(), launch), log.revision(), launch);
    }

    private FilledForm completed(AssessmentLine line, OwnForm form, String response) {
        return new FilledForm(line, form, engine.state(form.questionnaire(), Filling.from(form.questionnaire(), response).filling(), Launch.NONE), 0, Launch.NONE);
    }

    private static void refuseUnfinished(State state) {
        if (state.all().noneMatch(it -> it.asked() && it.item().type().asks() && !it.computed() && it.answered())) {
            throw Refused.invalid("Nothing is answered yet.");
        }
        state.problems().stream().filter(it -> it.kind() != Problem.Kind.WARNING && it.kind() != Problem.Kind.NOT_ASKED).findFirst().ifPresent(it -> {
            throw Refused.invalid(it.words().english(), it.words().values().toArray()).at(FieldName.of(it.place()));
        });
    }

    /** By question, in the words of the form, several a line each. */
    private static Answers answers(State state) {
        var answers = new LinkedHashMap<String, String>();
        for (var item : state.questionnaire().questions()) {
            var said = state.values(item.linkId()).stream().map(it -> words(item, it)).filter(it -> !it.isBlank()).collect(Collectors.joining("\n"));
            if (!said.isEmpty() && !item.hidden()) {
                answers.put(item.linkId(), said);
            }
        }
        return new Answers(answers);
    }

    private static String words(org.casebridge.questionnaires.Questionnaire.Item item, Value value) {
        var option = item.option(value);
        return option != null ? option.text().plain() : value instanceof Value.Truth it ? it.yes() ? "Yes" : "No" : value.shown();
    }

    /** The score its bands are about; null for a form without bands, and for a number that none of them holds. */
    private static @Nullable Score score(OwnForm form, State state) {
        var scoring = form.scoring().orElse(null);
        if (scoring == null) {
            return null;
        }
        var counted = state.scores().stream().filter(it -> it.linkId().equals(form.rules().score())).findFirst().orElse(null);
        if (counted != null && counted.value() == null) {
            return new Score.NotYet(counted.answered(), counted.required());
        }
        var value = counted != null ? counted.value() : state.values(String.valueOf(form.rules().score())).stream().map(Value::counted).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        if (value == null) {
            return new Score.NotYet(0, 1);
        }
        long total = value.setScale(0, java.math.RoundingMode.HALF_UP).longValue();
        return total < scoring.lowest() || total > scoring.highest() ? null : new Score.Valid((int) total, scoring.band((int) total), java.util.List.of());
    }
}
