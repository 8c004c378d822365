package org.casebridge.careplans;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.StoryPanel;
import org.casebridge.caseload.Turns;
import org.casebridge.clients.ClientTab;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the plan says elsewhere: a tab, the card beside the story, and My day's line when it is to be looked at again. */
@Configuration(proxyBeanMethods = false)
class PlanHead {

    @Bean
    ClientTab planTab() {
        return new ClientTab(30, "/plan", "Plan", Permission.SEE_PLANS);
    }

    @Bean
    @Order(20)
    StoryPanel planPanel(PlanStore store, CarePlans plans, Templates pages, Clock clock) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.SEE_PLANS)) {
                return StoryPanel.NONE;
            }
            var active = store.active(questions, client);
            return () -> active.get().stream().findFirst().map(it -> pages.careplansPanel(it, plans.goals(it), LocalDate.now(clock.withZone(Actor.current().zone()))));
        };
    }

    /** What is late by more than two weeks stands on the supervisor's day too, at most ten of them. */
    @Bean
    NeedSource reviewsEscalated(ReviewStore reviews) {
        return (_, mine) -> !Actor.current().may(Permission.ASSIGN_CASES) ? java.util.List::of
                : () -> reviews.dueInTeam(mine.worker(), mine.today().minusDays(Reviews.ESCALATED + 1), mine.today(), 10).stream().map(it -> new Need(it.clientId(), it.client(),
                Sentence.of("Look after the review of the plan with {worker}", it.worker()), Sentence.of("last on {day} · review every {days} days · told to you after {late} days", it.last(), it.reviewDays(), Reviews.ESCALATED),
                it.dueOn(), Sentence.of("Review plan"), "/clients/" + it.clientId().text() + "/plan/review")).toList();
    }

    /** What was agreed, and what ended; not each step. */
    @Bean
    static Turns planTurns() {
        return Turns.of("Plan agreed, version {number}", "Plan changed to version {number}: {change}",
                "Plan changed to version {number}: {change}; {count, plural, one {one more change} other {# more changes}}", "Plan completed", "Plan revoked");
    }
}
