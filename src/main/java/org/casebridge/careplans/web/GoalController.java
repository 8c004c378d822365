package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.access.Permission.SEE_PLANS;
import static org.casebridge.careplans.web.PlanController.at;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.BarrierId;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.Goals;
import org.casebridge.careplans.ResourceId;
import org.casebridge.careplans.StepId;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One goal while the plan is in force: its steps, progress, barriers and how far it is in its life. */
@Controller
class GoalController {

    private final Goals goals;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    GoalController(Goals goals, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.goals = goals;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/plan/goals/{goal}")
    @Requires(SEE_PLANS)
    View show(@PathVariable ClientId client, @PathVariable GoalId goal) {
        return Page.of(page(client, goal, seen(client, goal), moved(client, goal), inTheWay(client, goal)));
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/progress")
    @Requires(PLAN)
    View progress(@PathVariable ClientId client, @PathVariable GoalId goal, Form<PlanForms.NoteProgress> form) {
        return form.did(() -> goals.progress(client, goal, form.said().achievement(), text(form.said().seenWords()), form.said().on(), null))
                ? back(client, goal) : Page.again(page(client, goal, form, moved(client, goal), inTheWay(client, goal)));
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/lifecycle")
    @Requires(PLAN)
    View move(@PathVariable ClientId client, @PathVariable GoalId goal, Form<PlanForms.MoveGoal> form) {
        return form.did(() -> goals.move(client, goal, form.said().lifecycle(), text(form.said().why())))
                ? back(client, goal) : Page.again(page(client, goal, seen(client, goal), form, inTheWay(client, goal)));
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/barriers")
    @Requires(PLAN)
    View barrier(@PathVariable ClientId client, @PathVariable GoalId goal, Form<PlanForms.NoteBarrier> form) {
        return form.did(() -> goals.addBarrier(client, goal, form.said().kind(), text(form.said().words()), text(form.said().owner()), form.said().dueOn()))
                ? back(client, goal) : Page.again(page(client, goal, seen(client, goal), moved(client, goal), form));
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/barriers/{barrier}/end")
    @Requires(PLAN)
    View out(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable BarrierId barrier, Form<PlanForms.EndBarrier> form) {
        return did(form, () -> goals.endBarrier(client, barrier, text(form.said().how()).strip()))
                ? back(client, goal) : again(client, goal, barrier, form);
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/steps/{step}/result")
    @Requires(PLAN)
    View finish(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable StepId step, Form<PlanForms.FinishStep> form) {
        return did(form, () -> goals.finish(client, goal, step, form.said().done(), text(form.said().words()).strip()))
                ? back(client, goal) : again(client, goal, step, form);
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/steps/{step}/reopening")
    @Requires(PLAN)
    View reopen(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable StepId step) {
        goals.reopen(client, goal, step);
        return back(client, goal);
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/resources/{resource}")
    @Requires(PLAN)
    View secure(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable ResourceId resource, @RequestParam boolean secured) {
        goals.secure(client, goal, resource, secured);
        return back(client, goal);
    }

    private JteModel page(ClientId client, GoalId id, Form<PlanForms.NoteProgress> progress, Form<PlanForms.MoveGoal> move, Form<PlanForms.NoteBarrier> barrier) {
        return page(client, id, progress, move, barrier, PlanForms.Again.NONE);
    }

    /** False when what was typed is to be said again; that its line is over is refused as everywhere, for the line then has no form. */
    private static boolean did(Form<?> form, Runnable deed) {
        if (form.wrong()) {
            return false;
        }
        try {
            deed.run();
            return true;
        } catch (Refused refused) {
            if (refused.field() == null) {
                throw refused;
            }
            return form.did(() -> {
                throw refused;
            });
        }
    }

    /** The page with one of its short forms open again, beside the line it belongs to. */
    private View again(ClientId client, GoalId goal, Id line, Form<?> form) {
        return Page.again(page(client, goal, seen(client, goal), moved(client, goal), inTheWay(client, goal), new PlanForms.Again(line.value(), form)));
    }

    private JteModel page(ClientId client, GoalId id, Form<PlanForms.NoteProgress> progress, Form<PlanForms.MoveGoal> move, Form<PlanForms.NoteBarrier> barrier,
                          PlanForms.Again again) {
        var head = heads.of(client);
        var goal = goals.get(client, id);
        return pages.careplansGoal(head, goal, goals.progress(client, id), goals.barriers(client).stream().filter(it -> it.goalId().equals(id)).toList(),
                progress, move, barrier, again.line(), again.form(), today());
    }

    private Form<PlanForms.NoteProgress> seen(ClientId client, GoalId goal) {
        return forms.open(new PlanForms.NoteProgress(null, null, today()), at(client) + "/goals/" + goal.text() + "/progress");
    }

    private Form<PlanForms.MoveGoal> moved(ClientId client, GoalId goal) {
        return forms.open(PlanForms.MoveGoal.class, at(client) + "/goals/" + goal.text() + "/lifecycle");
    }

    private Form<PlanForms.NoteBarrier> inTheWay(ClientId client, GoalId goal) {
        return forms.open(PlanForms.NoteBarrier.class, at(client) + "/goals/" + goal.text() + "/barriers");
    }

    private static View back(ClientId client, GoalId goal) {
        return Page.at(at(client) + "/goals/" + goal.text());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
