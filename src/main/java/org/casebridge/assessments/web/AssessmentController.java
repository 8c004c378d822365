package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ASSESS;
import static org.casebridge.access.Permission.SEE_ASSESSMENTS;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Administering;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.Assessments;
import org.casebridge.assessments.DueRules;
import org.casebridge.assessments.Results;
import org.casebridge.assessments.Wordings;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A client's assessments: the list, what one says, starting, correcting, following up. */
@Controller
@RequestMapping("/clients/{client}/assessments")
class AssessmentController {

    private final Assessments assessments;
    private final Results results;
    private final Wordings wordings;
    private final ClientHeads heads;
    private final DueRules rules;
    private final Administering administering;
    private final AssessmentSheets sheets;
    private final Templates pages;

    AssessmentController(Assessments assessments, Results results, Wordings wordings, ClientHeads heads, DueRules rules, Administering administering, AssessmentSheets sheets, Templates pages) {
        this.assessments = assessments;
        this.results = results;
        this.wordings = wordings;
        this.heads = heads;
        this.rules = rules;
        this.administering = administering;
        this.sheets = sheets;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_ASSESSMENTS)
    View list(@PathVariable ClientId client) {
        var head = heads.of(client);
        return Page.of(pages.assessmentsList(head, results.of(client), wordings.offered(), wordings.own(), results.trends(client), rules.of(client), rules.today(), administering.lacking()));
    }

    @PostMapping
    @Requires(ASSESS)
    View start(@PathVariable ClientId client, @RequestParam String instrument, @RequestParam(required = false) Assessment.@Nullable Stage stage) {
        heads.of(client);
        return Page.at(assessments.start(client, instrument, stage).path() + "/answers");
    }

    @GetMapping("/{assessment}")
    @Requires(SEE_ASSESSMENTS)
    View show(@PathVariable ClientId client, @PathVariable AssessmentId assessment) {
        var result = results.get(client, assessment);
        if (result.line().assessment().draft()) {
            return Page.at(result.line().assessment().path() + "/answers");
        }
        return Page.of(sheets.sheet(client, result));
    }

    @PostMapping("/{assessment}/correction")
    @Requires(ASSESS)
    View correct(@PathVariable ClientId client, @PathVariable AssessmentId assessment) {
        return Page.at(assessments.correct(client, assessment).path() + "/answers");
    }

    @PostMapping("/{assessment}/discarding")
    @Requires(ASSESS)
    View discard(@PathVariable ClientId client, @PathVariable AssessmentId assessment) {
        assessments.discard(client, assessment);
        return Page.at("/clients/" + client.text() + "/assessments");
    }

    @PostMapping("/{assessment}/follow-up")
    @Requires(ASSESS)
    View followUp(@PathVariable ClientId client, @PathVariable AssessmentId assessment, Form<FollowUp> form) {
        if (form.wrong()) {
            return Page.again(sheets.following(client, assessment, form));
        }
        assessments.followUp(client, assessment, form.said().words());
        return Page.at("/clients/" + client.text() + "/assessments/" + assessment.text());
    }
}
