package org.casebridge.careplans;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafting a plan, agreeing it with the client, changing it by a next version, ending it. {@code seen} is the {@link CarePlan#version}
 * a person had before them: whoever worked on an older state is refused, so that nobody overwrites what they did not see.
 */
@Service
@Transactional
public class CarePlans {

    private final PlanStore plans;
    private final GoalStore goals;
    private final Goals facts;
    private final SectionStore sections;
    private final Clients clients;
    private final Accounts accounts;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CarePlans(PlanStore plans, GoalStore goals, Goals facts, SectionStore sections, Clients clients, Accounts accounts, Story story, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.facts = facts;
        this.sections = sections;
        this.clients = clients;
        this.accounts = accounts;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    /** The version in force. */
    @Transactional(readOnly = true)
    public Optional<CarePlan> active(ClientId client) {
        return plans.active(client);
    }

    /** The version being drafted, or proposed and not agreed yet. */
    @Transactional(readOnly = true)
    public Optional<CarePlan> drafted(ClientId client) {
        return plans.open(client);
    }

    @Transactional(readOnly = true)
    public CarePlan get(ClientId client, PlanId id) {
        return plans.get(client, id);
    }

    /** Every version of every plan of the client, newest first. */
    @Transactional(readOnly = true)
    public List<CarePlan> all(ClientId client) {
        return plans.all(client);
    }

    /** The goals as this version words them, with where they stand today. */
    @Transactional(readOnly = true)
    public List<Goal> goals(CarePlan plan) {
        return goals.of(plan.id());
    }

    /** The open goals of the plan in force, for whoever ties something to a goal. */
    @Transactional(readOnly = true)
    public List<GoalLine> goalsOf(ClientId client) {
        return goals.lines(client);
    }

    /** Days between two contacts where the plan in force sets them; otherwise the programme's count. */
    @Transactional(readOnly = true)
    public Optional<Integer> cadenceDays(ClientId client) {
        return plans.active(client).map(CarePlan::cadenceDays);
    }

    /** Progress seen today; {@code contactId} names the contact it was seen in, whose own line then tells the story. */
    public void progress(ClientId client, GoalId goal, Achievement achievement, String words, @Nullable UUID contactId) {
        facts.progress(client, goal, achievement, words, today(), contactId);
    }

    /** What this version changes in the one before it; empty for a first version. */
    @Transactional(readOnly = true)
    public List<Sentence> changes(CarePlan plan) {
        return plans.before(plan).map(it -> PlanChanges.between(it, goals.of(it.id()), plan, goals.of(plan.id()))).orElse(List.of());
    }

    /** Begins a first version. Refuses when a plan is in force or being drafted. */
    public CarePlan begin(ClientId client) {
        clients.get(client);
        if (plans.active(client).isPresent() || plans.open(client).isPresent()) {
            throw Refused.conflict("There is a plan already. Change it rather than begin a second one.");
        }
        var plan = CarePlan.draft(client);
        plans.add(plan);
        return plan;
    }

    /** Begins the next version of the plan in force, which goes on until that one is agreed. Refuses while one is being drafted. */
    public CarePlan change(ClientId client) {
        var now = inForce(client);
        if (plans.open(client).isPresent()) {
            throw Refused.conflict("The next version is being drafted already.");
        }
        var next = now.change();
        plans.add(next);
        goals.carryOver(now, next);
        sections.carryOver(now, next);
        return next;
    }

    /** Takes back a version that was not agreed; nothing else changes by it. */
    public void discard(ClientId client) {
        var plan = open(client);
        plans.discard(plan);
        goals.forgetUnnamed(plan);
    }

    public void about(ClientId client, String strengths, int reviewDays, @Nullable Integer cadenceDays, int seen) {
        plans.replace(open(client, seen).about(strengths, reviewDays, cadenceDays));
    }

    /** Writes a goal, new or changed, into the version being drafted. */
    public void write(ClientId client, Goal goal, int seen) {
        var plan = open(client, seen);
        plans.replace(plan.edit());
        var staff = accounts.colleagues().stream().collect(toMap(it -> it.name().toLowerCase(), Account::id, (one, _) -> one));
        goal.check();
        goals.write(plan, goal, staff, today());
    }

    /** Writes what the version being drafted says beside its goals. Refuses a day to come. */
    public void write(ClientId client, PlanParts parts, int seen) {
        var plan = open(client, seen);
        for (var day : java.util.stream.Stream.concat(parts.sections().stream().map(Section::onDay), parts.choices().stream().map(Choice::onDay)).toList()) {
            if (day.isAfter(today())) {
                throw Refused.invalid("What was talked over lies in the past or today, not on {day}.", day).at("on");
            }
        }
        plans.replace(plan.edit());
        sections.replace(plan, parts);
    }

    /** Takes a goal out of the version being drafted; if it was agreed before, it is cancelled when this version is agreed. */
    public void remove(ClientId client, GoalId goal, int seen) {
        var plan = open(client, seen);
        plans.replace(plan.edit());
        goals.remove(plan, goal);
        goals.forgetUnnamed(plan);
    }

    public void propose(ClientId client, int seen) {
        var plan = open(client, seen);
        withGoals(plan);
        plans.replace(plan.propose());
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Plan proposed, version {number}", plan.number()), by(), path(client));
    }

    /** The client agreed to exactly the version that was {@code seen}. It is in force from now on; the one before it becomes history. By a signature alone: {@link Signing#agree}. */
    void agree(ClientId client, Agreement agreement, @Nullable String reason, int seen) {
        var plan = open(client, seen);
        withGoals(plan);
        var agreed = plan.agree(agreement, reason, today());
        var before = plans.active(client);
        if (before.isPresent()) {
            plans.replace(before.get().amended());
        }
        plans.replace(agreed);
        goals.begin(agreed, agreement.on());
        tell(agreed, agreement);
        events.publishEvent(new PlanEvent.Agreed(plan.id(), client, plan.number()));
    }

    /**
     * Takes back an agreement that was entered by mistake. The version stays to be read; the one before it is in force again, and what was worded
     * becomes a draft, so that nothing is written twice. Refuses while a next version is being drafted.
     */
    public void takeBack(ClientId client, String mistake) {
        var plan = inForce(client);
        if (plans.open(client).isPresent()) {
            throw Refused.conflict("The next version is being drafted. Agree it or take it back first.");
        }
        var before = plans.before(plan);
        plans.replace(plan.takeBack(mistake, today()));
        before.ifPresent(it -> plans.replace(it.restore()));
        goals.unbegin(plan, before, today());
        var draft = plan.again(mistake);
        plans.add(draft);
        goals.carryOver(plan, draft);
        sections.carryOver(plan, draft);
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Agreement taken back, version {number}", plan.number()),
                Sentence.of("{words} · by {name}", mistake, Actor.current().name()), path(client) + "/versions/" + plan.id().text());
        events.publishEvent(new PlanEvent.TakenBack(plan.id(), client));
    }

    public void giveCopy(ClientId client, Agreement.Copy copy) {
        plans.replace(inForce(client).giveCopy(copy));
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Copy of the plan: {how}", copy), by(), path(client));
    }

    /** The plan was looked at together and goes on unchanged. */
    public void review(ClientId client, LocalDate on, String words) {
        var plan = inForce(client);
        plans.replace(plan.review(on, today()));
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Plan reviewed on {day}, it goes on as it is", on),
                words.isBlank() ? by() : Sentence.of("{words} · by {name}", words, Actor.current().name()), path(client));
    }

    /** Held on a day, the review counts from another, perhaps to come. */
    void reviewed(ClientId client, LocalDate doneOn, LocalDate effectiveOn, String words) {
        var plan = inForce(client);
        plans.replace(plan.review(effectiveOn, effectiveOn));
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Plan reviewed on {day}, counting from {effective}", doneOn, effectiveOn),
                words.isBlank() ? by() : Sentence.of("{words} · by {name}", words, Actor.current().name()), path(client) + "/review");
    }

    /** The last review that counts, or null for none. */
    void reviewedLast(ClientId client, @Nullable LocalDate last) {
        plans.replace(inForce(client).reviewedLast(last));
    }

    /** Refuses to complete a plan with goals that are still open: first say what came of each. Revoked, the open goals are cancelled. */
    public void end(ClientId client, boolean completed, String reason) {
        var plan = inForce(client);
        if (plans.open(client).isPresent()) {
            throw Refused.conflict("The next version is being drafted. Agree it or take it back first.");
        }
        var open = goals.lines(client);
        if (completed && !open.isEmpty()) {
            throw Refused.conflict("{count, plural, one {One goal is still open. Say first what came of it.} other {# goals are still open. Say first what came of them.}}", open.size());
        }
        plans.replace(plan.end(completed, reason, today()));
        goals.cancelAll(plan, today(), reason);
        story.tell(client, clock.instant(), StoryKind.PLAN, completed ? Sentence.of("Plan completed") : Sentence.of("Plan revoked"),
                Sentence.of("{words} · by {name}", reason, Actor.current().name()), path(client));
        events.publishEvent(new PlanEvent.Ended(plan.id(), client));
    }

    private void tell(CarePlan plan, Agreement agreement) {
        var name = clients.get(plan.clientId()).name();
        story.tell(plan.clientId(), clock.instant(), StoryKind.PLAN, PlanChanges.told(plan, changes(plan)),
                Sentence.of("agreed with {client} on {day}, {how} · copy: {copy}", name, agreement.on(), agreement.how(), agreement.copy()),
                "/clients/" + plan.clientId().text() + "/plan/versions/" + plan.id().text());
    }

    private void withGoals(CarePlan plan) {
        if (goals.of(plan.id()).isEmpty()) {
            throw Refused.invalid("A plan needs a goal before it can be agreed. Add the first one.");
        }
    }

    private CarePlan inForce(ClientId client) {
        return plans.active(client).orElseThrow(() -> Refused.conflict("There is no plan in force."));
    }

    private CarePlan open(ClientId client) {
        return plans.open(client).orElseThrow(() -> Refused.conflict("No version of the plan is being drafted."));
    }

    private CarePlan open(ClientId client, int seen) {
        var plan = open(client);
        if (plan.version() != seen) {
            throw Refused.conflict("Someone else changed this plan while you were writing. What you wrote is kept here; look at the plan in another window, then save again.");
        }
        return plan;
    }

    private static Sentence by() {
        return Sentence.of("by {name}", Actor.current().name());
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
