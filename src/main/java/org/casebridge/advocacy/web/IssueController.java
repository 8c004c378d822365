package org.casebridge.advocacy.web;

import static org.casebridge.access.Permission.ADVOCATE;
import static org.casebridge.access.Permission.SEE_ISSUES;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.advocacy.Issue;
import org.casebridge.advocacy.IssueId;
import org.casebridge.advocacy.IssueLine;
import org.casebridge.advocacy.Issues;
import org.casebridge.advocacy.RaiseIssue;
import org.casebridge.advocacy.ReopenIssue;
import org.casebridge.advocacy.SettleIssue;
import org.casebridge.advocacy.TakeStep;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientHead;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The issues of a client, one issue with its log and result, and all open ones of a worker. */
@Controller
class IssueController {

    private final Issues issues;
    private final CaseFiles cases;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    IssueController(Issues issues, CaseFiles cases, ClientHeads heads, Forms forms, Templates pages) {
        this.issues = issues;
        this.cases = cases;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    /** One's own open issues; who assigns cases may see everybody's, and starts there when nobody is theirs. */
    @GetMapping("/advocacy")
    @Requires(SEE_ISSUES)
    View mine(@RequestParam(required = false) @Nullable Boolean all) {
        var everybodys = cases.everybodys(all);
        var lines = everybodys ? issues.openOfAll() : issues.openOf(Actor.current().account());
        Here.shows(lines.stream().map(IssueLine::clientId).distinct().toList());
        return Page.of(pages.advocacyMine(lines, everybodys, issues.today()));
    }

    @GetMapping("/clients/{client}/advocacy")
    @Requires(SEE_ISSUES)
    View list(@PathVariable ClientId client) {
        return Page.of(pages.advocacyList(heads.of(client), issues.of(client), issues.today()));
    }

    @GetMapping("/clients/{client}/advocacy/new")
    @Requires(ADVOCATE)
    View blank(@PathVariable ClientId client) {
        var head = heads.of(client);
        return Page.of(edit(head, forms.openToday(RaiseIssue.class, "askedOn", list(head)), null));
    }

    @PostMapping("/clients/{client}/advocacy")
    @Requires(ADVOCATE)
    View raise(@PathVariable ClientId client, Form<RaiseIssue> form) {
        var head = heads.of(client);
        var raised = form.attempt(() -> issues.raise(client, form.said()));
        return raised == null ? Page.again(edit(head, form, null)) : Page.at(list(head) + "/" + raised.id().text());
    }

    @GetMapping("/clients/{client}/advocacy/{issue}")
    @Requires(SEE_ISSUES)
    View show(@PathVariable ClientId client, @PathVariable IssueId issue) {
        var head = heads.of(client);
        var found = issues.get(client, issue);
        return Page.of(page(head, found, steps(head, issue), settling(head, found), reopening(head, issue)));
    }

    @GetMapping("/clients/{client}/advocacy/{issue}/change")
    @Requires(ADVOCATE)
    View known(@PathVariable ClientId client, @PathVariable IssueId issue) {
        var head = heads.of(client);
        var it = issues.get(client, issue);
        var known = new RaiseIssue(it.party(), it.name(), it.person(), it.phone(), it.about(), it.asked(), it.askedOn(), it.answerDue(), it.dueBasis(),
                it.backedBy(), it.goalId(), it.version());
        return Page.of(edit(head, forms.open(known, list(head) + "/" + issue.text()), it));
    }

    @PostMapping("/clients/{client}/advocacy/{issue}")
    @Requires(ADVOCATE)
    View change(@PathVariable ClientId client, @PathVariable IssueId issue, Form<RaiseIssue> form) {
        var head = heads.of(client);
        var it = issues.get(client, issue);
        return form.did(() -> issues.change(client, issue, form.said()))
                ? Page.at(list(head) + "/" + issue.text())
                : Page.again(edit(head, form, it));
    }

    @PostMapping("/clients/{client}/advocacy/{issue}/steps")
    @Requires(ADVOCATE)
    View take(@PathVariable ClientId client, @PathVariable IssueId issue, Form<TakeStep> form) {
        var head = heads.of(client);
        var it = issues.get(client, issue);
        return form.did(() -> issues.take(client, issue, form.said()))
                ? Page.at(list(head) + "/" + issue.text())
                : Page.again(page(head, it, form, settling(head, it), reopening(head, issue)));
    }

    @PostMapping("/clients/{client}/advocacy/{issue}/result")
    @Requires(ADVOCATE)
    View settle(@PathVariable ClientId client, @PathVariable IssueId issue, Form<SettleIssue> form) {
        var head = heads.of(client);
        var it = issues.get(client, issue);
        return form.did(() -> issues.settle(client, issue, form.said()))
                ? Page.at(list(head) + "/" + issue.text())
                : Page.again(page(head, it, steps(head, issue), form, reopening(head, issue)));
    }

    /** Taking a result back is a deed of its own. */
    @PostMapping("/clients/{client}/advocacy/{issue}/reopening")
    @Requires(ADVOCATE)
    View reopen(@PathVariable ClientId client, @PathVariable IssueId issue, Form<ReopenIssue> form) {
        var head = heads.of(client);
        var it = issues.get(client, issue);
        return form.did(() -> issues.reopen(client, issue, form.said()))
                ? Page.at(list(head) + "/" + issue.text())
                : Page.again(page(head, it, steps(head, issue), settling(head, it), form));
    }

    private JteModel edit(ClientHead head, Form<RaiseIssue> form, @Nullable Issue known) {
        var goals = new ArrayList<>(issues.goals(head.id()).stream().map(it -> new Option(it.id().text(), it.words())).toList());
        if (known != null && known.goalId() != null && goals.stream().noneMatch(it -> it.value().equals(known.goalId().text()))) {
            goals.add(new Option(known.goalId().text(), issues.goal(known)));
        }
        return pages.advocacyEdit(head, form, goals, known);
    }

    private JteModel page(ClientHead head, Issue it, Form<TakeStep> step, Form<SettleIssue> result, Form<ReopenIssue> reopening) {
        return pages.advocacyIssue(head, it, issues.goal(it), issues.steps(head.id(), it.id()), step, result, reopening, issues.today());
    }

    private Form<TakeStep> steps(ClientHead head, IssueId issue) {
        return forms.openToday(TakeStep.class, "day", list(head) + "/" + issue.text() + "/steps");
    }

    private Form<SettleIssue> settling(ClientHead head, Issue issue) {
        return forms.openToday(SettleIssue.class, "resultOn", list(head) + "/" + issue.id().text() + "/result");
    }

    private Form<ReopenIssue> reopening(ClientHead head, IssueId issue) {
        return forms.open(ReopenIssue.class, list(head) + "/" + issue.text() + "/reopening");
    }

    private static String list(ClientHead head) {
        return head.path() + "/advocacy";
    }
}
