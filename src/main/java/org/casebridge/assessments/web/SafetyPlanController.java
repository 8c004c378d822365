package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ASSESS;
import static org.casebridge.access.Permission.SEE_ASSESSMENTS;

import casebridge.pages.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Assessments;
import org.casebridge.assessments.SafetyPlan;
import org.casebridge.assessments.SafetyPlanId;
import org.casebridge.assessments.SafetyPlans;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Outside;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Release;
import org.casebridge.consent.Way;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** A client's safety plan: the one in force, the versions before it, and the print for the client. */
@Controller
@RequestMapping("/clients/{client}/safety-plan")
class SafetyPlanController {

    private final SafetyPlans plans;
    private final Assessments assessments;
    private final Disclosures disclosures;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    SafetyPlanController(SafetyPlans plans, Assessments assessments, Disclosures disclosures, Clients clients, ClientHeads heads, Forms forms, Templates pages) {
        this.plans = plans;
        this.assessments = assessments;
        this.disclosures = disclosures;
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_ASSESSMENTS)
    View show(@PathVariable ClientId client) {
        var known = plans.current(client).map(WriteSafetyPlan::known).orElseGet(() -> Map.of("language", List.of(Say.locale().getLanguage()),
                "professionals", List.of(Say.say("Suicide and Crisis Lifeline: call or text 988, day and night, in English and Spanish"))));
        return Page.of(page(client, forms.open(WriteSafetyPlan.class, known, SafetyPlan.at(client))));
    }

    @PostMapping
    @Requires(ASSESS)
    View write(@PathVariable ClientId client, Form<WriteSafetyPlan> form) {
        heads.of(client);
        var made = form.wrong() ? null : form.attempt(() -> plans.write(client, form.said().language(), form.said().steps()));
        return made == null ? Page.again(page(client, form)) : Page.at(SafetyPlan.at(client));
    }

    @GetMapping("/{safetyPlan}")
    @Requires(SEE_ASSESSMENTS)
    View version(@PathVariable ClientId client, @PathVariable SafetyPlanId safetyPlan) {
        return Page.of(pages.assessmentsSafetyversion(heads.of(client), plans.get(client, safetyPlan)));
    }

    /** The client's own copy, in the plan's language. */
    @GetMapping("/{safetyPlan}/print")
    @Requires(SEE_ASSESSMENTS)
    View print(@PathVariable ClientId client, @PathVariable SafetyPlanId safetyPlan) {
        var plan = plans.get(client, safetyPlan);
        var name = clients.get(client).name();
        var copy = Piece.of(Part.ASSESSMENTS, plan.id().value(), LocalDate.ofInstant(plan.madeAt(), Actor.current().zone()), Say.say("My safety plan"), List.of());
        return Outside.page(disclosures.release(client, Release.toClient(name, Set.of(Part.ASSESSMENTS), Way.PRINT), List.of(copy)), plan.locale(),
                pages.assessmentsSafetyprint(name, plan));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Form<WriteSafetyPlan> form) {
        return pages.assessmentsSafetyplan(heads.of(client), plans.of(client), assessments.unsafe(client).orElse(null), form);
    }
}
