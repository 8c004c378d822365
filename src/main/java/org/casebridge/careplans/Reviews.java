package org.casebridge.careplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rating goals, reviewing the plan in force with what is known of each goal, when that is due, and the rules of programmes on it. */
@Service
@Transactional
public class Reviews {

    /** So many of what is due are listed. */
    public static final int MOST = 200;

    /** A review that is late by more is told to the supervisor. */
    public static final int ESCALATED = 14;

    private final CarePlans plans;
    private final Goals goals;
    private final ReviewStore store;
    private final Deliveries deliveries;
    private final Programs programs;
    private final Story story;
    private final Clock clock;

    Reviews(CarePlans plans, Goals goals, ReviewStore store, Deliveries deliveries, Programs programs, Story story, Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.store = store;
        this.deliveries = deliveries;
        this.programs = programs;
        this.story = story;
        this.clock = clock;
    }

    /** What was planned and what was done, goal by goal; only goals that are still open. Refuses when no plan is in force. */
    @Transactional(readOnly = true)
    public PlanReview.Sheet sheet(ClientId client) {
        var plan = inForce(client);
        var facts = store.facts(client);
        var given = deliveries.given(client, plan.agreedOn(), today());
        var evidence = plans.goals(plan).stream().filter(it -> it.lifecycle().open()).map(goal -> {
            var planned = goal.steps().stream().map(it -> it.amount().planned(plan.agreedOn(), today())).filter(java.util.Objects::nonNull).mapToDouble(it -> it).boxed().toList();
            return new Evidence(goal, facts.progress().getOrDefault(goal.id().value(), List.of()),
                    facts.ratings().getOrDefault(goal.id().value(), List.of()).stream().filter(it -> it.struckOn() == null).toList(),
                    planned.isEmpty() ? null : planned.stream().mapToDouble(it -> it).sum(), given.get(goal.id().value()), plan.agreedOn(), today());
        }).toList();
        var scaled = evidence.stream().filter(it -> it.goal().more().scaled() && it.rated() != null).map(it -> new GoalScale.Scaled(it.goal().priority().weight(), it.rated().level())).toList();
        return new PlanReview.Sheet(plan, evidence, facts.reviews(), GoalScale.tScore(scaled));
    }

    /** Refuses a goal without levels or at its end, a level that is none, and a day to come. */
    public void rate(ClientId client, GoalId id, int level, LocalDate on, String words) {
        var goal = goals.get(client, id);
        if (!goal.lifecycle().open()) {
            throw Refused.conflict("This goal came to its end. It can be made active again.");
        }
        if (!goal.more().scaled()) {
            throw Refused.conflict("This goal has no five levels. Word them in the next version of the plan, then it can be rated.");
        }
        if (level < -2 || level > 2) {
            throw Refused.invalid("Choose a level from −2 to +2.").at("level");
        }
        if (on.isAfter(today())) {
            throw Refused.invalid("Progress is noted when it was seen, not ahead of it.").at("ratedOn");
        }
        store.rate(client, id, level, on, words.strip());
        tell(client, Sentence.of("{goal}: rated {level}", goal.words(), Evidence.signed(level)), words, "/goals/" + id.text());
    }

    public void strikeRating(ClientId client, GoalId goal, UUID rating, String why) {
        if (store.strikeRating(client, goal, rating, today(), why.strip()) == 0) {
            throw Refused.notFound("That rating could not be found, or was struck already.");
        }
    }

    /**
     * The plan was looked at together. Held on {@code doneOn}, it counts from {@code effectiveOn}, up to 60 days later, from where the next one is counted. A goal decided to be achieved is completed; where one is to
     * be stepped up or down or replaced, the next version is begun. Refuses a goal without a decision, and one otherwise than proposed without a word on why. True when a version was begun.
     */
    public boolean hold(ClientId client, LocalDate doneOn, LocalDate effectiveOn, String words, List<PlanReview.Decision> decisions, int seen) {
        var sheet = sheet(client);
        var plan = sheet.plan();
        if (plan.version() != seen) {
            throw Refused.conflict("Someone else changed or reviewed this plan meanwhile. Look at it again; what you wrote is kept here.");
        }
        if (doneOn.isAfter(today()) || doneOn.isBefore(plan.agreedOn())) {
            throw Refused.invalid("The review lies between the agreement, {day}, and today.", plan.agreedOn()).at("doneOn");
        }
        if (effectiveOn.isBefore(doneOn) || effectiveOn.isAfter(doneOn.plusDays(60))) {
            throw Refused.invalid("It counts from the day it was held or up to 60 days later.").at("effectiveOn");
        }
        var byGoal = decisions.stream().collect(Collectors.toMap(PlanReview.Decision::goal, it -> it, (one, _) -> one));
        for (var it : sheet.goals()) {
            var decision = byGoal.get(it.goal().id());
            if (decision == null || decision.decided() == Evidence.Proposal.NOT_ENOUGH) {
                throw Refused.invalid("Decide what becomes of: {goal}", it.goal().words()).at("decided-" + it.goal().id().text());
            }
            var proposed = it.proposal().what();
            if (proposed != Evidence.Proposal.NOT_ENOUGH && decision.decided() != proposed && decision.words().isBlank()) {
                throw Refused.invalid("Say why it is decided otherwise than proposed: {goal}", it.goal().words()).at("why-" + it.goal().id().text());
            }
        }
        var review = store.add(plan, doneOn, effectiveOn, words.strip(), sheet.tScore());
        sheet.goals().forEach(it -> store.decide(review, client, byGoal.get(it.goal().id()), it.proposal().what()));
        store.endExemption(plan, today());
        plans.reviewed(client, doneOn, effectiveOn, words);
        for (var it : sheet.goals()) {
            if (byGoal.get(it.goal().id()).decided() == Evidence.Proposal.ACHIEVED) {
                goals.progress(client, it.goal().id(), Achievement.ACHIEVED, byGoal.get(it.goal().id()).words(), doneOn, null);
                goals.move(client, it.goal().id(), Lifecycle.COMPLETED, "");
            }
        }
        var change = byGoal.values().stream().map(PlanReview.Decision::decided).anyMatch(it -> it == Evidence.Proposal.STEP_UP || it == Evidence.Proposal.STEP_DOWN || it == Evidence.Proposal.REPLACE);
        if (change && plans.drafted(client).isEmpty()) {
            plans.change(client);
        }
        return change;
    }

    /** A review that was noted by mistake; it stays to be read. The day of the next one is that before it again, where it was the last. */
    public void strike(ClientId client, UUID review, String why) {
        var plan = inForce(client);
        var found = store.facts(client).reviews().stream().filter(it -> it.id().equals(review) && it.planId().equals(plan.id())).findFirst()
                .orElseThrow(() -> Refused.notFound("That review could not be found among those of the plan in force."));
        if (found.struckOn() != null) {
            throw Refused.conflict("This review was struck already.");
        }
        store.strike(client, review, today(), why.strip());
        var last = store.facts(client).reviews().stream().filter(it -> it.planId().equals(plan.id()) && it.struckOn() == null).map(PlanReview::effectiveOn).max(LocalDate::compareTo).orElse(null);
        plans.reviewedLast(client, last);
        tell(client, Sentence.of("Review of {day} struck out: it was entered in error", found.doneOn()), why, "/review");
    }

    /** The review may wait until a day, for a reason; at most 90 days from today. */
    public void exempt(ClientId client, LocalDate until, String reason) {
        if (!until.isAfter(today()) || until.isAfter(today().plusDays(90))) {
            throw Refused.invalid("It may wait until a day within the next 90 days.").at("until");
        }
        store.exempt(inForce(client), until, reason.strip(), today());
        tell(client, Sentence.of("Review of the plan may wait until {day}", until), reason, "/review");
    }

    /** In reach of the acting person, the most late first. */
    @Transactional(readOnly = true)
    public List<PlanReview.DueLine> due(LocalDate until) {
        return store.due(until, MOST);
    }

    @Transactional(readOnly = true)
    public PlanReview.Acuity acuity(CarePlan plan) {
        return store.acuity(plan);
    }

    /** What the plan says of itself; {@code acuity} decides with the programme's rule how long it may be until the review. Refuses more days than that. */
    public void about(ClientId client, String strengths, int reviewDays, @Nullable Integer cadenceDays, PlanReview.Acuity acuity, int seen) {
        store.rule(client, acuity, today()).filter(it -> reviewDays > it.days()).ifPresent(it -> {
            throw Refused.invalid("The programme asks for a review at least every {days} days here: {basis}", it.days(), it.basis()).at("reviewDays");
        });
        plans.about(client, strengths, reviewDays, cadenceDays, seen);
        store.setAcuity(plans.drafted(client).orElseThrow(), acuity);
    }

    /** Days until the first review that a programme's rule asks for, or the usual ones. */
    @Transactional(readOnly = true)
    public int usual(ClientId client, PlanReview.Acuity acuity) {
        return store.rule(client, acuity, today()).map(PlanReview.Rule::days).orElse(CarePlan.REVIEW_DAYS);
    }

    @Transactional(readOnly = true)
    public List<PlanReview.Rule> rules(ProgramId program) {
        return store.rules(programs.get(program).id());
    }

    /** Refuses a second rule for the same need, and a first day that is past. It asks of plans that are worded from then on. */
    public void addRule(ProgramId program, PlanReview.Acuity acuity, int days, String basis, LocalDate from) {
        if (from.isBefore(today())) {
            throw Refused.invalid("A rule never reaches back. Choose today or a day to come.").at("from");
        }
        if (rules(program).stream().anyMatch(it -> it.endedOn() == null && it.acuity() == acuity)) {
            throw Refused.invalid("There is such a rule already. End that one first.").at("acuity");
        }
        store.addRule(program, acuity, days, basis.strip(), from, clock.instant());
    }

    public void endRule(ProgramId program, UUID rule) {
        if (store.endRule(programs.get(program).id(), rule, today()) == 0) {
            throw Refused.notFound("That rule could not be found among those that hold.");
        }
    }

    private CarePlan inForce(ClientId client) {
        return plans.active(client).orElseThrow(() -> Refused.conflict("There is no plan in force."));
    }

    private void tell(ClientId client, Sentence what, String words, String path) {
        var by = Actor.current().name();
        story.tell(client, clock.instant(), StoryKind.PLAN, what, words.isBlank() ? Sentence.of("by {name}", by) : Sentence.of("{words} · by {name}", words, by), "/clients/" + client.text() + "/plan" + path);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
