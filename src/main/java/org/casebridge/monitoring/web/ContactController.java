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
import org.casebridge.messaging.Contacts;
import org.casebridge.monitoring.Monitoring;
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
    private final CarePlans plans;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ContactController(Monitoring monitoring, Contacts contacts, CarePlans plans, Clients clients, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.monitoring = monitoring;
        this.contacts = contacts;
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

    @GetMapping("/clients/{client}/contacts/new")
    @Requires(RECORD_CONTACTS)
    View open(@PathVariable ClientId client, @RequestParam(required = false) @Nullable String back) {
        var usual = RecordContact.usual(LocalDateTime.now(clock.withZone(Actor.current().zone())), plans.goalsOf(client), "day".equals(back) ? back : null);
        return Page.of(page(client, forms.open(usual, path(client))));
    }

    @PostMapping("/clients/{client}/contacts")
    @Requires(RECORD_CONTACTS)
    View record(@PathVariable ClientId client, Form<RecordContact> form) {
        if (!form.did(() -> record(client, form.said()))) {
            return Page.again(page(client, form));
        }
        return Page.at("day".equals(form.said().back()) ? "/" : "/clients/" + client.text());
    }

    private Object record(ClientId client, RecordContact said) {
        return monitoring.record(client, said.said(Actor.current().zone()), said.words() == null ? "" : said.words(), said.keptApart(), Boolean.TRUE.equals(said.sign()),
                said.served(), said.nextStep());
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Form<RecordContact> form) {
        var person = clients.get(client);
        return pages.monitoringRecord(heads.of(person), person, form, OfferedGoal.of(plans.goalsOf(client), form), contacts.callName(client),
                contacts.of(client, null, null).stream().limit(3).toList());
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/contacts";
    }
}
