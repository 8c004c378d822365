package org.casebridge.intake.web;

import static org.casebridge.access.Permission.SET_ELIGIBILITY;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Programs;
import org.casebridge.intake.Eligibility;
import org.casebridge.intake.QuestionId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What the programmes ask before they take somebody: asking one question more, and retiring one. */
@Controller
class EligibilityController {

    private static final String PATH = "/intakes/questions";

    private final Eligibility eligibility;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;

    EligibilityController(Eligibility eligibility, Programs programs, Forms forms, Templates pages) {
        this.eligibility = eligibility;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Requires(SET_ELIGIBILITY)
    View list() {
        return Page.of(page(forms.open(AskQuestion.class, PATH)));
    }

    @PostMapping(PATH)
    @Requires(SET_ELIGIBILITY)
    View ask(Form<AskQuestion> form) {
        var asked = form.attempt(() -> eligibility.ask(form.said().program(), form.said().words(), form.said().wordsEs(),
                form.said().needed(), form.said().otherwise(), form.said().otherwiseEs()));
        return asked == null ? Page.again(page(form)) : Page.at(PATH);
    }

    @PostMapping(PATH + "/{question}/retirement")
    @Requires(SET_ELIGIBILITY)
    View retire(@PathVariable QuestionId question) {
        eligibility.retire(question);
        return Page.at(PATH);
    }

    private gg.jte.models.runtime.JteModel page(Form<AskQuestion> form) {
        return pages.intakeAsked(eligibility.unanswered(), form, programs.all().stream().map(it -> new Option(it.id().text(), it.name())).toList());
    }
}
