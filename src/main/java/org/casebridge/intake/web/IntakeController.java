package org.casebridge.intake.web;

import static org.casebridge.access.Permission.SEE_INTAKES;
import static org.casebridge.access.Permission.TAKE_INTAKES;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CaseLine;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientSearch;
import org.casebridge.intake.Eligibility;
import org.casebridge.intake.FoundPerson;
import org.casebridge.intake.HelpRequest;
import org.casebridge.intake.IntakeId;
import org.casebridge.intake.IntakeLine;
import org.casebridge.intake.Intakes;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The queue of requests, and taking a new one. */
@Controller
class IntakeController {

    private static final int MOST = 15;
    /** How many of a list stand on the page before one asks for more. */
    private static final int SHOWN = 50;

    private final Intakes intakes;
    private final ClientSearch search;
    private final CaseFiles cases;
    private final Eligibility eligibility;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final IntakePages sheets;
    private final Clock clock;

    IntakeController(Intakes intakes, ClientSearch search, CaseFiles cases, Eligibility eligibility, ClientHeads heads, Forms forms, Templates pages, IntakePages sheets, Clock clock) {
        this.intakes = intakes;
        this.search = search;
        this.cases = cases;
        this.eligibility = eligibility;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/intakes")
    @Requires(SEE_INTAKES)
    View queue(@RequestParam(defaultValue = "0") int more) {
        var shown = SHOWN + Math.clamp(more, 0, 10_000);
        var waiting = intakes.waiting(shown);
        var listed = intakes.waitListed(shown);
        var decided = intakes.decidedLately();
        Here.shows(Stream.of(waiting.first(), listed.first(), decided).flatMap(List::stream).map(IntakeLine::clientId).distinct().toList());
        return Page.of(pages.intakeQueue(waiting, listed, decided, shown - SHOWN + 50, today()));
    }

    @GetMapping("/intakes/new")
    @Requires(TAKE_INTAKES)
    View find(@RequestParam(defaultValue = "") String find) {
        var found = search.find(find, MOST);
        var shown = found.subList(0, Math.min(found.size(), MOST));
        var ids = shown.stream().map(it -> it.line().id()).toList();
        Here.shows(ids);
        var waiting = intakes.openOf(ids);
        return Page.of(pages.intakeFind(find.strip(), shown.stream().map(it -> new FoundPerson(it,
                cases.of(it.line().id()).stream().filter(one -> one.status() == CaseFile.Status.OPEN).map(CaseLine::program).findFirst().orElse(null),
                waiting.stream().filter(one -> one.clientId().equals(it.line().id())).findFirst().orElse(null))).toList(), found.size() > MOST));
    }

    @GetMapping("/clients/{client}/intakes")
    @Requires(SEE_INTAKES)
    View of(@PathVariable ClientId client) {
        return Page.of(pages.intakeList(heads.of(client), intakes.of(client), today()));
    }

    @GetMapping("/clients/{client}/intakes/new")
    @Requires(TAKE_INTAKES)
    View blank(@PathVariable ClientId client) {
        var head = heads.of(client);
        return Page.of(pages.intakeForm(head, forms.openToday(HelpRequest.class, "receivedOn", action(client)), eligibility.unanswered()));
    }

    @PostMapping("/clients/{client}/intakes")
    @Requires(TAKE_INTAKES)
    View take(@PathVariable ClientId client, Form<HelpRequest> form) {
        var head = heads.of(client);
        var answers = EligibilityFields.read(form, eligibility.questions());
        var taken = form.attempt(() -> intakes.take(client, form.said(), answers));
        if (taken == null) {
            return Page.again(pages.intakeForm(head, form, eligibility.unanswered()));
        }
        return Page.at(action(client) + "/" + taken.id().text());
    }

    @GetMapping("/clients/{client}/intakes/{intake}")
    @Requires(SEE_INTAKES)
    View show(@PathVariable ClientId client, @PathVariable IntakeId intake, @RequestParam(defaultValue = "") String decide) {
        return sheets.show(client, intake, decide);
    }

    static String action(ClientId client) {
        return "/clients/" + client.text() + "/intakes";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
