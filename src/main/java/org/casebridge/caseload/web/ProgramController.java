package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.ADMINISTER;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.access.Requires;
import org.casebridge.caseload.ProgramDesk;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.caseload.PutUnderPart2;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The agency's programmes, as its administrator sets them. */
@Controller
class ProgramController {

    private final ProgramDesk desk;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;

    ProgramController(ProgramDesk desk, Programs programs, Forms forms, Templates pages) {
        this.desk = desk;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/programmes")
    @Requires(ADMINISTER)
    View all() {
        return Page.of(pages.caseloadPrograms(desk.all(), desk.teamsShare()));
    }

    @PostMapping("/programmes/teams")
    @Requires(ADMINISTER)
    View teams(@RequestParam(defaultValue = "false") boolean share) {
        desk.teamsShare(share);
        return Page.at("/programmes");
    }

    @GetMapping("/programmes/{program}")
    @Requires(ADMINISTER)
    View show(@PathVariable ProgramId program) {
        return Page.of(page(program, forms.open(PutUnderPart2.class, path(program) + "/part2")));
    }

    @PostMapping("/programmes/{program}/sharing")
    @Requires(ADMINISTER)
    View share(@PathVariable ProgramId program, @RequestParam(defaultValue = "false") boolean share) {
        desk.share(program, share);
        return Page.at(path(program));
    }

    @PostMapping("/programmes/{program}/closing")
    @Requires(ADMINISTER)
    View close(@PathVariable ProgramId program) {
        desk.close(program);
        return Page.at(path(program));
    }

    @PostMapping("/programmes/{program}/reopening")
    @Requires(ADMINISTER)
    View reopen(@PathVariable ProgramId program) {
        desk.reopen(program);
        return Page.at(path(program));
    }

    @PostMapping("/programmes/{program}/part2")
    @Requires(value = ADMINISTER, stepUp = true)
    View putUnderPart2(@PathVariable ProgramId program, Form<PutUnderPart2> form) {
        return form.did(() -> desk.putUnderPart2(program)) ? Page.at(path(program)) : Page.again(page(program, form));
    }

    @PostMapping("/programmes/{program}/part2/removal")
    @Requires(value = ADMINISTER, stepUp = true)
    View takeFromPart2(@PathVariable ProgramId program) {
        desk.takeFromPart2(program);
        return Page.at(path(program));
    }

    private JteModel page(ProgramId id, Form<PutUnderPart2> form) {
        return pages.caseloadProgram(programs.get(id), desk.openCases(id), form);
    }

    private static String path(ProgramId program) {
        return "/programmes/" + program.text();
    }
}
