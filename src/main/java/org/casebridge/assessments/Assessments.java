package org.casebridge.assessments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starting an assessment, keeping it as a draft, completing it, correcting it, and following up what was critical in it. */
@Service
@Transactional
public class Assessments {

    private final AssessmentStore store;
    private final Instruments instruments;
    private final Wordings wordings;
    private final Criticals criticals;
    private final CutOffs cutOffs;
    private final Approvals approvals;
    private final Administering administering;
    private final FormDrafts drafts;
    private final Story story;
    private final Clock clock;

    Assessments(AssessmentStore store, Instruments instruments, Wordings wordings, Criticals criticals, CutOffs cutOffs, Approvals approvals, Administering administering, FormDrafts drafts, Story story, Clock clock) {
        this.store = store;
        this.instruments = instruments;
        this.wordings = wordings;
        this.criticals = criticals;
        this.cutOffs = cutOffs;
        this.approvals = approvals;
        this.administering = administering;
        this.drafts = drafts;
        this.story = story;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public AssessmentLine get(ClientId client, AssessmentId id) {
        return store.get(client, id);
    }

    /** Drafts first, then the newest. */
    @Transactional(readOnly = true)
    public List<AssessmentLine> of(ClientId client) {
        return store.of(client);
    }

    /** Completed and not corrected, the oldest first. */
    @Transactional(readOnly = true)
    public List<Assessment> counting(ClientId client, String instrument) {
        return store.counting(client, instrument);
    }

    /** The newest scores of an instrument, when it has any, with what happened meanwhile. */
    @Transactional(readOnly = true)
    public Optional<Trend> trend(ClientId client, String instrument) {
        return trends(client, store.counting(client, instrument), 1).stream().findFirst();
    }

    Supplier<Optional<Trend>> trend(Together.Questions questions, ClientId client, String instrument) {
        var counting = store.counting(questions, client, instrument);
        return () -> trends(client, counting.get(), 1).stream().findFirst();
    }

    /** The scores of every instrument that has two or more, in the order of the library. */
    @Transactional(readOnly = true)
    public List<Trend> trends(ClientId client) {
        return trends(client, store.scored(client), 2);
    }

    private List<Trend> trends(ClientId client, List<Assessment> counting, int least) {
        var scored = counting.stream().filter(it -> it.score() != null).collect(Collectors.groupingBy(Assessment::instrument));
        scored.values().removeIf(it -> it.size() < least);
        if (scored.isEmpty()) {
            return List.of();
        }
        var zone = Actor.current().zone();
        var first = scored.values().stream().map(it -> it.getFirst().about().assessedOn()).min(Comparator.naturalOrder()).orElseThrow();
        var happened = story.turns(client, first.minusDays(Trend.BEFORE).atStartOfDay(zone).toInstant(), 3 * Trend.MOST_MARKS);
        return Stream.concat(instruments.all().stream(), scored.keySet().stream().filter(FormId::names).sorted().map(instruments::get)).filter(it -> scored.containsKey(it.id()))
                .flatMap(it -> instruments.scoring(it.id()).flatMap(one -> Trend.of(it, one, scored.get(it.id()), cutOffs::of, happened, zone)).stream()).toList();
    }

    /** The assessment whose critical answer nobody has followed up yet. */
    @Transactional(readOnly = true)
    public Optional<Assessment> unsafe(ClientId client) {
        return store.unsafe(client);
    }

    /** Opens one's draft of this instrument, or a new one: at intake when it is the first, else as an update. */
    public Assessment start(ClientId client, String instrument) {
        return start(client, instrument, null);
    }

    /** The same for a stage, when one is given. */
    public Assessment start(ClientId client, String instrument, Assessment.@Nullable Stage at) {
        var begun = store.draft(client, instrument, Actor.current().account());
        var known = begun.isPresent() ? wordings.of(begun.get()) : wordings.current(instrument);
        administering.refuseUnqualified(known);
        return begun.orElseGet(() -> {
            var stage = at != null ? at : store.counting(client, instrument).isEmpty() ? Assessment.Stage.INTAKE : Assessment.Stage.UPDATE;
            var about = new Assessment.About(stage, today(), Assessment.Mode.IN_PERSON, Actor.current().language().getLanguage(), null);
            var draft = Assessment.start(client, known, about, Actor.current().account(), clock.instant());
            store.add(draft);
            drafts.begin(draft);
            return draft;
        });
    }

    /** Keeps what is known so far, whoever goes on with it, merged with what others wrote since the page was shown; what two wrote differently is not kept and comes back. */
    public List<Both> keep(ClientId client, AssessmentId id, Assessment.About about, Answers answers, Shown shown) {
        store.lock(client, id);
        var line = store.get(client, id);
        line.assessment().refuseIfCompleted();
        var merged = merge(line, about, answers, shown);
        write(line.assessment(), merged);
        return merged.both();
    }

    /** What somebody else wrote differently since the page was shown; nothing is kept. */
    @Transactional(readOnly = true)
    public List<Both> both(ClientId client, AssessmentId id, Assessment.About about, Answers answers, Shown shown) {
        var line = store.get(client, id);
        return line.assessment().draft() ? merge(line, about, answers, shown).both() : List.of();
    }

    private DraftFields.Merged merge(AssessmentLine line, Assessment.About about, Answers answers, Shown shown) {
        var draft = line.assessment();
        var mine = DraftFields.of(about, answers);
        var now = DraftFields.of(draft.about(), draft.answers());
        return mine.equals(now) ? new DraftFields.Merged(now, List.of(), List.of())
                : DraftFields.merge(mine, now, shown, store.touched(draft), new DraftFields.Touch(draft.assessor(), line.assessorName(), draft.startedAt()), Actor.current().account());
    }

    private void write(Assessment draft, DraftFields.Merged merged) {
        if (!merged.changed().isEmpty()) {
            store.replace(draft.say(merged.about(), merged.answers(), today()));
            store.touch(draft, merged.changed(), Actor.current().account(), clock.instant());
        }
    }

    /**
     * Completes it. Refuses when a question is answered that the other answers skip, when required ones are unanswered and nobody says that they
     * stay so, when somebody else wrote something else since the page was shown, when a critical answer is given without a word on what was done about it, and when the same is chosen twice to act on.
     */
    public Assessment complete(ClientId client, AssessmentId id, Assessment.About said, Answers given, boolean unansweredStays, @Nullable String safetyNote, Shown shown) {
        store.lock(client, id);
        var line = store.get(client, id);
        line.assessment().refuseIfCompleted();
        var merged = merge(line, said, given, shown);
        if (!merged.both().isEmpty()) {
            throw Refused.conflict("Somebody else wrote here just now. Look at what they wrote, then complete it.");
        }
        var about = merged.about();
        var answers = merged.answers();
        var draft = line.assessment().say(about, answers, today());
        if (FormId.names(draft.instrument())) {
            throw Refused.conflict("This form is answered on its own page.");
        }
        var instrument = wordings.of(draft);
        administering.refuseUnqualified(instrument);
        Gaps.refuseSkipped(instrument, answers);
        Gaps.refuse(instrument, answers, unansweredStays);
        NeedsPicture.refuseTwice(instrument, answers);
        var cutOff = cutOffs.on(instrument.id(), about.assessedOn()).orElse(null);
        var scoring = wordings.scoring(draft).map(it -> cutOff == null ? it : it.with(cutOff.bounds()));
        return finish(draft, cutOff, scoring.orElse(null), scoring.map(it -> it.score(instrument, answers)).orElse(null), safetyNote);
    }

    public Assessment complete(ClientId client, AssessmentId id, Assessment.About about, Answers answers, boolean unansweredStays, @Nullable String safetyNote) {
        return complete(client, id, about, answers, unansweredStays, safetyNote, Shown.NOTHING);
    }

    /** Completes the draft of a form of an agency, which was held against its questionnaire and scored already. */
    Assessment finish(Assessment draft, @Nullable Score score, @Nullable String safetyNote) {
        administering.refuseUnqualified(instruments.of(draft));
        return finish(draft, null, instruments.scoring(draft).orElse(null), score, safetyNote);
    }

    private Assessment finish(Assessment draft, @Nullable CutOff cutOff, @Nullable Scoring scoring, @Nullable Score score, @Nullable String safetyNote) {
        var critical = criticals.given(draft);
        if (critical.isPresent() && (safetyNote == null || safetyNote.isBlank())) {
            throw Refused.invalid("{question} was answered “{answer}”. Ask about it now, and write here what you did, before this is saved.",
                    critical.get().question(), critical.get().answer()).at("safetyNote");
        }
        var done = draft.complete(score instanceof Score.Valid valid ? valid.total() : null, critical.isPresent(),
                critical.isPresent() ? safetyNote.strip() : null, cutOff == null ? null : cutOff.id(), approvals.asked(draft.clientId(), draft.instrument()), Actor.current().account(), clock.instant());
        store.replace(done);
        tell(done, Telling.completed(wordings.of(done), done, scoring, score, critical.orElse(null)), Telling.how(done));
        return done;
    }

    /** Throws a draft away. */
    public void discard(ClientId client, AssessmentId id) {
        var draft = store.get(client, id).assessment();
        draft.refuseIfCompleted();
        store.discard(draft);
    }

    /** A draft with the same answers, that will take the place of a completed one. */
    public Assessment correct(ClientId client, AssessmentId id) {
        var line = store.get(client, id);
        if (line.correctedBy() != null) {
            throw Refused.conflict("This assessment was corrected already. Correct the newer one.");
        }
        var correction = line.assessment().correction(Actor.current().account(), clock.instant());
        store.add(correction);
        drafts.again(line.assessment(), correction);
        return correction;
    }

    /** Says what was done about a critical answer; from then on nobody is reminded of it. */
    public void followUp(ClientId client, AssessmentId id, String words) {
        var line = store.get(client, id);
        if (!line.assessment().critical() || line.followedUpAt() != null) {
            throw Refused.conflict("There is nothing to follow up here.");
        }
        store.followUp(line.assessment(), clock.instant(), Actor.current().account(), words.strip());
        tell(line.assessment(), Sentence.of("Followed up: {instrument}", Telling.titled(instruments.get(line.assessment().instrument()))),
                Sentence.of("{words} · by {name}", words.strip(), Actor.current().name()));
    }

    void tell(Assessment one, Sentence what, Sentence why) {
        story.tell(one.clientId(), clock.instant(), StoryKind.ASSESSMENT, what, why, one.path());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
