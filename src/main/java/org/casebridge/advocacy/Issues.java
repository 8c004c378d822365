package org.casebridge.advocacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.GoalLine;
import org.casebridge.careplans.Goals;
import org.casebridge.caseload.CaseEvent;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raising an issue for a client, keeping its log, and writing down what came of it. */
@Service
@Transactional
public class Issues {

    private final IssueStore store;
    private final CarePlans plans;
    private final Goals goals;
    private final Story story;
    private final Clock clock;

    Issues(IssueStore store, CarePlans plans, Goals goals, Story story, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.goals = goals;
        this.story = story;
        this.clock = clock;
    }

    /** Open ones first, most urgent on top; then those with a result, newest first. */
    @Transactional(readOnly = true)
    public List<IssueLine> of(ClientId client) {
        return store.of(client);
    }

    /** Open ones only, most urgent first. */
    @Transactional(readOnly = true)
    public List<IssueLine> openOf(AccountId worker) {
        return store.openOf(worker);
    }

    /** The most urgent open ones of everybody the acting person can reach, at most {@link IssueStore#MOST}. */
    @Transactional(readOnly = true)
    public List<IssueLine> openOfAll() {
        return store.openOfAll();
    }

    @Transactional(readOnly = true)
    public Issue get(ClientId client, IssueId id) {
        return store.get(client, id);
    }

    /** The log, newest first. */
    @Transactional(readOnly = true)
    public List<IssueStep> steps(ClientId client, IssueId id) {
        return store.steps(client, id);
    }

    /** The goals of the plan in force that an issue can serve. */
    @Transactional(readOnly = true)
    public List<GoalLine> goals(ClientId client) {
        return plans.goalsOf(client);
    }

    /** The goal an issue serves, in its words; null when it serves none. */
    @Transactional(readOnly = true)
    public @Nullable String goal(Issue issue) {
        return issue.goalId() == null ? null : goals.get(issue.clientId(), issue.goalId()).words();
    }

    public Issue raise(ClientId client, RaiseIssue said) {
        ours(client, said.goalId());
        var issue = Issue.raise(client, Actor.current().account(), said, today());
        store.add(issue);
        tell(issue, Sentence.of("Asked {name}: {about}", issue.name(), issue.about()),
                issue.answerDue() == null
                        ? Sentence.of("by {name}", Actor.current().name())
                        : Sentence.of("answer due on {day} · by {name}", issue.answerDue(), Actor.current().name()));
        return issue;
    }

    public void change(ClientId client, IssueId id, RaiseIssue said) {
        var issue = store.get(client, id);
        if (said.goalId() != null && !said.goalId().equals(issue.goalId())) {
            ours(client, said.goalId());
        }
        store.replace(issue.change(said, today()));
    }

    /** Steps may be added after the result too: the log tells what really happened. Refuses a day yet to come. */
    public void take(ClientId client, IssueId id, TakeStep step) {
        var issue = store.get(client, id);
        if (step.day().isAfter(today())) {
            throw Refused.invalid("That day is yet to come.").at("day");
        }
        store.addStep(issue, step.day(), step.how(), step.words());
        tell(issue, Sentence.of("{how}: {words}", step.how(), brief(step.words())),
                Sentence.of("{about}, with {agency} · by {name}", issue.about(), issue.name(), Actor.current().name()));
    }

    public void settle(ClientId client, IssueId id, SettleIssue said) {
        var issue = store.get(client, id).settle(said, today());
        store.replace(issue);
        tell(issue, Sentence.of("{result} by {agency}: {about}", said.result(), issue.name(), issue.about()),
                Sentence.of("{words} · by {name}", brief(said.resultWords()), Actor.current().name()));
    }

    /** Takes the result back and keeps it, with the reason, in the log. */
    public void reopen(ClientId client, IssueId id, ReopenIssue said) {
        var issue = store.get(client, id);
        var open = issue.reopen();
        store.replace(open);
        store.addStep(open, today(), IssueStep.How.REOPENED, said.reason());
        tell(open, Sentence.of("Opened again: {about}", issue.about()),
                Sentence.of("{reason} · before: {result} on {day} · by {name}", said.reason(), issue.result(), issue.resultOn(), Actor.current().name()));
    }

    /** Open issues go with the case to its new worker. */
    @EventListener
    void follow(CaseEvent.Assigned assigned) {
        store.handOver(assigned.clientId(), assigned.from(), assigned.to());
    }

    private void tell(Issue issue, Sentence what, Sentence why) {
        story.tell(issue.clientId(), clock.instant(), StoryKind.ADVOCACY, what, why, "/clients/" + issue.clientId().text() + "/advocacy/" + issue.id().text());
    }

    private void ours(ClientId client, @Nullable GoalId goal) {
        if (goal != null && plans.goalsOf(client).stream().noneMatch(it -> it.id().equals(goal))) {
            throw Refused.invalid("Choose one of the goals offered.").at("goalId");
        }
    }

    /** The story shows the beginning; the whole stands on the issue's own page. */
    private static String brief(String words) {
        return words.length() <= 160 ? words : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, 160))) + "…";
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Actor.current().zone());
    }
}
