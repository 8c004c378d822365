package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Carriers;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.Repeats;
import org.casebridge.monitoring.Visit;
import org.casebridge.monitoring.VisitId;
import org.casebridge.monitoring.Visits;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
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
        var usual = Map.of("mode", List.of("HOME_VISIT"), "minutes", List.of("45"), "repeats", List.of(Repeats.ONCE.name()));
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

    @GetMapping("/clients/{client}/visits/{visit}/change")
    @Requires(RECORD_CONTACTS)
    View known(@PathVariable ClientId client, @PathVariable VisitId visit) {
        var it = visits.get(client, visit);
        var begins = it.startsAt().atZone(Actor.current().zone());
        var known = new VisitForms.ChangeVisit(it.purpose(), begins.toLocalDate(), begins.toLocalTime(), it.minutes(), it.mode(), it.place(), it.worker(), it.version());
        return Page.of(changePage(client, visit, forms.open(known, path(client) + "/" + visit.text())));
    }

    @PostMapping("/clients/{client}/visits/{visit}")
    @Requires(RECORD_CONTACTS)
    View change(@PathVariable ClientId client, @PathVariable VisitId visit, Form<VisitForms.ChangeVisit> form) {
        return form.did(() -> change(client, visit, form.said())) ? Page.at(path(client) + "/" + visit.text()) : Page.again(changePage(client, visit, form));
    }

    private void plan(ClientId client, VisitForms.PlanVisit said) {
        var me = Actor.current().account();
        needsOffered(said.mode(), said.worker(), me);
        visits.plan(client, new Visit.Said(said.worker() == null ? me : said.worker(), clock.instant(), said.minutes(), said.mode(), said.place() == null ? "" : said.place(), said.purpose()),
                said.on(), said.at(), said.repeats(), said.until());
    }

    /** Without a worker, whoever goes there so far still does. */
    private void change(ClientId client, VisitId visit, VisitForms.ChangeVisit said) {
        var goes = visits.get(client, visit).worker();
        needsOffered(said.mode(), said.worker(), goes);
        visits.change(client, visit, new Visit.Said(said.worker() == null ? goes : said.worker(), clock.instant(), said.minutes(), said.mode(), said.place() == null ? "" : said.place(), said.purpose()),
                said.on(), said.at(), said.version());
    }

    private void needsOffered(Mode mode, @Nullable AccountId worker, AccountId known) {
        if (!Visits.modes().contains(mode)) {
            throw Refused.invalid("Choose one of the answers offered.").at("mode");
        }
        if (worker != null && !worker.equals(known) && Actor.current().may(Permission.ASSIGN_CASES) && carriers.people().stream().noneMatch(it -> it.id().equals(worker))) {
            throw Refused.invalid("Choose one of the people offered.").at("worker");
        }
    }

    private List<Option> workers() {
        return Actor.current().may(Permission.ASSIGN_CASES) ? carriers.people().stream().map(it -> new Option(it.id().text(), it.name())).toList() : List.of();
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Form<VisitForms.PlanVisit> form) {
        return pages.monitoringVisits(heads.of(client), visits.of(client), form, workers(), clock.instant());
    }

    private gg.jte.models.runtime.JteModel changePage(ClientId client, VisitId visit, Form<VisitForms.ChangeVisit> form) {
        return pages.monitoringChangevisit(heads.of(client), visits.line(client, visit), form, workers());
    }

    private gg.jte.models.runtime.JteModel one(ClientId client, VisitId visit, Form<VisitForms.CancelVisit> form) {
        return pages.monitoringVisit(heads.of(client), visits.line(client, visit), form);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/visits";
    }
}
