package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.access.Permission.SEE_PLANS;
import static org.casebridge.careplans.web.PlanController.at;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Results;
import org.casebridge.assessments.Trend;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Evidence;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.PlanReview;
import org.casebridge.careplans.Reviews;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Reviewing the plan in force on one page: planned beside done, what is proposed, what is decided; and what is due to be reviewed. */
@Controller
class ReviewController {

    private final CarePlans plans;
    private final Reviews reviews;
    private final Results results;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ReviewController(CarePlans plans, Reviews reviews, Results results, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.results = results;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    /** In reach, due within 30 days and late ones. */
    @GetMapping("/plan-reviews")
    @Requires(SEE_PLANS)
    View due() {
        return Page.of(pages.careplansReviews(reviews.due(today().plusDays(30)), today()));
    }

    @GetMapping("/clients/{client}/plan/review")
    @Requires(SEE_PLANS)
    View show(@PathVariable ClientId client) {
        heads.of(client);
        return plans.active(client).isEmpty() ? Page.at(at(client)) : Page.of(page(client, holding(client), waiting(client)));
    }

    @PostMapping("/clients/{client}/plan/review")
    @Requires(PLAN)
    View hold(@PathVariable ClientId client, Form<ReviewForms.HoldReview> form) {
        heads.of(client);
        var change = form.attempt(() -> reviews.hold(client, form.said().doneOn(), form.said().effectiveOn(), text(form.said().words()), decisions(form), form.said().seen()));
        if (change == null) {
            var again = form.general() == null ? form : plans.active(client).map(it -> form.with("seen", String.valueOf(it.version()))).orElse(form);
            return Page.again(page(client, again, waiting(client)));
        }
        return Page.at(change ? at(client) + "/draft" : at(client));
    }

    @PostMapping("/clients/{client}/plan/review/exemption")
    @Requires(PLAN)
    View exempt(@PathVariable ClientId client, Form<ReviewForms.WaitWithReview> form) {
        heads.of(client);
        return form.did(() -> reviews.exempt(client, form.said().until(), text(form.said().reason()))) ? Page.at(at(client) + "/review") : Page.again(page(client, holding(client), form));
    }

    @PostMapping("/clients/{client}/plan/review/{review}/strike")
    @Requires(PLAN)
    View strike(@PathVariable ClientId client, @PathVariable UUID review, Form<PlanForms.Strike> form) {
        heads.of(client);
        reviews.strike(client, review, said(form));
        return Page.at(at(client) + "/review");
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/ratings")
    @Requires(PLAN)
    View rate(@PathVariable ClientId client, @PathVariable GoalId goal, Form<ReviewForms.RateGoal> form) {
        heads.of(client);
        if (form.wrong()) {
            throw Refused.invalid("Choose a level from −2 to +2.");
        }
        reviews.rate(client, goal, form.said().level(), form.said().ratedOn(), text(form.said().ratedWords()));
        return Page.at(at(client) + "/review");
    }

    @PostMapping("/clients/{client}/plan/goals/{goal}/ratings/{rating}/strike")
    @Requires(PLAN)
    View strike(@PathVariable ClientId client, @PathVariable GoalId goal, @PathVariable UUID rating, Form<PlanForms.Strike> form) {
        heads.of(client);
        reviews.strikeRating(client, goal, rating, said(form));
        return Page.at(at(client) + "/review");
    }

    /** The word on what the mistake was. */
    static String said(Form<PlanForms.Strike> form) {
        if (form.wrong()) {
            throw Refused.invalid("Say what the mistake was.");
        }
        return text(form.said().strike());
    }

    private List<PlanReview.Decision> decisions(Form<ReviewForms.HoldReview> form) {
        return form.fields().stream().filter(it -> it.matches("decided-[0-9a-f-]{36}")).flatMap(it -> Arrays.stream(Evidence.Proposal.values()).filter(one -> one.name().equals(form.value(it)))
                .map(one -> new PlanReview.Decision(new GoalId(UUID.fromString(it.substring(8))), one, form.value("why-" + it.substring(8)).strip()))).toList();
    }

    private JteModel page(ClientId client, Form<ReviewForms.HoldReview> form, Form<ReviewForms.WaitWithReview> wait) {
        var trends = Actor.current().may(Permission.SEE_ASSESSMENTS) ? results.trends(client) : List.<Trend>of();
        return pages.careplansReview(heads.of(client), reviews.sheet(client), trends, form, wait, today());
    }

    private Form<ReviewForms.HoldReview> holding(ClientId client) {
        return forms.open(new ReviewForms.HoldReview(today(), today(), null, plans.active(client).orElseThrow(() -> Refused.conflict("There is no plan in force.")).version()), at(client) + "/review");
    }

    private Form<ReviewForms.WaitWithReview> waiting(ClientId client) {
        return forms.open(ReviewForms.WaitWithReview.class, at(client) + "/review/exemption");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
