package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.ADMINISTER;
import static org.casebridge.access.Permission.CHANGE_DIRECTORY;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.Deliveries;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.Reviews;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.messaging.Mode;
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

/** How often a programme reviews plans, and which contacts count as services, with a look at what that would count among those whom the reader reaches. */
@Controller
class ReviewRuleController {

    private final Reviews reviews;
    private final Deliveries deliveries;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ReviewRuleController(Reviews reviews, Deliveries deliveries, Programs programs, Forms forms, Templates pages, Clock clock) {
        this.reviews = reviews;
        this.deliveries = deliveries;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/programmes/{program}/reviews")
    @Requires(ADMINISTER)
    View rules(@PathVariable ProgramId program) {
        return Page.of(rules(program, forms.openToday(ReviewForms.SetReviewRule.class, "from", "/programmes/" + program.text() + "/reviews")));
    }

    @PostMapping("/programmes/{program}/reviews")
    @Requires(ADMINISTER)
    View add(@PathVariable ProgramId program, Form<ReviewForms.SetReviewRule> form) {
        programs.get(program);
        return form.did(() -> reviews.addRule(program, form.said().acuity(), form.said().days(), text(form.said().basis()), form.said().from()))
                ? Page.at("/programmes/" + program.text() + "/reviews") : Page.again(rules(program, form));
    }

    @PostMapping("/programmes/{program}/reviews/{reviewRule}/ending")
    @Requires(ADMINISTER)
    View end(@PathVariable ProgramId program, @PathVariable UUID reviewRule) {
        reviews.endRule(program, reviewRule);
        return Page.at("/programmes/" + program.text() + "/reviews");
    }

    /** With a mode and a unit, what a mapping like this would count. */
    @GetMapping("/services-counted")
    @Requires(CHANGE_DIRECTORY)
    View mappings(@RequestParam(required = false) @Nullable Mode mode, @RequestParam(required = false) Goal.@Nullable Unit unit, @RequestParam(required = false) @Nullable Integer minutes) {
        var preview = mode == null || unit == null || minutes != null && (minutes < 1 || minutes > 480) ? null : deliveries.preview(mode, unit, minutes);
        return Page.of(pages.careplansMappings(deliveries.mappings(), forms.open(new ReviewForms.MapService(mode, unit, minutes, null, today()), "/services-counted"), preview));
    }

    @PostMapping("/services-counted")
    @Requires(CHANGE_DIRECTORY)
    View map(Form<ReviewForms.MapService> form) {
        return form.did(() -> deliveries.map(form.said().mode(), form.said().unit(), form.said().minutes(), text(form.said().funding()), form.said().from()))
                ? Page.at("/services-counted") : Page.again(pages.careplansMappings(deliveries.mappings(), form, null));
    }

    @PostMapping("/services-counted/{mapping}/ending")
    @Requires(CHANGE_DIRECTORY)
    View end(@PathVariable UUID mapping) {
        deliveries.end(mapping);
        return Page.at("/services-counted");
    }

    private JteModel rules(ProgramId program, Form<ReviewForms.SetReviewRule> form) {
        return pages.careplansReviewrules(programs.get(program), reviews.rules(program), form);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
