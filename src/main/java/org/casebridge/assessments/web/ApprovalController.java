package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.APPROVE_ASSESSMENTS;

import org.casebridge.access.Requires;
import org.casebridge.assessments.Approvals;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A supervisor approves a completed assessment, or returns it with what is missing. */
@Controller
class ApprovalController {

    private final Approvals approvals;
    private final AssessmentSheets sheets;

    ApprovalController(Approvals approvals, AssessmentSheets sheets) {
        this.approvals = approvals;
        this.sheets = sheets;
    }

    @PostMapping("/clients/{client}/assessments/{assessment}/acknowledgement")
    @Requires(APPROVE_ASSESSMENTS)
    View acknowledge(@PathVariable ClientId client, @PathVariable AssessmentId assessment) {
        approvals.acknowledge(client, assessment);
        return Page.at("/clients/" + client.text() + "/assessments/" + assessment.text());
    }

    @PostMapping("/clients/{client}/assessments/{assessment}/approval")
    @Requires(APPROVE_ASSESSMENTS)
    View answer(@PathVariable ClientId client, @PathVariable AssessmentId assessment, Form<AnswerApproval> form) {
        boolean answered = !form.wrong() && form.did(() -> approvals.answer(client, assessment, form.said().verdict(), form.said().comment() == null ? "" : form.said().comment()));
        return answered ? Page.at("/clients/" + client.text() + "/assessments/" + assessment.text()) : Page.again(sheets.approving(client, assessment, form));
    }
}
