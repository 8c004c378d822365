package org.casebridge.planner.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Requires;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.ProgramId;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.planner.Assignments;
import org.casebridge.planner.DecideAssignment;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.workforce.Credential;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who could carry a case, and the supervisor's decision. */
@Controller
class AssignmentController {

    private final Assignments assignments;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    AssignmentController(Assignments assignments, ClientHeads heads, Forms forms, Templates pages) {
        this.assignments = assignments;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    /** Which credentials a programme asks for. */
    record AskCredentials(ProgramId program, @Nullable List<Credential.Kind> kinds) {}

    /** For a new case in that programme, or for an open one that is to be given away. */
    @GetMapping("/clients/{client}/assignment")
    @Requires(ASSIGN_CASES)
    View suggest(@PathVariable ClientId client, @RequestParam(required = false) @Nullable ProgramId program, @RequestParam(required = false) @Nullable CaseId file,
                 @RequestParam(defaultValue = "false") boolean all) {
        var open = assignments.known(client, file);
        var chosen = open != null ? open.programId() : program;
        var known = new LinkedHashMap<String, List<String>>();
        if (chosen != null) {
            known.put("program", List.of(chosen.text()));
        }
        if (open != null) {
            known.put("file", List.of(open.id().text()));
        }
        return Page.of(page(client, chosen, file, all, forms.open(DecideAssignment.class, known, path(client))));
    }

    @PostMapping("/clients/{client}/assignment")
    @Requires(ASSIGN_CASES)
    View decide(@PathVariable ClientId client, Form<DecideAssignment> form) {
        var head = heads.of(client);
        if (form.did(() -> assignments.decide(client, form.said()))) {
            return Page.at(head.path() + "/case");
        }
        return Page.again(page(client, id(form.value("program")) == null ? null : new ProgramId(id(form.value("program"))), id(form.value("file")) == null ? null : new CaseId(id(form.value("file"))), true, form));
    }

    @PostMapping("/assignment/credentials")
    @Requires(ASSIGN_CASES)
    View ask(Form<AskCredentials> form) {
        if (form.did(() -> assignments.ask(form.said().program(), form.said().kinds()))) {
            return Page.at("/assignment/credentials?program=" + form.said().program().text());
        }
        return Page.again(credentials(null, form));
    }

    @GetMapping("/assignment/credentials")
    @Requires(ASSIGN_CASES)
    View credentials(@RequestParam(required = false) @Nullable ProgramId program) {
        var chosen = program != null ? program : assignments.programs().stream().findFirst().map(Program::id).orElse(null);
        var known = chosen == null ? Map.<String, List<String>>of() : Map.of("program", List.of(chosen.text()), "kinds", assignments.asked(chosen).stream().map(Enum::name).toList());
        return Page.of(credentials(chosen, forms.open(AskCredentials.class, known, "/assignment/credentials")));
    }

    private JteModel credentials(@Nullable ProgramId program, Form<?> form) {
        return pages.plannerCredentials(assignments.programs(), program, form);
    }

    private JteModel page(ClientId client, @Nullable ProgramId program, @Nullable CaseId file, boolean all, Form<?> form) {
        var head = heads.of(client);
        var programs = assignments.programs().stream().map(it -> new Option(it.id().text(), it.name())).toList();
        var name = program == null ? null : programs.stream().filter(it -> it.value().equals(program.text())).map(Option::label).findFirst().orElse(null);
        return pages.plannerAssignment(head, programs, program == null ? null : program.text(), name, file == null ? null : file.text(),
                name == null ? List.of() : assignments.suggest(client, program, assignments.known(client, file)), all, assignments.decided(client), form);
    }

    private static java.util.@Nullable UUID id(String text) {
        try {
            return text.isBlank() ? null : java.util.UUID.fromString(text);
        } catch (IllegalArgumentException unread) {
            return null;
        }
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/assignment";
    }
}
