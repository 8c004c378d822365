package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.access.Requires;
import org.casebridge.careplans.GoalLibrary;
import org.casebridge.careplans.LibraryGoal;
import org.casebridge.caseload.Programs;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** The library of goals: what is offered as a beginning, and where those who keep the directory write it in the agency's own words. */
@Controller
@RequestMapping("/goal-library")
class GoalLibraryController {

    private final GoalLibrary suggestions;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;

    GoalLibraryController(GoalLibrary suggestions, Programs programs, Forms forms, Templates pages) {
        this.suggestions = suggestions;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_DIRECTORY)
    View list() {
        return Page.of(pages.careplansLibrary(suggestions.all()));
    }

    @GetMapping("/new")
    @Requires(CHANGE_DIRECTORY)
    View blank() {
        return Page.of(page(null, forms.open(SaveLibraryGoal.of(null), "/goal-library")));
    }

    @PostMapping
    @Requires(CHANGE_DIRECTORY)
    View add(Form<SaveLibraryGoal> form) {
        return save(null, form);
    }

    @GetMapping("/{libraryGoal}")
    @Requires(CHANGE_DIRECTORY)
    View show(@PathVariable String libraryGoal) {
        var found = suggestions.get(libraryGoal);
        return Page.of(page(found, forms.open(SaveLibraryGoal.of(found), "/goal-library/" + found.key())));
    }

    @PostMapping("/{libraryGoal}")
    @Requires(CHANGE_DIRECTORY)
    View change(@PathVariable String libraryGoal, Form<SaveLibraryGoal> form) {
        return save(suggestions.get(libraryGoal), form);
    }

    private View save(@Nullable LibraryGoal before, Form<SaveLibraryGoal> form) {
        return form.did(() -> {
            var said = form.said();
            suggestions.write(before, said.domain(), said.template(), said.program(), said.english(), said.spanish(), Boolean.TRUE.equals(said.retired()), said.seen());
        }) ? Page.at("/goal-library") : Page.again(page(before, form));
    }

    private JteModel page(@Nullable LibraryGoal goal, Form<SaveLibraryGoal> form) {
        return pages.careplansLibrarygoal(goal, form, programs.all());
    }
}
