package org.casebridge.oversight.web;

import static org.casebridge.access.Permission.BREAK_GLASS;
import static org.casebridge.access.Permission.SEE_LOOKS;

import casebridge.pages.Templates;
import java.util.List;
import java.util.stream.IntStream;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.oversight.Emergencies;
import org.casebridge.oversight.Emergency;
import org.casebridge.oversight.OpenRecord;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Opening a record in an emergency, ending that early, and what the privacy officer reads of it. */
@Controller
class EmergencyController {

    private static final String ACTION = "/emergency";

    private final Emergencies emergencies;
    private final Forms forms;
    private final Templates pages;

    EmergencyController(Emergencies emergencies, Forms forms, Templates pages) {
        this.emergencies = emergencies;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/emergency")
    @Requires(BREAK_GLASS)
    View ask() {
        return Page.of(pages.oversightEmergency(forms.open(OpenRecord.class, ACTION), reasons(), hours()));
    }

    @PostMapping("/emergency")
    @Requires(value = BREAK_GLASS, stepUp = true)
    View open(Form<OpenRecord> form) {
        ClientId opened = form.attempt(() -> emergencies.open(form.said()));
        return opened == null ? Page.again(pages.oversightEmergency(form, reasons(), hours())) : Page.at("/clients/" + opened.text());
    }

    @PostMapping("/clients/{client}/emergency/ending")
    @Requires(BREAK_GLASS)
    View end(@PathVariable ClientId client) {
        emergencies.end(client);
        return Page.at("/clients");
    }

    @GetMapping("/emergencies")
    @Requires(SEE_LOOKS)
    View all() {
        var all = emergencies.all();
        Here.shows(all.stream().filter(it -> !it.client().isEmpty()).map(it -> new ClientId(it.subject())).distinct().toList());
        return Page.of(pages.oversightEmergencies(all, emergencies.overdue()));
    }

    private static List<Option> reasons() {
        return Option.of(Emergency.Reason.values());
    }

    private static List<Option> hours() {
        return IntStream.rangeClosed(1, Emergency.MOST_HOURS)
                .mapToObj(it -> new Option(String.valueOf(it), Say.say("{count, plural, one {1 hour} other {# hours}}", it))).toList();
    }
}
