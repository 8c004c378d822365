package org.casebridge.careplans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a version of a plan says as a whole: to be read, to be measured, to be bound to a signature. */
@Service
@Transactional(readOnly = true)
public class PlanReading {

    private final PlanStore plans;
    private final GoalStore goals;
    private final SectionStore sections;
    private final Together together;

    PlanReading(PlanStore plans, GoalStore goals, SectionStore sections, Together together) {
        this.plans = plans;
        this.goals = goals;
        this.sections = sections;
        this.together = together;
    }

    public PlanSheet sheet(ClientId client) {
        var key = client.value();
        var inForce = "(select id from careplans.plan where client_id = ? and status = 'ACTIVE')";
        var questions = together.questions();
        var all = questions.list(CarePlan.class, "select * from careplans.plan where client_id = ? order by id desc", key);
        var now = goals.gather(questions, inForce, key);
        var parts = sections.gather(questions, inForce, key);
        var barriers = questions.list(Barrier.class, "select * from careplans.barrier where client_id = ? order by ended_on nulls first, noted_on desc, id desc", key);
        var tied = questions.list((row, _) -> row.getObject("step_id", UUID.class), "select step_id from careplans.step_task where client_id = ?", key);
        questions.ask();
        var active = all.get().stream().filter(CarePlan::active).findFirst().orElse(null);
        return new PlanSheet(all.get(), active, all.get().stream().filter(CarePlan::open).findFirst().orElse(null), now.get(), parts.get(), barriers.get(),
                Steps.waiting(now.get(), Set.copyOf(tied.get())));
    }

    /** What this version says beside its goals. */
    public PlanParts parts(CarePlan plan) {
        return sections.of(plan.id());
    }

    /** All that the client is to read of this version, a line each. */
    public String forClient(CarePlan plan) {
        var words = new ArrayList<String>();
        words.add(plan.strengths());
        for (var goal : goals.of(plan.id())) {
            words.addAll(List.of(goal.words(), goal.more().notTheirs(), goal.more().why(), goal.more().baseline(), goal.measure(), goal.strengths()));
            words.addAll(goal.more().levels());
            goal.steps().forEach(it -> words.add(it.what()));
        }
        parts(plan).forClient().sections().forEach(it -> words.add(it.words()));
        return words.stream().filter(it -> !it.isBlank()).collect(Collectors.joining("\n"));
    }

    /** The version that was agreed before this one. */
    public java.util.Optional<CarePlan> before(CarePlan plan) {
        return plans.before(plan);
    }

    public List<PlanBeside> beside(CarePlan was, CarePlan is) {
        return PlanBeside.of(was, goals.of(was.id()), parts(was), is, goals.of(is.id()), parts(is));
    }

    public String hash(CarePlan plan) {
        return hash(plan, goals.of(plan.id()), parts(plan));
    }

    /**
     * SHA-256, in hexadecimal, of everything that the client's copy says, no more and no less, each fact on a line of its own, in the order of the plan. What is for the team alone or for its sorting (a goal's
     * domain, the kind of what it needs) and what happens after the agreement (achievement, steps done) is not in it, so that it stays the same for ever. The keys of plan, goals and steps say which ones are meant.
     */
    public static String hash(CarePlan plan, List<Goal> goals, PlanParts parts) {
        var facts = new ArrayList<Object>(java.util.Arrays.asList(plan.series(), plan.number(), plan.strengths(), plan.reviewDays(), plan.cadenceDays()));
        for (var goal : goals) {
            var more = goal.more();
            facts.addAll(java.util.Arrays.asList("goal", goal.id().value(), goal.words(), goal.measure(), goal.targetOn(), goal.priority(), goal.strengths(), more.why(), more.notTheirs(),
                    more.baseline(), more.startOn()));
            facts.addAll(more.levels());
            for (var step : goal.steps()) {
                var amount = step.amount();
                facts.addAll(java.util.Arrays.asList("step", step.id().value(), step.what(), step.party(), step.who(), step.timing(), step.dueOn(), amount.startOn(), amount.units(), amount.unit(), amount.per(),
                        amount.after() == null ? null : amount.after().value()));
            }
            goal.resources().forEach(it -> facts.addAll(java.util.Arrays.asList("needed", it.what(), it.source(), it.cost() == null ? null : it.cost().stripTrailingZeros().toPlainString())));
        }
        parts.forClient().ordered().forEach(it -> facts.addAll(List.of("section", it.kind(), it.words(), it.onDay())));
        parts.choices().forEach(it -> facts.addAll(List.of("choice", it.what(), it.answer(), it.words(), it.onDay())));
        var text = facts.stream().map(it -> String.valueOf(it).replace("\\", "\\\\").replace("\n", "\\n")).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
