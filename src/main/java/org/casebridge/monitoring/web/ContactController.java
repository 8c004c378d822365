package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlans;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Mode;
import org.casebridge.messaging.NoteTemplate;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.monitoring.Monitoring;
import org.casebridge.monitoring.VisitId;
import org.casebridge.monitoring.Visits;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The contacts of a client, and the form that writes one down. */
@Controller
class ContactController {

    private final Monitoring monitoring;
    private final Contacts contacts;
    private final Visits visits;
    private final SafeContacts safe;
    private final CarePlans plans;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ContactController(Monitoring monitoring, Contacts contacts, Visits visits, SafeContacts safe, CarePlans plans, Clients clients, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.monitoring = monitoring;
        this.contacts = contacts;
        this.visits = visits;
        this.safe = safe;
        this.plans = plans;
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/contacts")
    @Requires(SEE_CONTACTS)
    View list(@PathVariable ClientId client, @RequestParam(required = false) @Nullable Instant before, @RequestParam(required = false) @Nullable UUID last) {
        return Page.of(pages.monitoringContacts(heads.of(client), contacts.callName(client), contacts.of(client, last == null ? null : before, last), clock.instant(), before != null));
    }

    /** {@code mode} and {@code outcome} come with it when a page knows them; {@code visit} tells of which visit it is; {@code template} under which headings it is written. */
    @GetMapping("/clients/{client}/contacts/new")
    @Requires(RECORD_CONTACTS)
    View open(@PathVariable ClientId client, @RequestParam(required = false) @Nullable String back, @RequestParam(required = false) @Nullable Mode mode,
              @RequestParam(required = false) Contact.@Nullable Outcome outcome, @RequestParam(required = false) @Nullable VisitId visit, @RequestParam(required = false) @Nullable NoteTemplate template) {
        var usual = RecordContact.usual(LocalDateTime.now(clock.withZone(Actor.current().zone())), plans.goalsOf(client), "day".equals(back) || "radar".equals(back) ? back : null);
        var form = forms.open(usual, path(client));
        if (visit != null) {
            var line = visits.line(client, visit);
            var begins = line.startsAt().atZone(Actor.current().zone());
            form = form.with("visit", visit.text()).with("mode", line.mode().name()).with("place", line.place());
            if (!begins.toInstant().isAfter(clock.instant())) {
                form = form.with("on", begins.toLocalDate().toString()).with("at", begins.toLocalTime().toString()).with("minutes", "" + line.minutes());
            }
        }
        form = mode == null ? form : form.with("mode", mode.name());
        form = outcome == null ? form : form.with("outcome", outcome.name());
        return Page.of(page(client, template == null ? form : form.with("template", template.name())));
    }

    @PostMapping("/clients/{client}/contacts")
    @Requires(RECORD_CONTACTS)
    View record(@PathVariable ClientId client, Form<RecordContact> form) {
        if (!form.did(() -> monitoring.record(client, form.said().entry(Actor.current().zone())))) {
            return Page.again(page(client, form));
        }
        var said = form.said();
        return Page.at(Boolean.TRUE.equals(said.again()) ? path(client) + "/new" : "day".equals(said.back()) ? "/" : "radar".equals(said.back()) ? "/radar" : "/clients/" + client.text());
    }

    @GetMapping("/clients/{client}/contacts/safety")
    @Requires(RECORD_CONTACTS)
    View safety(@PathVariable ClientId client) {
        var rule = safe.rule(client);
        return Page.of(pages.monitoringSafety(heads.of(client), forms.open(new SetSafeRule(rule.fromAt(), rule.untilAt(), rule.codeWord(), rule.sharedPhone(), rule.version()), path(client) + "/safety")));
    }

    @PostMapping("/clients/{client}/contacts/safety")
    @Requires(RECORD_CONTACTS)
    View safety(@PathVariable ClientId client, Form<SetSafeRule> form) {
        var done = form.did(() -> safe.set(client, form.said().from(), form.said().until(), form.said().codeWord() == null ? "" : form.said().codeWord(), Boolean.TRUE.equals(form.said().sharedPhone()),
                form.said().seen() == null ? 0 : form.said().seen()));
        return done ? Page.at(path(client) + "/new") : Page.again(pages.monitoringSafety(heads.of(client), form));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Form<RecordContact> form) {
        var person = clients.get(client);
        return pages.monitoringRecord(heads.of(person), person, form, OfferedGoal.of(plans.goalsOf(client), form), contacts.callName(client),
                contacts.of(client, null, null).stream().limit(3).toList(), safe.rule(client), safe.safeNow(client, clock.instant()));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/contacts";
    }
}
