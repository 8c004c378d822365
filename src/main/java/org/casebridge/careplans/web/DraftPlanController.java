package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.careplans.web.PlanController.at;
import static org.casebridge.careplans.web.PlanForms.text;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.NeedsPicture;
import org.casebridge.assessments.Results;
import org.casebridge.careplans.Agreement;
import org.casebridge.careplans.CarePlan;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.GoalLibrary;
import org.casebridge.careplans.LibraryGoal;
import org.casebridge.careplans.PlanReading;
import org.casebridge.careplans.PlanReview;
import org.casebridge.careplans.Reviews;
import org.casebridge.careplans.Signing;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.documents.Documents;
import org.casebridge.kernel.Refused;
import org.casebridge.reading.PlainLanguage;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Wording the next version of a plan: its goals and steps, what holds for the whole, proposing it, and the client's agreement. */
@Controller
class DraftPlanController {

    private final CarePlans plans;
    private final PlanReading reading;
    private final Signing signing;
    private final Reviews reviews;
    private final Documents papers;
    private final Results results;
    private final GoalLibrary suggestions;
    private final Clients clients;
    private final PlainLanguage plain;
    private final Accounts accounts;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    DraftPlanController(CarePlans plans, PlanReading reading, Signing signing, Reviews reviews, Documents papers, Results results, GoalLibrary suggestions, Clients clients, PlainLanguage plain, Accounts accounts,
                        ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.signing = signing;
        this.reviews = reviews;
        this.papers = papers;
        this.results = results;
        this.suggestions = suggestions;
        this.clients = clients;
        this.plain = plain;
        this.accounts = accounts;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/plan/draft")
    @Requires(PLAN)
    View show(@PathVariable ClientId client) {
        return drafted(client, it -> pages.careplansDraft(heads.of(client), it, plans.goals(it), plans.changes(it), reading.parts(it), reading(it), today()));
    }

    private org.casebridge.reading.Reading reading(CarePlan plan) {
        return plain.read(reading.forClient(plan));
    }

    @PostMapping("/clients/{client}/plan/draft/removal")
    @Requires(PLAN)
    View discard(@PathVariable ClientId client) {
        plans.discard(client);
        return Page.at(at(client));
    }

    @PostMapping("/clients/{client}/plan/draft/proposal")
    @Requires(PLAN)
    View propose(@PathVariable ClientId client, @RequestParam int seen) {
        plans.propose(client, seen);
        return Page.at(at(client) + "/draft");
    }

    @GetMapping("/clients/{client}/plan/draft/about")
    @Requires(PLAN)
    View about(@PathVariable ClientId client) {
        return drafted(client, it -> pages.careplansAbout(heads.of(client),
                forms.open(new PlanForms.DescribePlan(it.strengths(), it.reviewDays(), it.cadenceDays(), reviews.acuity(it), it.version()), at(client) + "/draft/about"), null, PlanReview.Acuity.MEDIUM));
    }

    @PostMapping("/clients/{client}/plan/draft/about")
    @Requires(PLAN)
    View describe(@PathVariable ClientId client, Form<PlanForms.DescribePlan> form) {
        if (form.did(() -> reviews.about(client, text(form.said().strengths()), form.said().reviewDays(), form.said().cadenceDays(),
                form.said().acuity() == null ? PlanReview.Acuity.MEDIUM : form.said().acuity(), form.said().seen()))) {
            return Page.at(at(client) + "/draft");
        }
        return again(client, it -> pages.careplansAbout(heads.of(client), fresh(client, form), form.general() == null ? null : it, reviews.acuity(it)));
    }

    @GetMapping("/clients/{client}/plan/draft/agreement")
    @Requires(PLAN)
    View agreement(@PathVariable ClientId client) {
        return drafted(client, it -> agreement(client, it,
                forms.open(new PlanForms.AgreePlan(today(), null, null, null, it.reason(), null, clients.get(client).name(), null, null, null, null,
                        Say.spoken(clients.get(client).about().languages()).getLanguage(), reading.hash(it), it.version()), at(client) + "/draft/agreement")));
    }

    @PostMapping("/clients/{client}/plan/draft/agreement")
    @Requires(PLAN)
    View agree(@PathVariable ClientId client, Form<PlanForms.AgreePlan> form) {
        if (form.did(() -> {
            var said = form.said();
            var person = clients.get(client);
            var language = text(said.copyLanguage()).isBlank() ? Say.spoken(person.about().languages()).getLanguage() : said.copyLanguage();
            signing.agree(client, new Agreement(said.on(), said.how(), text(said.present()), said.copy()), said.said(person.name()), text(said.teachBack()), language, said.reason(), said.seen());
        })) {
            return Page.at(at(client));
        }
        return again(client, it -> agreement(client, it, fresh(client, form)));
    }

    /** A need that the client chose to act on becomes a goal: in the version being drafted, else in a first or a next one. */
    @PostMapping("/clients/{client}/plan/goals")
    @Requires(PLAN)
    View fromNeed(@PathVariable ClientId client, @RequestParam AssessmentId from, @RequestParam String need) {
        chosen(client, from, need);
        if (plans.drafted(client).isEmpty()) {
            if (plans.active(client).isPresent()) {
                plans.change(client);
            } else {
                plans.begin(client);
            }
        }
        return Page.at(at(client) + "/draft/goals/new?from=" + from.text() + "&need=" + Here.encoded(need));
    }

    /** With a need of an assessment, its domain and what was said about it stand in the form. */
    @GetMapping("/clients/{client}/plan/draft/goals/new")
    @Requires(PLAN)
    View blank(@PathVariable ClientId client, @RequestParam(required = false) @Nullable AssessmentId from, @RequestParam(defaultValue = "") String need,
               @RequestParam(defaultValue = "") String like) {
        return drafted(client, it -> {
            var about = from == null ? null : SaveGoal.about(chosen(client, from, need), it.version());
            var known = about == null ? SaveGoal.blank(it.version()) : about;
            if (!like.isBlank()) {
                var found = suggestions.get(like);
                known = SaveGoal.like(found.in(Say.spoken(clients.get(client).about().languages())), found.domain(), about, it.version());
            }
            var query = from == null ? "" : "from=" + from.text() + "&need=" + Here.encoded(need) + "&";
            var fitting = about == null ? List.<LibraryGoal>of() : suggestions.offered(client).stream().filter(one -> one.domain() == about.domain()).toList();
            return page(client, it, forms.open(known, at(client) + "/draft/goals"), null, fitting, query);
        });
    }

    @PostMapping("/clients/{client}/plan/draft/goals")
    @Requires(PLAN)
    View add(@PathVariable ClientId client, Form<SaveGoal> form) {
        return save(client, form, null);
    }

    @GetMapping("/clients/{client}/plan/draft/goals/{goal}")
    @Requires(PLAN)
    View known(@PathVariable ClientId client, @PathVariable GoalId goal) {
        return drafted(client, it -> {
            var found = find(it, goal);
            return form(client, it, forms.open(SaveGoal.of(found, it.version()), at(client) + "/draft/goals/" + goal.text()), found);
        });
    }

    @PostMapping("/clients/{client}/plan/draft/goals/{goal}")
    @Requires(PLAN)
    View change(@PathVariable ClientId client, @PathVariable GoalId goal, Form<SaveGoal> form) {
        return save(client, form, find(required(client), goal));
    }

    @PostMapping("/clients/{client}/plan/draft/goals/{goal}/removal")
    @Requires(PLAN)
    View remove(@PathVariable ClientId client, @PathVariable GoalId goal, @RequestParam int seen) {
        find(required(client), goal);
        plans.remove(client, goal, seen);
        return Page.at(at(client) + "/draft");
    }

    private View save(ClientId client, Form<SaveGoal> form, @Nullable Goal before) {
        if (!form.wrong()) {
            if (form.said().whose() == SaveGoal.Whose.OTHER && text(form.said().whyNotTheirs()).isBlank()) {
                form.refuse("whyNotTheirs", "Say why these are not the client’s own words.");
            }
            if (form.said().halfScaled()) {
                form.refuse("expected", "Word all five levels, or none.");
            }
            var steps = SaveGoal.rows(form.said().steps());
            for (int i = 0; i < steps.size(); i++) {
                var row = "steps[" + i + "].";
                if (steps.get(i).orphan()) {
                    form.refuse(row + "what", "Say what this step is.");
                } else if (!steps.get(i).empty() && steps.get(i).party() == null) {
                    form.refuse(row + "party", "Say who takes this step.");
                } else if (steps.get(i).halfMeasured()) {
                    form.refuse(row + "units", "Say how many, of what and in which time, or none of them.");
                } else if (steps.get(i).after() != null && (steps.get(i).after() < 1 || steps.get(i).after() > steps.size() || steps.get(steps.get(i).after() - 1).empty())) {
                    form.refuse(row + "after", "There is no step with this number.");
                }
            }
        }
        return form.did(() -> plans.write(client, form.said().goal(before), form.said().seen()))
                ? Page.at(at(client) + "/draft") : again(client, it -> form(client, it, fresh(client, form), before));
    }

    private JteModel form(ClientId client, CarePlan plan, Form<SaveGoal> form, @Nullable Goal goal) {
        return page(client, plan, form, goal, List.of(), "");
    }

    private JteModel page(ClientId client, CarePlan plan, Form<SaveGoal> form, @Nullable Goal goal, List<LibraryGoal> suggestions, String query) {
        return pages.careplansGoalform(heads.of(client), plan, form, goal, accounts.colleagues().stream().map(Account::name).toList(), SaveGoal.Whose.values(), suggestions, query,
                form.general() == null ? null : goal, today());
    }

    private JteModel agreement(ClientId client, CarePlan plan, Form<PlanForms.AgreePlan> form) {
        return pages.careplansAgree(heads.of(client), plan, plans.goals(plan), plans.changes(plan), form, refusing(client, plan), documents(client), reading.parts(plan), reading.hash(plan), today());
    }

    private Form<PlanForms.RefusePlan> refusing(ClientId client, CarePlan plan) {
        return forms.open(new PlanForms.RefusePlan(null, today(), reading.hash(plan)), at(client) + "/draft/refusal");
    }

    private List<Option> documents(ClientId client) {
        return SigningController.scans(papers, client);
    }

    private NeedsPicture.Domain chosen(ClientId client, AssessmentId from, String need) {
        return results.get(client, from).needs().stream().filter(it -> it.item().linkId().equals(need)).findFirst()
                .orElseThrow(() -> Refused.notFound("That need is not among those chosen in this assessment."));
    }

    /** After somebody else's change the form stands on the plan as it is now, so that whoever looked again can save. */
    private <T> Form<T> fresh(ClientId client, Form<T> form) {
        return form.general() == null ? form : plans.drafted(client).map(it -> form.with("seen", String.valueOf(it.version())).with("hash", reading.hash(it))).orElse(form);
    }

    /** The page about the version being drafted; when there is none, the plan itself. */
    private View drafted(ClientId client, Function<CarePlan, JteModel> page) {
        heads.of(client);
        var plan = plans.drafted(client);
        return plan.isEmpty() ? Page.at(at(client)) : Page.of(page.apply(plan.get()));
    }

    private View again(ClientId client, Function<CarePlan, JteModel> page) {
        return Page.again(page.apply(required(client)));
    }

    private CarePlan required(ClientId client) {
        heads.of(client);
        return plans.drafted(client).orElseThrow(() -> Refused.conflict("No version of the plan is being drafted."));
    }

    private Goal find(CarePlan plan, GoalId goal) {
        return plans.goals(plan).stream().filter(it -> it.id().equals(goal)).findFirst().orElseThrow(() -> Refused.notFound("That goal could not be found."));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
