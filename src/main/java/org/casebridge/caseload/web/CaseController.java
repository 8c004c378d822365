package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.CLOSE_CASES;
import static org.casebridge.access.Permission.OPEN_CASES;
import static org.casebridge.access.Permission.SEE_CASES;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.casebridge.access.Requires;
import org.casebridge.caseload.AssignCase;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.CaseLine;
import org.casebridge.caseload.CloseCase;
import org.casebridge.caseload.OpenCase;
import org.casebridge.caseload.Programs;
import org.casebridge.caseload.ReopenCase;
import org.casebridge.clients.ClientHead;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The cases of a client: open and earlier ones, and opening, assigning, closing and reopening them. */
@Controller
class CaseController {

    private final CaseFiles cases;
    private final Carriers carriers;
    private final Programs programs;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    CaseController(CaseFiles cases, Carriers carriers, Programs programs, ClientHeads heads, Forms forms, Templates pages) {
        this.cases = cases;
        this.carriers = carriers;
        this.programs = programs;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/case")
    @Requires(SEE_CASES)
    View show(@PathVariable ClientId client) {
        return Page.of(pages.caseloadCases(heads.of(client), cases.of(client)));
    }

    @GetMapping("/clients/{client}/case/new")
    @Requires(OPEN_CASES)
    View blank(@PathVariable ClientId client) {
        var head = heads.of(client);
        return Page.of(openPage(head, forms.openToday(OpenCase.class, "on", head.path() + "/case")));
    }

    @PostMapping("/clients/{client}/case")
    @Requires(OPEN_CASES)
    View open(@PathVariable ClientId client, Form<OpenCase> form) {
        var head = heads.of(client);
        return form.did(() -> cases.open(client, form.said())) ? back(head) : Page.again(openPage(head, form));
    }

    @GetMapping("/clients/{client}/case/{case}/assignment")
    @Requires(ASSIGN_CASES)
    View toAssign(@PathVariable ClientId client, @PathVariable("case") CaseId id) {
        var head = heads.of(client);
        return Page.of(assignPage(head, line(client, id), forms.open(AssignCase.class, path(head, id, "assignment"))));
    }

    @PostMapping("/clients/{client}/case/{case}/assignment")
    @Requires(ASSIGN_CASES)
    View assign(@PathVariable ClientId client, @PathVariable("case") CaseId id, Form<AssignCase> form) {
        var head = heads.of(client);
        var line = line(client, id);
        return form.did(() -> cases.assign(client, id, form.said().worker())) ? back(head) : Page.again(assignPage(head, line, form));
    }

    @GetMapping("/clients/{client}/case/{case}/closing")
    @Requires(CLOSE_CASES)
    View toClose(@PathVariable ClientId client, @PathVariable("case") CaseId id) {
        var head = heads.of(client);
        return Page.of(pages.caseloadClose(head, line(client, id), cases.openWork(client), forms.openToday(CloseCase.class, "on", path(head, id, "closing"))));
    }

    @PostMapping("/clients/{client}/case/{case}/closing")
    @Requires(CLOSE_CASES)
    View close(@PathVariable ClientId client, @PathVariable("case") CaseId id, Form<CloseCase> form) {
        var head = heads.of(client);
        var line = line(client, id);
        return form.did(() -> cases.close(client, id, form.said())) ? back(head)
                : Page.again(pages.caseloadClose(head, line, cases.openWork(client), form));
    }

    @GetMapping("/clients/{client}/case/{case}/reopening")
    @Requires(OPEN_CASES)
    View toReopen(@PathVariable ClientId client, @PathVariable("case") CaseId id) {
        var head = heads.of(client);
        return Page.of(reopenPage(head, line(client, id), forms.openToday(ReopenCase.class, "on", path(head, id, "reopening"))));
    }

    @PostMapping("/clients/{client}/case/{case}/reopening")
    @Requires(OPEN_CASES)
    View reopen(@PathVariable ClientId client, @PathVariable("case") CaseId id, Form<ReopenCase> form) {
        var head = heads.of(client);
        var line = line(client, id);
        return form.did(() -> cases.reopen(client, id, form.said())) ? back(head) : Page.again(reopenPage(head, line, form));
    }

    private JteModel openPage(ClientHead head, Form<OpenCase> form) {
        var all = programs.mine().stream().map(it -> new Option(it.id().text(), it.name())).toList();
        return pages.caseloadOpen(head, all, workers(), form);
    }

    private JteModel assignPage(ClientHead head, CaseLine line, Form<AssignCase> form) {
        return pages.caseloadAssign(head, line, workers(), form);
    }

    private JteModel reopenPage(ClientHead head, CaseLine line, Form<ReopenCase> form) {
        return pages.caseloadReopen(head, line, workers(), form);
    }

    /** Each with what they carry already, so that the choice is an informed one. */
    private List<Option> workers() {
        return carriers.all().stream().map(it -> new Option(it.worker().text(),
                Say.say("{name} · {count, plural, =0 {no open cases} one {1 person} other {# people}}", it.name(), it.people()))).toList();
    }

    private CaseLine line(ClientId client, CaseId id) {
        return cases.of(client).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> Refused.notFound("That case could not be found."));
    }

    private static View back(ClientHead head) {
        return Page.at(head.path() + "/case");
    }

    private static String path(ClientHead head, CaseId id, String deed) {
        return head.path() + "/case/" + id.text() + "/" + deed;
    }
}
