package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.access.Permission.SEE_PLANS;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.PlanReading;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The plan in force, every version of it, and its copy for the client; beginning, reviewing and ending it. */
@Controller
class PlanController {

    private final CarePlans plans;
    private final PlanReading reading;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    PlanController(CarePlans plans, PlanReading reading, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/plan")
    @Requires(SEE_PLANS)
    View show(@PathVariable ClientId client) {
        return Page.of(page(client, reviewing(client), ending(client), takingBack(client)));
    }

    @PostMapping("/clients/{client}/plan")
    @Requires(PLAN)
    View begin(@PathVariable ClientId client) {
        plans.begin(client);
        return Page.at(at(client) + "/draft");
    }

    @PostMapping("/clients/{client}/plan/changes")
    @Requires(PLAN)
    View change(@PathVariable ClientId client) {
        plans.change(client);
        return Page.at(at(client) + "/draft");
    }

    @PostMapping("/clients/{client}/plan/reviews")
    @Requires(PLAN)
    View review(@PathVariable ClientId client, Form<PlanForms.ReviewPlan> form) {
        return form.did(() -> plans.review(client, form.said().on(), text(form.said().words())))
                ? Page.at(at(client)) : Page.again(page(client, form, ending(client), takingBack(client)));
    }

    @PostMapping("/clients/{client}/plan/end")
    @Requires(PLAN)
    View end(@PathVariable ClientId client, Form<PlanForms.EndPlan> form) {
        return form.did(() -> plans.end(client, form.said().ending() == PlanForms.Ending.COMPLETED, text(form.said().reason())))
                ? Page.at(at(client))
                : Page.again(page(client, reviewing(client), form, takingBack(client)));
    }

    @PostMapping("/clients/{client}/plan/taking-back")
    @Requires(PLAN)
    View takeBack(@PathVariable ClientId client, Form<PlanForms.TakeBackAgreement> form) {
        return form.did(() -> plans.takeBack(client, text(form.said().mistake())))
                ? Page.at(at(client) + "/draft") : Page.again(page(client, reviewing(client), ending(client), form));
    }

    private Form<PlanForms.ReviewPlan> reviewing(ClientId client) {
        return forms.openToday(PlanForms.ReviewPlan.class, "on", at(client) + "/reviews");
    }

    private Form<PlanForms.EndPlan> ending(ClientId client) {
        return forms.open(PlanForms.EndPlan.class, at(client) + "/end");
    }

    private Form<PlanForms.TakeBackAgreement> takingBack(ClientId client) {
        return forms.open(PlanForms.TakeBackAgreement.class, at(client) + "/taking-back");
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Form<PlanForms.ReviewPlan> review, Form<PlanForms.EndPlan> end, Form<PlanForms.TakeBackAgreement> back) {
        var head = heads.of(client);
        var sheet = reading.sheet(client);
        return pages.careplansPlan(head, sheet.active(), sheet.goals(), sheet.barriers(), sheet.drafted(), sheet.versions(), review, end, back, Option.of(PlanForms.Ending.values()), sheet.parts(), sheet.toTasks().size(),
                today());
    }

    static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
