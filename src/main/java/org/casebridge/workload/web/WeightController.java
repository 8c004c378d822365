package org.casebridge.workload.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.CHANGE_TEAM;
import static org.casebridge.access.Permission.SEE_TEAM;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Programs;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.workload.SetBase;
import org.casebridge.workload.SetWeights;
import org.casebridge.workload.WeightRules;
import org.casebridge.workload.Weights;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** By what the agency weighs cases, open to all who work here: whoever is measured may read the measure. */
@Controller
class WeightController {

    private static final String ACTION = "/weights";
    private static final String BASES = "/weights/bases";

    private final WeightRules rules;
    private final Weights weights;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;

    WeightController(WeightRules rules, Weights weights, Programs programs, Forms forms, Templates pages) {
        this.rules = rules;
        this.weights = weights;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(ACTION)
    @Requires(SEE_TEAM)
    View show() {
        return Page.of(page(points(), base()));
    }

    @PostMapping(ACTION)
    @Requires(CHANGE_TEAM)
    View set(Form<SetWeights> form) {
        return form.did(() -> rules.set(form.said())) ? Page.at(ACTION) : Page.again(page(form, base()));
    }

    @PostMapping(BASES)
    @Requires(CHANGE_TEAM)
    View setBase(Form<SetBase> form) {
        return form.did(() -> rules.set(form.said())) ? Page.at(ACTION) : Page.again(page(points(), form));
    }

    @PostMapping("/weights/measurement")
    @Requires(ASSIGN_CASES)
    View measure() {
        rules.measure();
        return Page.at(ACTION);
    }

    private Form<SetWeights> points() {
        return forms.open(SetWeights.of(rules.newest(), weights.today()), ACTION);
    }

    private Form<SetBase> base() {
        return forms.open(SetBase.class, BASES);
    }

    private JteModel page(Form<SetWeights> points, Form<SetBase> base) {
        return pages.workloadRules(weights.formula(), rules.versions(), rules.bases(), points, base, programs.all().stream().map(it -> new Option(it.id().text(), it.name())).toList());
    }
}
