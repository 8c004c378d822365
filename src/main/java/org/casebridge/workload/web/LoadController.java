package org.casebridge.workload.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.CHANGE_TEAM;
import static org.casebridge.access.Permission.SEE_CASES;

import casebridge.pages.Templates;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Team;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.casebridge.workload.CaseWeight;
import org.casebridge.workload.Forecast;
import org.casebridge.workload.SetHours;
import org.casebridge.workload.WeightRules;
import org.casebridge.workload.Weights;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** How full a week is: one's own, a worker's, the team's; and how many hours it has. */
@Controller
class LoadController {

    private final Weights weights;
    private final Forecast forecast;
    private final WeightRules rules;
    private final Team team;
    private final Forms forms;
    private final Templates pages;

    LoadController(Weights weights, Forecast forecast, WeightRules rules, Team team, Forms forms, Templates pages) {
        this.weights = weights;
        this.forecast = forecast;
        this.rules = rules;
        this.team = team;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/load")
    @Requires(SEE_CASES)
    View own() {
        return one(Actor.current().account());
    }

    @GetMapping("/load/{worker}")
    @Requires(ASSIGN_CASES)
    View of(@PathVariable AccountId worker) {
        return one(worker);
    }

    @GetMapping("/loads")
    @Requires(ASSIGN_CASES)
    View ofTeam() {
        return Page.of(pages.workloadLoads(weights.ofTeam()));
    }

    @GetMapping("/team/{worker}/hours")
    @Requires(CHANGE_TEAM)
    View hours(@PathVariable AccountId worker) {
        return Page.of(pages.workloadHours(team.get(worker).worker(), forms.open(SetHours.of(rules.hours(worker)), path(worker))));
    }

    @PostMapping("/team/{worker}/hours")
    @Requires(CHANGE_TEAM)
    View set(@PathVariable AccountId worker, Form<SetHours> form) {
        var it = team.get(worker).worker();
        return form.did(() -> rules.set(worker, form.said())) ? Page.at("/team/" + worker.text()) : Page.again(pages.workloadHours(it, form));
    }

    private View one(AccountId worker) {
        var load = weights.of(worker);
        Here.shows(load.cases().stream().map(CaseWeight::clientId).distinct().toList());
        return Page.of(pages.workloadLoad(load, forecast.of(worker)));
    }

    private static String path(AccountId worker) {
        return "/team/" + worker.text() + "/hours";
    }
}
