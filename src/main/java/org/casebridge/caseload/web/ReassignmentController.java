package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.access.AccountId;
import org.casebridge.access.Requires;
import org.casebridge.caseload.CaseLine;
import org.casebridge.caseload.ReassignCases;
import org.casebridge.caseload.Reassignments;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.casebridge.workforce.Workers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Giving the cases of a worker to another, some or all of them. */
@Controller
class ReassignmentController {

    private final Reassignments reassignments;
    private final Workers workers;
    private final Forms forms;
    private final Templates pages;

    ReassignmentController(Reassignments reassignments, Workers workers, Forms forms, Templates pages) {
        this.reassignments = reassignments;
        this.workers = workers;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/team/{worker}/reassignment")
    @Requires(ASSIGN_CASES)
    View open(@PathVariable AccountId worker) {
        return Page.of(page(worker, forms.open(ReassignCases.class, path(worker))));
    }

    @PostMapping("/team/{worker}/reassignment")
    @Requires(ASSIGN_CASES)
    View give(@PathVariable AccountId worker, Form<ReassignCases> form) {
        workers.get(worker);
        return form.did(() -> reassignments.give(worker, form.said())) ? Page.at("/team/" + worker.text()) : Page.again(page(worker, form));
    }

    private JteModel page(AccountId worker, Form<ReassignCases> form) {
        var from = workers.get(worker);
        var whatIf = reassignments.whatIf(worker);
        Here.shows(whatIf.cases().stream().map(CaseLine::clientId).distinct().toList());
        return pages.caseloadReassign(from, whatIf, form);
    }

    private static String path(AccountId worker) {
        return "/team/" + worker.text() + "/reassignment";
    }
}
