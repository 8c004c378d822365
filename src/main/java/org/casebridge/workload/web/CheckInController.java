package org.casebridge.workload.web;

import static org.casebridge.access.Permission.SEE_TEAM;

import casebridge.pages.Templates;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.casebridge.workload.AskOneself;
import org.casebridge.workload.CheckIns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Questions about one's own work that only oneself reads. No draft of them is kept. */
@Controller
class CheckInController {

    private static final String ACTION = "/check-in";

    private final CheckIns checkIns;
    private final Forms forms;
    private final Templates pages;

    CheckInController(CheckIns checkIns, Forms forms, Templates pages) {
        this.checkIns = checkIns;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(ACTION)
    @Requires(SEE_TEAM)
    View show() {
        return Page.of(pages.workloadCheckin(checkIns.own(), forms.open(AskOneself.class, ACTION)));
    }

    @PostMapping(ACTION)
    @Requires(SEE_TEAM)
    View keep(Form<AskOneself> form) {
        return form.did(() -> checkIns.keep(form.said())) ? Page.at(ACTION) : Page.again(pages.workloadCheckin(checkIns.own(), form));
    }

    @PostMapping("/check-in/{checkIn}/removal")
    @Requires(SEE_TEAM)
    View forget(@PathVariable UUID checkIn) {
        checkIns.forget(checkIn);
        return Page.at(ACTION);
    }
}
