package org.casebridge.careplans;

import static org.casebridge.web.Say.say;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Shareable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plan in force, goal by goal, as it can be shared. */
@Configuration(proxyBeanMethods = false)
class PlanShared {

    @Bean
    Shareable sharedPlan(CarePlans plans) {
        return Shareable.of(Part.PLAN, client -> pieces(plans, client));
    }

    private static List<Piece> pieces(CarePlans plans, ClientId client) {
        var found = plans.active(client);
        return found.isEmpty() ? List.of() : plans.goals(found.get()).stream()
                .map(it -> Piece.of(Part.PLAN, it.id().value(), found.get().agreedOn(), it.words(), lines(it))).toList();
    }

    private static List<String> lines(Goal it) {
        var lines = new ArrayList<String>();
        lines.add(say(it.domain()));
        if (it.targetOn() != null) {
            lines.add(say("Reached by {day}", it.targetOn()));
        }
        it.steps().forEach(step -> lines.add(step.what() + (step.who().isBlank() ? "" : " (" + step.who() + ")") + (step.isDone() ? " ✓" : "")));
        return lines;
    }
}
