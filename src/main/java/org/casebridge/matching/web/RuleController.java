package org.casebridge.matching.web;

import static org.casebridge.access.Permission.SET_ELIGIBILITY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.matching.Amounts;
import org.casebridge.matching.RuleCase;
import org.casebridge.matching.ServiceRule;
import org.casebridge.matching.ServiceRules;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Writing who may have which service, by which amounts, and whether matching is on. */
@Controller
class RuleController {

    private final ServiceRules rules;
    private final Amounts amounts;
    private final Services services;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    RuleController(ServiceRules rules, Amounts amounts, Services services, Forms forms, Templates pages, Clock clock) {
        this.rules = rules;
        this.amounts = amounts;
        this.services = services;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/matching")
    @Requires(SET_ELIGIBILITY)
    View all() {
        return Page.of(all(forms.open(TurnMatching.class, "/matching/state")));
    }

    @PostMapping("/matching/state")
    @Requires(SET_ELIGIBILITY)
    View turn(Form<TurnMatching> form) {
        return form.did(() -> rules.turn(form.said().on(), form.said().why() == null ? "" : form.said().why().strip())) ? Page.at("/matching") : Page.again(all(form));
    }

    @GetMapping("/matching/services/{service}")
    @Requires(SET_ELIGIBILITY)
    View rule(@PathVariable ServiceId service) {
        var all = rules.of(service);
        var start = all.stream().findFirst().map(it -> new WriteRule(it.text(), it.cases(), it.draft() ? it.startsOn() : today(), it.draft() ? it.version() : null)).orElse(new WriteRule("", "", today(), null));
        return Page.of(rule(service, all, forms.open(start, path(service))));
    }

    @PostMapping("/matching/services/{service}")
    @Requires(SET_ELIGIBILITY)
    View save(@PathVariable ServiceId service, Form<WriteRule> form) {
        return form.did(() -> rules.save(service, form.said().text(), form.said().cases() == null ? "" : form.said().cases(), form.said().startsOn(), form.said().version()))
                ? Page.at(path(service)) : Page.again(rule(service, rules.of(service), form));
    }

    @PostMapping("/matching/services/{service}/publication")
    @Requires(SET_ELIGIBILITY)
    View publish(@PathVariable ServiceId service) {
        rules.publish(service);
        return Page.at(path(service));
    }

    @GetMapping("/matching/amounts")
    @Requires(SET_ELIGIBILITY)
    View amounts() {
        return Page.of(pages.matchingAmounts(amounts.all(), forms.open(AddAmount.class, "/matching/amounts")));
    }

    @PostMapping("/matching/amounts")
    @Requires(SET_ELIGIBILITY)
    View add(Form<AddAmount> form) {
        return form.did(() -> {
            var it = form.said();
            amounts.add(it.kind(), it.area(), it.startsOn(), it.base(), it.eachMore() == null ? BigDecimal.ZERO : it.eachMore(), it.source());
        }) ? Page.at("/matching/amounts") : Page.again(pages.matchingAmounts(amounts.all(), form));
    }

    private JteModel all(Form<TurnMatching> form) {
        return pages.matchingRules(rules.all(), rules.off().orElse(null), form, today());
    }

    private JteModel rule(ServiceId service, List<ServiceRule> all, Form<WriteRule> form) {
        var draft = all.stream().filter(ServiceRule::draft).findFirst().orElse(null);
        List<RuleCase.Tried> tried = draft == null ? List.of() : rules.tried(draft.text(), draft.cases(), draft.startsOn());
        return pages.matchingRule(services.line(service), all, draft, tried, form, path(service), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    private static String path(ServiceId service) {
        return "/matching/services/" + service.text();
    }
}
