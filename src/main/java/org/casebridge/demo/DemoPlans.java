package org.casebridge.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.careplans.Conference;
import org.casebridge.careplans.Conferences;
import org.casebridge.careplans.Deliveries;
import org.casebridge.careplans.Delivery;
import org.casebridge.careplans.Evidence;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.PlanReview;
import org.casebridge.careplans.Reviews;
import org.casebridge.clients.ClientId;
import org.casebridge.data.HouseClock;
import org.springframework.stereotype.Component;

/** A plan that is kept: levels seen, services given, a case conference that was held and one to come, and a review. */
@Component
class DemoPlans {

    private final DemoWays ways;
    private final Reviews reviews;
    private final Deliveries deliveries;
    private final Conferences conferences;

    DemoPlans(DemoWays ways, Reviews reviews, Deliveries deliveries, Conferences conferences) {
        this.ways = ways;
        this.reviews = reviews;
        this.deliveries = deliveries;
        this.conferences = conferences;
    }

    void keep(LocalDate today) {
        var rosa = ways.who("manager");
        var kofi = rosa.act(() -> ways.clients().findBySource("demo:kofi")).orElseThrow();
        var home = rosa.act(() -> ways.plans().goalsOf(kofi)).getFirst().id();
        at(rosa, today.minusDays(100), () -> reviews.rate(kofi, home, -2, today.minusDays(100), "In the car again for two nights."));
        at(rosa, today.minusDays(70), () -> reviews.rate(kofi, home, -1, today.minusDays(70), ""));
        at(rosa, today.minusDays(14), () -> reviews.rate(kofi, home, -1, today.minusDays(14), "Still on the sofa; the list is moving again."));
        for (int ago : new int[] {88, 61, 33, 12}) {
            at(rosa, today.minusDays(ago), () -> deliveries.note(kofi, home, new Delivery.Said(today.minusDays(ago), BigDecimal.ONE, Goal.Unit.VISIT, "Eastside Family Services", "City contract")));
        }
        meet(rosa, kofi, today);
        at(rosa, today.minusDays(9), () -> review(kofi, today.minusDays(9)));
    }

    private void meet(Actor rosa, ClientId kofi, LocalDate today) {
        var vera = ways.accounts().get(ways.who("supervisor").account()).name();
        at(rosa, today.minusDays(34), () -> conferences.call(kofi, today.minusDays(30), LocalTime.of(14, 0), "Room 2", "Kofi Mensah\nAbena Mensah\n" + vera, conferences.agenda(kofi)));
        at(rosa, today.minusDays(30), () -> {
            var one = conferences.of(kofi).getFirst();
            conferences.hold(kofi, one.id(), one.invited(), "Kofi wants his place on the list back, and asks for a room meanwhile. His mother has Kwame’s bed until then.",
                    List.of(new Conference.Decision(0, Conference.Becomes.NOTED, "A room counts as a step, not as the end", null, null)), one.version());
        });
        rosa.run(() -> conferences.call(kofi, today.plusDays(3), LocalTime.of(8, 15), "Room 2", "Kofi Mensah\n" + vera, conferences.agenda(kofi)));
    }

    private void review(ClientId kofi, LocalDate on) {
        var sheet = reviews.sheet(kofi);
        reviews.hold(kofi, on, on, "Both goals go on; the first waits for the Housing Authority.",
                sheet.goals().stream().map(it -> new PlanReview.Decision(it.goal().id(), Evidence.Proposal.KEEP, "He wants to go on with it as it is")).toList(), sheet.plan().version());
    }

    private static void at(Actor who, LocalDate day, Runnable deed) {
        HouseClock.at(day.atTime(13, 10).atZone(who.zone()).toInstant(), () -> {
            who.run(deed);
            return true;
        });
    }
}
