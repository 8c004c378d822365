package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.careplans.web.PlanController.at;

import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.careplans.BarrierId;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.PlanId;
import org.casebridge.careplans.SecondThoughts;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Taking back what was done to a plan. */
@Controller
class SecondThoughtsController {

    private final SecondThoughts thoughts;
    private final ClientHeads heads;

    SecondThoughtsController(SecondThoughts thoughts, ClientHeads heads) {
        this.thoughts = thoughts;
        this.heads = heads;
    }

    @PostMapping("/clients/{client}/plan/versions/{plan}/reinstatement")
    @Requires(PLAN)
    View reinstate(@PathVariable ClientId client, @PathVariable PlanId plan, Form<PlanForms.Strike> form) {
        heads.of(client);
        thoughts.reinstate(client, plan, ReviewController.said(form));
        return Page.at(at(client));
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/progress/{progress}/strike")
    @Requires(PLAN)
    View strike(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable UUID progress, Form<PlanForms.Strike> form) {
        heads.of(client);
        thoughts.strikeProgress(client, goal, progress, ReviewController.said(form));
        return Page.at(at(client) + "/goals/" + goal.text());
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/barriers/{barrier}/reopening")
    @Requires(PLAN)
    View reopen(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable BarrierId barrier) {
        heads.of(client);
        thoughts.reopenBarrier(client, barrier);
        return Page.at(at(client) + "/goals/" + goal.text());
    }
}
