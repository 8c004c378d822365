package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.careplans.web.PlanController.at;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.PlanId;
import org.casebridge.careplans.PlanReading;
import org.casebridge.careplans.Signing;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.documents.Documents;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Refusing a version, signing one beside the client, striking a signature, giving a copy. */
@Controller
class SigningController {

    private final CarePlans plans;
    private final PlanReading reading;
    private final Signing signing;
    private final Documents documents;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    SigningController(CarePlans plans, PlanReading reading, Signing signing, Documents documents, Clients clients, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.signing = signing;
        this.documents = documents;
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/clients/{client}/plan/draft/refusal")
    @Requires(PLAN)
    View refuse(@PathVariable ClientId client, Form<PlanForms.RefusePlan> form) {
        var head = heads.of(client);
        if (form.did(() -> signing.refuse(client, head.name(), text(form.said().refusalWords()), form.said().refusedOn(), form.said().hash()))) {
            return Page.at(at(client) + "/draft");
        }
        var plan = plans.drafted(client).orElseThrow(() -> Refused.conflict("No version of the plan is being drafted."));
        var hash = reading.hash(plan);
        var agreeing = forms.open(new PlanForms.AgreePlan(today(), null, null, null, plan.reason(), null, head.name(), null, null, null, null, Say.spoken(clients.get(client).about().languages()).getLanguage(),
                hash, plan.version()), at(client) + "/draft/agreement");
        return Page.again(pages.careplansAgree(head, plan, plans.goals(plan), plans.changes(plan), agreeing, form.with("hash", hash), scans(documents, client), reading.parts(plan), hash, today()));
    }

    @GetMapping("/clients/{client}/plan/versions/{plan}/signatures")
    @Requires(PLAN)
    View show(@PathVariable ClientId client, @PathVariable PlanId plan) {
        var hash = reading.hash(plans.get(client, plan));
        return Page.of(page(client, plan, forms.open(new PlanForms.SignPlan(null, null, null, null, null, null, null, today(), hash), at(client) + "/versions/" + plan.text() + "/signatures")));
    }

    @PostMapping("/clients/{client}/plan/versions/{plan}/signatures")
    @Requires(PLAN)
    View sign(@PathVariable ClientId client, @PathVariable PlanId plan, Form<PlanForms.SignPlan> form) {
        return form.did(() -> signing.sign(client, plan, form.said().said())) ? Page.at(at(client) + "/versions/" + plan.text()) : Page.again(page(client, plan, form));
    }

    @PostMapping("/clients/{client}/plan/versions/{plan}/signatures/{signature}/strike")
    @Requires(PLAN)
    View strike(@PathVariable ClientId client, @PathVariable PlanId plan, @PathVariable UUID signature, Form<PlanForms.Strike> form) {
        heads.of(client);
        if (form.wrong()) {
            throw Refused.invalid("Say what the mistake was.");
        }
        signing.strike(client, signature, text(form.said().strike()));
        return Page.at(at(client) + "/versions/" + plan.text());
    }

    @PostMapping("/clients/{client}/plan/copy")
    @Requires(PLAN)
    View copy(@PathVariable ClientId client, Form<PlanForms.GiveCopy> form) {
        heads.of(client);
        if (form.wrong()) {
            throw Refused.invalid("Say how the client gets their copy.");
        }
        var language = text(form.said().copyLanguage()).isBlank() ? Say.spoken(clients.get(client).about().languages()).getLanguage() : form.said().copyLanguage();
        signing.give(client, form.said().copy(), form.said().givenOn() == null ? today() : form.said().givenOn(), language);
        return Page.at(at(client));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, PlanId plan, Form<PlanForms.SignPlan> form) {
        return pages.careplansSign(heads.of(client), plans.get(client, plan), form, scans(documents, client));
    }

    /** The papers of a client that a signature may stand on. */
    static List<Option> scans(Documents documents, ClientId client) {
        return documents.of(client).stream().filter(it -> !it.struck()).map(it -> new Option(it.id().text(), it.title() + " · " + Say.day(it.addedAt()))).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
