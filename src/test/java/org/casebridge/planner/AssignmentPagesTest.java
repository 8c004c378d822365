package org.casebridge.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Coverages;
import org.casebridge.caseload.NameStandIn;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.workforce.AddCredential;
import org.casebridge.workforce.ChangeWorker;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Workers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who could carry a case, with the reasons and who cannot; a supervisor decides, and it is kept. */
@PageTest
class AssignmentPagesTest {

    @Autowired Town town;
    @Autowired Assignments assignments;
    @Autowired CaseFiles cases;
    @Autowired Programs programs;
    @Autowired Workers workers;
    @Autowired Coverages coverages;

    @Test
    void whoever_speaks_the_language_and_knows_the_person_stands_first_with_each_reason() {
        var knows = speaks(town.account(Role.CASE_MANAGER, "Kim Knows"), "en");
        var speaks = speaks(town.account(Role.CASE_MANAGER, "Lan Speaks"), "vi");
        var both = speaks(town.account(Role.CASE_MANAGER, "Mai Both"), "vi");
        var client = town.openCase(town.account(Role.CASE_MANAGER, "Ida Before"), "Tran Van");
        town.speaks(client, "vi");
        var program = program();
        assertThat(points(client, program, speaks)).as("25 for the language, nothing else differs").isEqualTo(points(client, program, knows) + 25);
        assertThat(points(client, program, both)).isEqualTo(points(client, program, speaks));
        assertThat(town.get(town.vera(), path(client) + "?all=true&program=" + program.text())).bodyText().contains("worked with this person before", "speaks Vietnamese", "speaks no Vietnamese", "of 100 points", "carries 0 % of a full load", "Lan Speaks");
    }

    @Test
    void who_is_away_lacks_the_credential_or_is_not_named_is_said_with_why_and_cannot_be_chosen() {
        var away = town.account(Role.CASE_MANAGER, "Ada Away");
        var lapsed = town.account(Role.CASE_MANAGER, "Lev Lapsed");
        var held = town.account(Role.CASE_MANAGER, "Hugo Held");
        var client = town.client("Sonia Reed");
        var program = program();
        away.run(() -> coverages.name(new NameStandIn(away.account(), held.account(), Town.today(), Town.today().plusDays(5))));
        town.adam().run(() -> {
            workers.add(held.account(), new AddCredential(Credential.Kind.LCSW, "", "1", "PA", Town.today().plusYears(1)));
            workers.add(lapsed.account(), new AddCredential(Credential.Kind.LCSW, "", "2", "PA", Town.today().minusDays(1)));
        });
        assertThat(town.post(town.vera(), "/assignment/credentials", "program", program.text(), "kinds", "LCSW")).hasStatus(303);
        assertThat(town.get(town.vera(), "/assignment/credentials?program=" + program.text())).bodyText().contains("value=\"LCSW\"");
        var page = town.get(town.vera(), path(client) + "?all=true&program=" + program.text());
        assertThat(page).bodyText().contains("away until", "Hugo Held stands in", "holds none of the credentials that", "holds LCSW");
        assertThat(decide(client, program, lapsed, "Known for it")).hasStatus(422).bodyText().contains("Lev Lapsed cannot carry this case: holds none of the credentials");
        assertThat(decide(client, program, held, "")).hasStatus(422).bodyText().contains("Say why this worker.");
        assertThat(town.post(town.vera(), path(client), "program", program.text(), "worker", UUID.randomUUID().toString(), "reason", "x")).hasStatus(422).bodyText().contains("Choose one of the workers offered.");
        assertThat(town.as(town.vera(), () -> cases.of(client))).isEmpty();
        assertThat(decide(client, program, held, "Holds the licence")).hasRedirectedUrl("/clients/" + client.text() + "/case");
        assertThat(town.as(town.vera(), () -> cases.of(client))).singleElement().satisfies(it -> assertThat(it.worker()).isEqualTo(held.account()));
        assertThat(town.get(town.vera(), path(client) + "?all=true&program=" + program.text())).bodyText().contains("What was decided before", "Holds the licence");
        assertThat(decide(client, program, held, "Again")).as("a second open case in the programme").hasStatus(422).bodyText().contains("There is an open case in this programme already.");
    }

    @Test
    void a_case_is_given_on_by_the_same_page_and_a_disabled_worker_is_not_offered() {
        var gone = town.account(Role.CASE_MANAGER, "Gus Gone");
        var client = town.openCase(town.rosa(), "Ugo Still");
        var file = town.as(town.vera(), () -> cases.of(client)).getFirst();
        var taker = town.account(Role.CASE_MANAGER, "Tess Taker");
        town.adam().run(() -> accounts.disable(gone.account()));
        var page = town.get(town.vera(), path(client) + "?all=true&file=" + file.id().text());
        assertThat(page).bodyText().contains("Tess Taker", "Give them the case").doesNotContain("Gus Gone");
        assertThat(town.post(town.vera(), path(client), "program", town.program().text(), "file", file.id().text(), "worker", gone.account().text(), "reason", "x")).hasStatus(422).bodyText().contains("Choose one of the workers offered.");
        assertThat(town.post(town.vera(), path(client), "program", town.program().text(), "file", file.id().text(), "worker", taker.account().text(), "reason", "Closer to home")).hasStatus(303);
        assertThat(town.as(town.vera(), () -> cases.of(client)).getFirst().worker()).isEqualTo(taker.account());
    }

    @Test
    void a_confidential_address_is_not_counted_and_a_case_manager_may_not_decide() {
        var client = town.client(NewClient.of(PersonName.read("Vida Hidden"), About.unknown()).with(Address.home("8 Secret Way", "Springfield", "IL", "62704").at(39.8, -89.6).secret()));
        assertThat(town.get(town.vera(), path(client) + "?program=" + program().text())).bodyText().contains("the address is confidential and not counted").doesNotContain("within 5 km", "Secret Way");
        assertThat(town.get(town.rosa(), path(client))).hasStatus(403);
        assertThat(town.get(town.vera(), path(client) + "?program=" + UUID.randomUUID())).bodyText().contains("Suggest somebody").doesNotContain("In their order");
    }

    @Autowired org.casebridge.access.Accounts accounts;

    private Actor speaks(Actor worker, String language) {
        town.adam().run(() -> {
            var known = workers.get(worker.account());
            workers.change(worker.account(), new ChangeWorker(List.of(language), known.degree(), known.studied(), known.supervisor(), known.version()));
        });
        return worker;
    }

    private ProgramId program() {
        return town.as(town.vera(), () -> programs.add("Northside " + UUID.randomUUID().toString().substring(0, 6), 14));
    }

    private int points(ClientId client, ProgramId program, Actor worker) {
        return town.as(town.vera(), () -> assignments.suggest(client, program, null)).stream().filter(it -> it.worker().equals(worker.account())).findFirst().orElseThrow().points();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult decide(ClientId client, ProgramId program, Actor worker, String reason) {
        return town.post(town.vera(), path(client), "program", program.text(), "worker", worker.account().text(), "reason", reason);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/assignment";
    }
}
