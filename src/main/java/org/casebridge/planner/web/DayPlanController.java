package org.casebridge.planner.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Carriers;
import org.casebridge.monitoring.VisitId;
import org.casebridge.planner.AcceptPlan;
import org.casebridge.planner.DayPlan;
import org.casebridge.planner.DayPlans;
import org.casebridge.planner.TravelRules;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The day planner: visits in an order that fits, accepted as a whole or one by one. */
@Controller
class DayPlanController {

    private final DayPlans plans;
    private final TravelRules rules;
    private final Carriers carriers;
    private final Forms forms;
    private final Templates pages;

    DayPlanController(DayPlans plans, TravelRules rules, Carriers carriers, Forms forms, Templates pages) {
        this.plans = plans;
        this.rules = rules;
        this.carriers = carriers;
        this.forms = forms;
        this.pages = pages;
    }

    /** Which day, how long, whose, and what stays at its time. */
    record ChoosePlan(@Nullable LocalDate from, DayPlan.@Nullable Span span, @Nullable List<AccountId> worker, @Nullable List<VisitId> keep) {}

    @GetMapping("/day-plan")
    @Requires(SEE_CONTACTS)
    View show(Form<ChoosePlan> form) {
        var said = form.wrong() ? new ChoosePlan(null, null, null, null) : form.said();
        var from = Objects.requireNonNullElse(said.from(), plans.today());
        var span = Objects.requireNonNullElse(said.span(), DayPlan.Span.DAY);
        var workers = Objects.requireNonNullElse(said.worker(), List.<AccountId>of());
        var keep = said.keep() == null ? Set.<VisitId>of() : new HashSet<>(said.keep());
        boolean possible = form.did(() -> plans.against(from).ifPresent(it -> {
            throw it;
        }));
        return possible ? Page.of(page(plans.plan(from, span, workers, keep), forms.open(AcceptPlan.class, "/day-plan"), from, span, workers)) : Page.again(page(null, form, from, span, workers));
    }

    @PostMapping("/day-plan")
    @Requires(RECORD_CONTACTS)
    View accept(Form<AcceptPlan> form) {
        if (form.did(() -> plans.accept(form.said()))) {
            var said = form.said();
            return Page.at("/day-plan?from=" + said.from() + "&span=" + said.span() + (said.worker() == null ? "" : said.worker().stream().map(it -> "&worker=" + it.text()).collect(Collectors.joining())));
        }
        var from = plans.today();
        var span = DayPlan.Span.DAY;
        List<AccountId> workers = List.of();
        if (form.problems().isEmpty()) {
            from = form.said().from();
            span = form.said().span();
            workers = Objects.requireNonNullElse(form.said().worker(), workers);
        }
        return Page.again(page(plans.against(from).isPresent() ? null : plans.plan(from, span, workers, Set.of()), form, from, span, workers));
    }

    @GetMapping("/day-plan/rules")
    @Requires(SEE_CONTACTS)
    View rules() {
        return Page.of(pages.plannerTravel(rules.current(), forms.open(SetTravel.of(rules.current()), "/day-plan/rules")));
    }

    @PostMapping("/day-plan/rules")
    @Requires(ASSIGN_CASES)
    View set(Form<SetTravel> form) {
        return form.did(() -> rules.set(form.said().rule())) ? Page.at("/day-plan/rules") : Page.again(pages.plannerTravel(rules.current(), form));
    }

    private JteModel page(@Nullable DayPlan plan, Form<?> form, LocalDate from, DayPlan.Span span, List<AccountId> workers) {
        if (plan != null) {
            Here.shows(Stream.of(plan.days().stream().flatMap(it -> it.lines().stream()).map(DayPlan.Line::visit).filter(Objects::nonNull).map(it -> it.clientId()),
                    plan.left().stream().map(it -> it.visit().clientId()), plan.onTheWay().stream().map(DayPlan.OnTheWay::client)).flatMap(it -> it).distinct().toList());
        }
        var people = Actor.current().may(Permission.ASSIGN_CASES) ? carriers.people().stream().map(it -> new Option(it.id().text(), it.name())).toList() : List.<Option>of();
        return pages.plannerPlan(plan, form, from, span, workers.stream().map(AccountId::text).toList(), people);
    }
}
