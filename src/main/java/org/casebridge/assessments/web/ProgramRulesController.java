package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ADMINISTER;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Approvals;
import org.casebridge.assessments.DueRules;
import org.casebridge.assessments.Instruments;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What a programme asks for: which assessments by when, and which of them a supervisor looks at. */
@Controller
@RequestMapping("/programmes/{program}/assessments")
class ProgramRulesController {

    private final DueRules rules;
    private final Approvals approvals;
    private final Instruments instruments;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;

    ProgramRulesController(DueRules rules, Approvals approvals, Instruments instruments, Programs programs, Forms forms, Templates pages) {
        this.rules = rules;
        this.approvals = approvals;
        this.instruments = instruments;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(ADMINISTER)
    View show(@PathVariable ProgramId program) {
        return Page.of(page(program, forms.open(SetDueRule.class, path(program)), asking(program)));
    }

    @PostMapping
    @Requires(ADMINISTER)
    View add(@PathVariable ProgramId program, Form<SetDueRule> form) {
        boolean added = !form.wrong() && form.did(() -> {
            var said = form.said();
            rules.add(program, said.instrument(), said.stage(), said.from(), said.days(), said.appliesFrom(), said.basis());
        });
        return added ? Page.at(path(program)) : Page.again(page(program, form, asking(program)));
    }

    @PostMapping("/{dueRule}/ending")
    @Requires(ADMINISTER)
    View end(@PathVariable ProgramId program, @PathVariable UUID dueRule) {
        rules.end(program, dueRule);
        return Page.at(path(program));
    }

    @PostMapping("/approval")
    @Requires(ADMINISTER)
    View ask(@PathVariable ProgramId program, Form<AskApproval> form) {
        boolean set = !form.wrong() && form.did(() -> approvals.ask(program, form.said().wanted() == null ? java.util.Set.of() : new HashSet<>(form.said().wanted())));
        return set ? Page.at(path(program)) : Page.again(page(program, forms.open(SetDueRule.class, path(program)), form));
    }

    private Form<AskApproval> asking(ProgramId program) {
        return forms.open(AskApproval.class, Map.of("wanted", approvals.askedBy(program)), path(program) + "/approval");
    }

    private JteModel page(ProgramId program, Form<SetDueRule> rule, Form<AskApproval> approval) {
        var names = instruments.all().stream().collect(java.util.stream.Collectors.toMap(it -> it.id(), it -> it));
        return pages.assessmentsProgram(programs.get(program), rules.of(program), List.copyOf(instruments.all()), names, rule, approval);
    }

    private static String path(ProgramId program) {
        return "/programmes/" + program.text() + "/assessments";
    }
}
