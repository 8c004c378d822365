package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.access.Permission.SEE_PLANS;
import static org.casebridge.careplans.web.PlanController.at;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Deliveries;
import org.casebridge.careplans.Delivery;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Services given against the plan in the last year: noted here, or counted from contacts. */
@Controller
class ServiceController {

    private final CarePlans plans;
    private final Deliveries deliveries;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ServiceController(CarePlans plans, Deliveries deliveries, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.plans = plans;
        this.deliveries = deliveries;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/plan/services")
    @Requires(SEE_PLANS)
    View show(@PathVariable ClientId client) {
        return Page.of(page(client, forms.openToday(ReviewForms.NoteService.class, "on", at(client) + "/services")));
    }

    @PostMapping("/clients/{client}/plan/services")
    @Requires(PLAN)
    View note(@PathVariable ClientId client, Form<ReviewForms.NoteService> form) {
        heads.of(client);
        return form.did(() -> deliveries.note(client, form.said().goal(), new Delivery.Said(form.said().on(), form.said().units(), form.said().unit(), text(form.said().provider()), text(form.said().funding()))))
                ? Page.at(at(client) + "/services") : Page.again(page(client, form));
    }

    @PostMapping("/clients/{client}/plan/services/{delivery}/strike")
    @Requires(PLAN)
    View strike(@PathVariable ClientId client, @PathVariable UUID delivery, Form<PlanForms.Strike> form) {
        heads.of(client);
        deliveries.strike(client, delivery, ReviewController.said(form));
        return Page.at(at(client) + "/services");
    }

    private JteModel page(ClientId client, Form<ReviewForms.NoteService> form) {
        var head = heads.of(client);
        return pages.careplansServices(head, deliveries.of(client, today().minusYears(1), today()), plans.goalsOf(client), form);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
