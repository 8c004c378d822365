package org.casebridge.planner.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casebridge.access.Requires;
import org.casebridge.caseload.CaseId;
import org.casebridge.planner.DecideRebalancing;
import org.casebridge.planner.Rebalancing;
import org.casebridge.planner.Rebalancings;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Sharing a team's cases: the loads, a proposal, and the supervisor's decision. */
@Controller
class RebalancingController {

    private static final String ACTION = "/team-sharing";

    private final Rebalancings rebalancings;
    private final Forms forms;
    private final Templates pages;

    RebalancingController(Rebalancings rebalancings, Forms forms, Templates pages) {
        this.rebalancings = rebalancings;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(ACTION)
    @Requires(ASSIGN_CASES)
    View show(@RequestParam(defaultValue = "false") boolean propose, @RequestParam(required = false) @Nullable List<CaseId> pin) {
        return Page.of(page(rebalancings.of(pin == null ? Set.of() : new HashSet<>(pin), propose), forms.open(DecideRebalancing.class, ACTION)));
    }

    /** Shows the moves again that were chosen or not, as they were proposed. */
    @PostMapping(ACTION)
    @Requires(ASSIGN_CASES)
    View decide(Form<DecideRebalancing> form) {
        return form.did(() -> rebalancings.decide(form.said())) ? Page.at(ACTION) : Page.again(page(rebalancings.of(Set.of(), true), form));
    }

    private JteModel page(Rebalancing it, Form<?> form) {
        Here.shows(it.cases().stream().map(Rebalancing.Case::clientId).distinct().toList());
        return pages.plannerSharing(it, rebalancings.decided(), form);
    }
}
