package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.careplans.web.PlanController.at;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.GoalLibrary;
import org.casebridge.careplans.LibraryGoal;
import org.casebridge.careplans.PlanReading;
import org.casebridge.careplans.Steps;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A plan in minutes: goals of the library and whole templates put into the version being drafted, what it says beside its goals, and steps made tasks. */
@Controller
class StarterController {

    private final CarePlans plans;
    private final PlanReading reading;
    private final GoalLibrary suggestions;
    private final Steps steps;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    StarterController(CarePlans plans, PlanReading reading, GoalLibrary suggestions, Steps steps, Clients clients, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.suggestions = suggestions;
        this.steps = steps;
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/plan/draft/library")
    @Requires(PLAN)
    View library(@PathVariable ClientId client) {
        var head = heads.of(client);
        var plan = plans.drafted(client);
        if (plan.isEmpty()) {
            return Page.at(at(client));
        }
        return Page.of(pages.careplansOffer(head, plan.get(), suggestions.offered(client), Say.spoken(clients.get(client).about().languages())));
    }

    /** Every goal of a template, as the library words it in the client's language; each waits for the client's own words. */
    @PostMapping("/clients/{client}/plan/draft/template")
    @Requires(PLAN)
    View template(@PathVariable ClientId client, @RequestParam LibraryGoal.Template template, @RequestParam int seen) {
        var language = Say.spoken(clients.get(client).about().languages());
        var goals = suggestions.offered(client).stream().filter(it -> it.template() == template).toList();
        if (goals.isEmpty()) {
            throw Refused.conflict("There is no goal in this template for this client’s programmes.");
        }
        var why = Say.say("From the template {template}; not yet said by the client.", template);
        int version = seen;
        for (var goal : goals) {
            var known = SaveGoal.like(goal.in(language), goal.domain(), null, version);
            var said = known.goal(null);
            plans.write(client, said.with(new org.casebridge.careplans.Goal.More("", why, "", null, List.of(), "")), version);
            version = plans.drafted(client).orElseThrow().version();
        }
        return Page.at(at(client) + "/draft");
    }

    @GetMapping("/clients/{client}/plan/draft/parts")
    @Requires(PLAN)
    View parts(@PathVariable ClientId client) {
        var head = heads.of(client);
        var plan = plans.drafted(client);
        if (plan.isEmpty()) {
            return Page.at(at(client));
        }
        return Page.of(pages.careplansPartsform(head, plan.get(), forms.open(SavePlanParts.of(reading.parts(plan.get()), today(), plan.get().version()), at(client) + "/draft/parts"), null));
    }

    @PostMapping("/clients/{client}/plan/draft/parts")
    @Requires(PLAN)
    View write(@PathVariable ClientId client, Form<SavePlanParts> form) {
        var head = heads.of(client);
        var plan = plans.drafted(client).orElseThrow(() -> Refused.conflict("No version of the plan is being drafted."));
        if (form.did(() -> plans.write(client, form.said().parts(reading.parts(plan)), Objects.requireNonNull(form.said().seen())))) {
            return Page.at(at(client) + "/draft");
        }
        return Page.again(pages.careplansPartsform(head, plan, form.general() == null ? form : form.with("seen", String.valueOf(plan.version())),
                form.general() == null ? null : reading.parts(plan)));
    }

    /** Staff's open steps of the plan in force become tasks; those that are, stay as they are. */
    @PostMapping("/clients/{client}/plan/tasks")
    @Requires(PLAN)
    View tasks(@PathVariable ClientId client) {
        heads.of(client);
        steps.makeTasks(client);
        return Page.at("/clients/" + client.text() + "/tasks");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
