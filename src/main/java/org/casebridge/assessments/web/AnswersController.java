package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ASSESS;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Answers;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.Assessments;
import org.casebridge.assessments.Both;
import org.casebridge.assessments.Criticals;
import org.casebridge.assessments.FormId;
import org.casebridge.assessments.Scoring;
import org.casebridge.assessments.Wordings;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Once;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The interview: its questions in the language asked for, kept for later or completed. */
@Controller
@RequestMapping("/clients/{client}/assessments/{assessment}")
class AnswersController {

    private final Assessments assessments;
    private final Wordings wordings;
    private final Criticals criticals;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    AnswersController(Assessments assessments, Wordings wordings, Criticals criticals, ClientHeads heads, Forms forms, Templates pages) {
        this.assessments = assessments;
        this.wordings = wordings;
        this.criticals = criticals;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    /** {@code in} is the language of the questions, en or es; else the reader's. */
    @GetMapping("/answers")
    @Requires(ASSESS)
    View ask(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String in) {
        var draft = assessments.get(client, assessment).assessment();
        if (!draft.draft()) {
            return Page.at(draft.path());
        }
        if (FormId.names(draft.instrument())) {
            return Page.at(draft.path() + "/form");
        }
        return Page.of(page(client, draft, forms.open(AnswerAssessment.class, AnswerFields.known(draft), draft.path() + "/completion"), List.of(), in));
    }

    @PostMapping("/draft")
    @Requires(ASSESS)
    View keep(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String in, Form<AnswerAssessment> form) {
        var draft = assessments.get(client, assessment).assessment();
        if (FormId.names(draft.instrument())) {
            return Page.at(draft.path() + "/form");
        }
        var answers = AnswerFields.read(form, wordings.of(draft));
        // What can be kept is kept, also where two people wrote something else; it does not spend the form's token.
        var both = form.attempt(() -> Once.apart(() -> assessments.keep(client, assessment, form.said().about(), answers, InterviewFields.shown(form))));
        return both == null || !both.isEmpty() ? Page.again(page(client, assessments.get(client, assessment).assessment(), form, both == null ? List.of() : both, in))
                : Page.at("/clients/" + client.text() + "/assessments");
    }

    @PostMapping("/completion")
    @Requires(ASSESS)
    View complete(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String in, Form<AnswerAssessment> form) {
        var draft = assessments.get(client, assessment).assessment();
        Answers answers = AnswerFields.read(form, wordings.of(draft));
        var shown = InterviewFields.shown(form);
        var both = form.wrong() ? List.<Both>of() : assessments.both(client, assessment, form.said().about(), answers, shown);
        if (!both.isEmpty()) {
            return Page.again(page(client, draft, form, both, in));
        }
        var done = form.wrong() ? null : form.attempt(() -> assessments.complete(client, assessment, form.said().about(), answers,
                Boolean.TRUE.equals(form.said().unansweredStays()), form.said().safetyNote(), shown));
        return done == null ? Page.again(page(client, draft, form, List.of(), in)) : Page.at(done.path());
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Assessment draft, Form<AnswerAssessment> form, List<Both> both, String in) {
        var asked = Set.of("en", "es").contains(in) ? Locale.forLanguageTag(in) : Say.locale();
        return pages.assessmentsAsk(heads.of(client), draft, wordings.of(draft), wordings.scoring(draft).orElse(null), dangers(draft), form, asked, InterviewFields.marks(form, draft), InterviewFields.said(both, wordings.of(draft)));
    }

    /** What the answers that are acted on at once are called, and what the first of them is about; empty where there are none. */
    private AskedOfDanger dangers(Assessment draft) {
        var instrument = wordings.of(draft);
        var scoring = wordings.scoring(draft).map(Scoring::criticals).orElse(List.of());
        var rules = criticals.of(instrument.id());
        var names = Stream.concat(scoring.stream().map(it -> Say.say(it.label())), rules.stream().flatMap(rule -> instrument.domains().stream()
                .filter(it -> it.items().stream().anyMatch(item -> item.linkId().equals(rule.item()))).findFirst().or(() -> instrument.item(rule.item())).map(it -> it.words().in(Say.locale())).stream())).distinct().sorted().toList();
        return new AskedOfDanger(names, scoring.isEmpty() ? rules.isEmpty() ? Scoring.Danger.SUICIDE : rules.getFirst().danger() : scoring.getFirst().danger());
    }
}
