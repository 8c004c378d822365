package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.WallClock;
import org.casebridge.monitoring.IncidentId;
import org.casebridge.monitoring.Incidents;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A client's incidents. */
@Controller
class IncidentController {

    private final Incidents incidents;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    IncidentController(Incidents incidents, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.incidents = incidents;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/incidents")
    @Requires(SEE_CONTACTS)
    View list(@PathVariable ClientId client) {
        return Page.of(pages.monitoringIncidents(heads.of(client), incidents.of(client), forms.openToday(IncidentForms.ReportIncident.class, "on", path(client))));
    }

    @PostMapping("/clients/{client}/incidents")
    @Requires(RECORD_CONTACTS)
    View report(@PathVariable ClientId client, Form<IncidentForms.ReportIncident> form) {
        var head = heads.of(client);
        var id = form.attempt(() -> {
            var said = form.said();
            return incidents.report(client, said.kind(), WallClock.at(said.on(), said.at(), Actor.current().zone()), said.place() == null ? "" : said.place().strip(), said.words(),
                    said.done() == null ? "" : said.done().strip());
        });
        return id != null ? Page.at(path(client) + "/" + id.text()) : Page.again(pages.monitoringIncidents(head, incidents.of(client), form));
    }

    @GetMapping("/clients/{client}/incidents/{incident}")
    @Requires(SEE_CONTACTS)
    View show(@PathVariable ClientId client, @PathVariable IncidentId incident) {
        return Page.of(page(client, incident, null, null));
    }

    @PostMapping("/clients/{client}/incidents/{incident}/reports")
    @Requires(RECORD_CONTACTS)
    View made(@PathVariable ClientId client, @PathVariable IncidentId incident, Form<IncidentForms.MakeReport> form) {
        return form.did(() -> incidents.made(client, incident, form.said().rule(), form.said().how())) ? Page.at(path(client) + "/" + incident.text()) : Page.again(page(client, incident, form, null));
    }

    @PostMapping("/clients/{client}/incidents/{incident}/review")
    @Requires(ASSIGN_CASES)
    View review(@PathVariable ClientId client, @PathVariable IncidentId incident, Form<IncidentForms.ReviewIncident> form) {
        return form.did(() -> incidents.review(client, incident, form.said().findings())) ? Page.at(path(client) + "/" + incident.text()) : Page.again(page(client, incident, null, form));
    }

    @PostMapping("/clients/{client}/incidents/{incident}/closing")
    @Requires(ASSIGN_CASES)
    View close(@PathVariable ClientId client, @PathVariable IncidentId incident) {
        incidents.close(client, incident);
        return Page.at(path(client) + "/" + incident.text());
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, IncidentId id, @Nullable Form<IncidentForms.MakeReport> made, @Nullable Form<IncidentForms.ReviewIncident> review) {
        var here = path(client) + "/" + id.text();
        return pages.monitoringIncident(heads.of(client), incidents.get(client, id), incidents.reports(client, id), clock.instant(),
                made != null ? made : forms.open(IncidentForms.MakeReport.class, here + "/reports"), review != null ? review : forms.open(IncidentForms.ReviewIncident.class, here + "/review"));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/incidents";
    }
}
