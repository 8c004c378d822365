package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.access.Permission.SEE_PLANS;
import static org.casebridge.careplans.web.PlanController.at;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.Conference;
import org.casebridge.careplans.Conferences;
import org.casebridge.careplans.Invitees;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Tasks;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Case conferences about a client's plan. */
@Controller
@RequestMapping("/clients/{client}/plan/conferences")
class ConferenceController {

    record CallConference(@NotNull(message = "Say on which day.") @Nullable LocalDate on, @NotNull(message = "Say at what time.") @Nullable LocalTime at, @Size(max = 300) @Nullable String place,
                          @NotBlank(message = "Say who is invited, a name a line.") @Size(max = 2000) @Nullable String invited, @Size(max = 8000) @Nullable String agenda) {}

    record DecisionRow(@Size(max = 500) @Nullable String words, Conference.@Nullable Becomes becomes, @Nullable AccountId owner, @Nullable LocalDate dueOn) {}

    record HoldConference(@Size(max = 2000) @Nullable String attended, @Size(max = 20_000) @Nullable String minutes, @Size(max = 20) @Nullable List<@Valid @Nullable DecisionRow> decisions,
                          @NotNull(message = PlanForms.INCOMPLETE) @Nullable Integer seen) {}

    record EndConference(@NotBlank(message = "Say in a few words why.") @Size(max = 1000) @Nullable String why) {}

    private final Conferences conferences;
    private final Invitees invitees;
    private final Tasks tasks;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ConferenceController(Conferences conferences, Invitees invitees, Tasks tasks, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.conferences = conferences;
        this.invitees = invitees;
        this.tasks = tasks;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Requires(SEE_PLANS)
    View list(@PathVariable ClientId client) {
        return Page.of(list(client, forms.open(new CallConference(null, null, null, null, conferences.agenda(client)), at(client) + "/conferences")));
    }

    @PostMapping
    @Requires(PLAN)
    View call(@PathVariable ClientId client, Form<CallConference> form) {
        heads.of(client);
        var called = form.attempt(() -> conferences.call(client, form.said().on(), form.said().at(), text(form.said().place()), text(form.said().invited()), text(form.said().agenda())));
        return called == null ? Page.again(list(client, form)) : Page.at(at(client) + "/conferences/" + called.id());
    }

    @GetMapping("/{conference}")
    @Requires(SEE_PLANS)
    View show(@PathVariable ClientId client, @PathVariable UUID conference) {
        var found = conferences.get(client, conference);
        return Page.of(page(client, found, holding(client, found), ending(client, found)));
    }

    @PostMapping("/{conference}/minutes")
    @Requires(PLAN)
    View hold(@PathVariable ClientId client, @PathVariable UUID conference, Form<HoldConference> form) {
        var found = conferences.get(client, conference);
        if (!form.wrong()) {
            decisions(form.said()).stream().filter(it -> it.becomes() == null).forEach(it -> form.refuse("decisions[" + it.row() + "].becomes", "Say what becomes of this decision."));
        }
        var change = form.attempt(() -> conferences.hold(client, conference, text(form.said().attended()), text(form.said().minutes()), decisions(form.said()), form.said().seen()));
        if (change == null) {
            return Page.again(page(client, found, form.general() == null ? form : form.with("seen", String.valueOf(conferences.get(client, conference).version())), ending(client, found)));
        }
        return Page.at(change ? at(client) + "/draft" : at(client) + "/conferences/" + conference);
    }

    @PostMapping("/{conference}/ending")
    @Requires(PLAN)
    View end(@PathVariable ClientId client, @PathVariable UUID conference, Form<EndConference> form) {
        var found = conferences.get(client, conference);
        return form.did(() -> conferences.end(client, conference, text(form.said().why()))) ? Page.at(at(client) + "/conferences") : Page.again(page(client, found, holding(client, found), form));
    }

    /** Those that say something, each with its row on the page, whatever rows between them are empty. */
    private static List<Conference.Decision> decisions(HoldConference said) {
        var rows = said.decisions() == null ? List.<@Nullable DecisionRow>of() : said.decisions();
        return IntStream.range(0, rows.size()).filter(it -> rows.get(it) != null && !text(rows.get(it).words()).isBlank())
                .mapToObj(it -> new Conference.Decision(it, rows.get(it).becomes(), text(rows.get(it).words()), rows.get(it).owner(), rows.get(it).dueOn())).toList();
    }

    private JteModel list(ClientId client, Form<CallConference> form) {
        return pages.careplansConferences(heads.of(client), conferences.of(client), form);
    }

    private JteModel page(ClientId client, Conference found, Form<HoldConference> form, Form<EndConference> end) {
        var owners = tasks.owners(client).stream().map(it -> new Option(it.id().text(), it.name())).toList();
        return pages.careplansConference(heads.of(client), found, invitees.of(found), conferences.points(found), owners, form, end, today());
    }

    private Form<HoldConference> holding(ClientId client, Conference found) {
        return forms.open(new HoldConference(found.invited(), null, null, found.version()), at(client) + "/conferences/" + found.id() + "/minutes");
    }

    private Form<EndConference> ending(ClientId client, Conference found) {
        return forms.open(EndConference.class, at(client) + "/conferences/" + found.id() + "/ending");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
