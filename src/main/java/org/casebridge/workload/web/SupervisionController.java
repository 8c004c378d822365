package org.casebridge.workload.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.SEE_CASES;
import static org.casebridge.access.Permission.SEE_TEAM;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.casebridge.workload.AddToAgenda;
import org.casebridge.workload.Decide;
import org.casebridge.workload.Meeting;
import org.casebridge.workload.Supervision;
import org.casebridge.workload.TeamCare;
import org.casebridge.workload.Weights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The supervisor's desk: the team at a glance, and the talk with each. The worker reads their own. */
@Controller
class SupervisionController {

    private final Supervision supervision;
    private final TeamCare care;
    private final Weights weights;
    private final Forms forms;
    private final Templates pages;

    SupervisionController(Supervision supervision, TeamCare care, Weights weights, Forms forms, Templates pages) {
        this.supervision = supervision;
        this.care = care;
        this.weights = weights;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/supervision")
    @Requires(ASSIGN_CASES)
    View team() {
        return Page.of(pages.workloadSupervision(supervision.team()));
    }

    @GetMapping("/care")
    @Requires(SEE_TEAM)
    View care() {
        return Page.of(pages.workloadCare(Actor.current().may(ASSIGN_CASES) ? care.ofTeam() : null));
    }

    @GetMapping("/one-to-one")
    @Requires(SEE_CASES)
    View own() {
        return Page.of(pages.workloadTalks(supervision.talks(null)));
    }

    @GetMapping("/supervision/{worker}")
    @Requires(ASSIGN_CASES)
    View talk(@PathVariable AccountId worker) {
        return Page.of(page(worker, null, null));
    }

    @PostMapping("/supervision/{worker}/agenda")
    @Requires(ASSIGN_CASES)
    View compile(@PathVariable AccountId worker) {
        supervision.compile(worker);
        return Page.at(path(worker));
    }

    @PostMapping("/supervision/{worker}/agenda/lines")
    @Requires(ASSIGN_CASES)
    View add(@PathVariable AccountId worker, Form<AddToAgenda> form) {
        return form.did(() -> supervision.add(worker, form.said())) ? Page.at(path(worker)) : Page.again(page(worker, form, null));
    }

    @PostMapping("/supervision/{worker}/agenda/{agendaItem}/strike")
    @Requires(ASSIGN_CASES)
    View strike(@PathVariable AccountId worker, @PathVariable UUID agendaItem, @RequestParam(required = false) @Nullable UUID meeting) {
        supervision.strike(worker, meeting, agendaItem);
        return Page.at(path(worker));
    }

    @PostMapping("/supervision/{worker}/decisions")
    @Requires(ASSIGN_CASES)
    View decide(@PathVariable AccountId worker, Form<Decide> form) {
        return form.did(() -> supervision.decide(worker, form.said())) ? Page.at(path(worker)) : Page.again(page(worker, null, form));
    }

    @PostMapping("/supervision/{worker}/agenda/closing")
    @Requires(ASSIGN_CASES)
    View close(@PathVariable AccountId worker, @RequestParam(required = false) @Nullable UUID meeting) {
        supervision.close(worker, meeting);
        return Page.at(path(worker));
    }

    private JteModel page(AccountId worker, @Nullable Form<AddToAgenda> adding, @Nullable Form<Decide> deciding) {
        var load = weights.of(worker);
        var talks = supervision.talks(worker);
        var open = talks.stream().filter(it -> it.closedAt() == null).findFirst().orElse(null);
        var key = open == null ? "" : open.id().toString();
        var known = Map.of("meeting", List.of(key));
        return pages.workloadTalk(load, open, talks.stream().filter(it -> it.closedAt() != null).toList(),
                adding == null ? forms.open(AddToAgenda.class, known, path(worker) + "/agenda/lines") : adding, deciding == null ? forms.open(Decide.class, known, path(worker) + "/decisions") : deciding,
                open == null ? List.of() : about(open));
    }

    private static List<Option> about(Meeting open) {
        return open.items().stream().filter(it -> it.client() != null && it.struck() == null).map(it -> new Option(it.id().toString(), it.client() + ": " + Say.say(it.why()))).toList();
    }

    private static String path(AccountId worker) {
        return "/supervision/" + worker.text();
    }
}
