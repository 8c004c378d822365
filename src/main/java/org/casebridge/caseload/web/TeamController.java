package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.CHANGE_TEAM;
import static org.casebridge.access.Permission.SEE_TEAM;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.caseload.ChangeMember;
import org.casebridge.caseload.Member;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.Programs;
import org.casebridge.caseload.Team;
import org.casebridge.oversight.Emergencies;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.workforce.AddCredential;
import org.casebridge.workforce.CredentialId;
import org.casebridge.workforce.Workers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The team: who they are, what they are qualified for, what they carry. It stands here and not in workforce, because it counts cases. */
@Controller
class TeamController {

    /** Of a search: more letters than a name has are cut. */
    private static final int LONGEST = 100;

    private final Team team;
    private final Workers workers;
    private final Programs programs;
    private final Emergencies emergencies;
    private final Forms forms;
    private final Templates pages;

    TeamController(Team team, Workers workers, Programs programs, Emergencies emergencies, Forms forms, Templates pages) {
        this.team = team;
        this.workers = workers;
        this.programs = programs;
        this.emergencies = emergencies;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/team")
    @Requires(SEE_TEAM)
    View show(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "0") int page) {
        return Page.of(pages.caseloadTeam(team.show(find.length() > LONGEST ? find.substring(0, LONGEST) : find, page), workers.today(), Actor.current().may(Permission.ADMINISTER) ? emergencies.escalated() : Emergencies.Escalated.NONE));
    }

    @GetMapping("/team/{worker}")
    @Requires(SEE_TEAM)
    View member(@PathVariable AccountId worker) {
        return Page.of(memberPage(team.get(worker), forms.open(AddCredential.class, path(worker) + "/credentials")));
    }

    @GetMapping("/team/{worker}/change")
    @Requires(CHANGE_TEAM)
    View known(@PathVariable AccountId worker) {
        var it = team.get(worker);
        var known = new ChangeMember(it.programs().stream().map(Program::id).toList(), it.worker().languages(), it.worker().degree(), it.worker().studied(),
                it.worker().supervisor(), it.worker().version());
        return Page.of(changePage(it, forms.open(known, path(worker))));
    }

    @PostMapping("/team/{worker}")
    @Requires(CHANGE_TEAM)
    View change(@PathVariable AccountId worker, Form<ChangeMember> form) {
        var it = team.get(worker);
        return form.did(() -> team.change(worker, form.said())) ? Page.at(path(worker)) : Page.again(changePage(it, form));
    }

    @PostMapping("/team/{worker}/credentials")
    @Requires(CHANGE_TEAM)
    View add(@PathVariable AccountId worker, Form<AddCredential> form) {
        var it = team.get(worker);
        return form.did(() -> workers.add(worker, form.said())) ? Page.at(path(worker)) : Page.again(memberPage(it, form));
    }

    @GetMapping("/team/{worker}/credentials/{credential}")
    @Requires(CHANGE_TEAM)
    View credential(@PathVariable AccountId worker, @PathVariable CredentialId credential) {
        var it = workers.credential(worker, credential);
        var known = new AddCredential(it.kind(), it.name(), it.number(), it.jurisdiction(), it.expiresOn());
        return Page.of(pages.caseloadCredential(team.get(worker).worker(), credential, forms.open(known, path(worker) + "/credentials/" + credential.text())));
    }

    @PostMapping("/team/{worker}/credentials/{credential}")
    @Requires(CHANGE_TEAM)
    View change(@PathVariable AccountId worker, @PathVariable CredentialId credential, Form<AddCredential> form) {
        var it = team.get(worker).worker();
        return form.did(() -> workers.change(worker, credential, form.said())) ? Page.at(path(worker))
                : Page.again(pages.caseloadCredential(it, credential, form));
    }

    @PostMapping("/team/{worker}/credentials/{credential}/removal")
    @Requires(CHANGE_TEAM)
    View remove(@PathVariable AccountId worker, @PathVariable CredentialId credential) {
        workers.remove(worker, credential);
        return Page.at(path(worker));
    }

    private JteModel memberPage(Member member, Form<AddCredential> form) {
        return pages.caseloadMember(member, workers.today(), form);
    }

    private JteModel changePage(Member member, Form<ChangeMember> form) {
        var offered = programs.all().stream().map(it -> new Option(it.id().text(), it.name())).toList();
        var supervisors = workers.all().stream()
                .filter(it -> it.role().permissions().contains(Permission.PLAN) && !it.id().equals(member.worker().id()) || it.id().equals(member.worker().supervisor()))
                .map(it -> new Option(it.id().text(), it.name())).toList();
        return pages.caseloadChangemember(member, offered, supervisors, form);
    }

    private static String path(AccountId worker) {
        return "/team/" + worker.text();
    }
}
