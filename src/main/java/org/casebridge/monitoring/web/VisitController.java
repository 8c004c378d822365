package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Carriers;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.monitoring.Repeats;
import org.casebridge.monitoring.Visit;
import org.casebridge.monitoring.VisitId;
import org.casebridge.monitoring.Visits;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The visits planned with a client. */
@Controller
class VisitController {

    private final Visits visits;
    private final Carriers carriers;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    VisitController(Visits visits, Carriers carriers, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.visits = visits;
        this.carriers = carriers;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/visits")
    @Requires(SEE_CONTACTS)
    View list(@PathVariable ClientId client) {
        var usual = java.util.Map.of("mode", List.of("HOME_VISIT"), "minutes", List.of("45"), "repeats", List.of(Repeats.ONCE.name()));
        return Page.of(page(client, forms.open(VisitForms.PlanVisit.class, usual, path(client))));
    }

    @PostMapping("/clients/{client}/visits")
    @Requires(RECORD_CONTACTS)
    View plan(@PathVariable ClientId client, Form<VisitForms.PlanVisit> form) {
        return form.did(() -> plan(client, form.said())) ? Page.at(path(client)) : Page.again(page(client, form));
    }

    @GetMapping("/clients/{client}/visits/{visit}")
    @Requires(SEE_CONTACTS)
    View show(@PathVariable ClientId client, @PathVariable VisitId visit) {
        return Page.of(one(client, visit, forms.open(VisitForms.CancelVisit.class, path(client) + "/" + visit.text() + "/cancellation")));
    }

    @PostMapping("/clients/{client}/visits/{visit}/cancellation")
    @Requires(RECORD_CONTACTS)
    View cancel(@PathVariable ClientId client, @PathVariable VisitId visit, Form<VisitForms.CancelVisit> form) {
        return form.did(() -> visits.cancel(client, visit, form.said().reason(), Boolean.TRUE.equals(form.said().rest()))) ? Page.at(path(client)) : Page.again(one(client, visit, form));
    }

    private void plan(ClientId client, VisitForms.PlanVisit said) {
        if (!Visits.modes().contains(said.mode())) {
            throw Refused.invalid("Choose one of the answers offered.").at("mode");
        }
        var me = Actor.current().account();
        if (said.worker() != null && !said.worker().equals(me) && Actor.current().may(Permission.ASSIGN_CASES) && carriers.all().stream().noneMatch(it -> it.worker().equals(said.worker()))) {
            throw Refused.invalid("Choose one of the people offered.").at("worker");
        }
        visits.plan(client, new Visit.Said(said.worker() == null ? me : said.worker(), clock.instant(), said.minutes(), said.mode(), said.place() == null ? "" : said.place(), said.purpose()),
                said.on(), said.at(), said.repeats(), said.until());
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Form<VisitForms.PlanVisit> form) {
        var workers = Actor.current().may(Permission.ASSIGN_CASES) ? carriers.all().stream().map(it -> new Option(it.worker().text(), it.name())).toList() : List.<Option>of();
        return pages.monitoringVisits(heads.of(client), visits.of(client), form, workers, clock.instant());
    }

    private gg.jte.models.runtime.JteModel one(ClientId client, VisitId visit, Form<VisitForms.CancelVisit> form) {
        return pages.monitoringVisit(heads.of(client), visits.line(client, visit), form);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/visits";
    }
}
