package org.casebridge.calendar.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Requires;
import org.casebridge.calendar.Reminders;
import org.casebridge.calendar.SetReminders;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.outbox.Outbox;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** How a client is reminded of what is arranged with them, and what was sent. */
@Controller
class ReminderController {

    private final Reminders reminders;
    private final Outbox outbox;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    ReminderController(Reminders reminders, Outbox outbox, ClientHeads heads, Forms forms, Templates pages) {
        this.reminders = reminders;
        this.outbox = outbox;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/reminders")
    @Requires(SEE_CONTACTS)
    View show(@PathVariable ClientId client) {
        var form = reminders.wish(client).map(it -> forms.open(new SetReminders(it.way(), it.hoursBefore(), it.agreed(), it.version()), path(client)))
                .orElseGet(() -> forms.open(SetReminders.class, Map.of("hoursBefore", List.of("24"), "version", List.of("0")), path(client)));
        return Page.of(page(client, form));
    }

    @PostMapping("/clients/{client}/reminders")
    @Requires(RECORD_CONTACTS)
    View set(@PathVariable ClientId client, Form<SetReminders> form) {
        return form.did(() -> reminders.set(client, form.said())) ? Page.at(path(client)) : Page.again(page(client, form));
    }

    @PostMapping("/clients/{client}/reminders/ending")
    @Requires(RECORD_CONTACTS)
    View end(@PathVariable ClientId client) {
        reminders.end(client);
        return Page.at(path(client));
    }

    private JteModel page(ClientId client, Form<SetReminders> form) {
        return pages.calendarReminders(heads.of(client), reminders.wish(client).orElse(null), outbox.open(), outbox.ways(client), reminders.of(client), reminders.example(client), form);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/reminders";
    }
}
