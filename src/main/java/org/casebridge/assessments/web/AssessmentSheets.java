package org.casebridge.assessments.web;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.Result;
import org.casebridge.assessments.Results;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.springframework.stereotype.Component;

/** The page of one completed assessment with its two small forms: the follow-up of a critical answer, and the supervisor's look. */
@Component
class AssessmentSheets {

    private final Results results;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    AssessmentSheets(Results results, ClientHeads heads, Forms forms, Templates pages) {
        this.results = results;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    JteModel sheet(ClientId client, Result result) {
        return page(client, result, forms.open(FollowUp.class, path(result) + "/follow-up"), forms.open(AnswerApproval.class, path(result) + "/approval"));
    }

    JteModel following(ClientId client, AssessmentId id, Form<FollowUp> form) {
        var result = results.get(client, id);
        return page(client, result, form, forms.open(AnswerApproval.class, path(result) + "/approval"));
    }

    JteModel approving(ClientId client, AssessmentId id, Form<AnswerApproval> form) {
        var result = results.get(client, id);
        return page(client, result, forms.open(FollowUp.class, path(result) + "/follow-up"), form);
    }

    private JteModel page(ClientId client, Result result, Form<FollowUp> followUp, Form<AnswerApproval> approval) {
        return pages.assessmentsShow(heads.of(client), result, followUp, approval);
    }

    private static String path(Result result) {
        return result.line().assessment().path();
    }
}
