package org.casebridge.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class MatchingPagesTest {

    private static final String TODAY = Town.today().toString();
    private static final String TEXT = """
            all of
              yearly income at most 30000
              paper income proof younger than 60 days
            """;

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Matches matches;

    private ClientId client;
    private ServiceId service;
    private String name;
    private String path;

    @BeforeEach
    void somebody_and_a_service_of_veterans() {
        client = town.openCase("Amina Yusuf").clientId();
        name = "Meals " + UUID.randomUUID().toString().substring(0, 8);
        service = town.as(town.vera(), () -> services.add(AddService.of("House of " + name, name, NeedCategory.VETERAN, "555-0142")));
        path = "/clients/" + client.text() + "/matches";
    }

    @Test
    void a_rule_is_published_only_when_its_cases_come_out_and_then_says_why_why_not_almost_and_what_to_ask() {
        publish(TEXT);
        assertThat(mine().standing()).as("a paper is missing, and the income not known").isEqualTo(Match.Standing.UNKNOWN);

        assertThat(town.post(town.rosa(), path + "/facts", "YEARLY_INCOME", "lots")).hasStatus(422).bodyText().contains("Write a number");
        assertThat(town.post(town.rosa(), path + "/facts", "YEARLY_INCOME", "$24,000", "need", "VETERAN")).hasRedirectedUrl(path + "?need=VETERAN");
        assertThat(mine().standing()).isEqualTo(Match.Standing.ALMOST);
        assertThat(town.get(town.rosa(), path + "?need=VETERAN")).bodyText().contains("Eligible once this paper is in hand: Proof of income", "How the points add up", "Refer here");

        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/papers", "kind", "INCOME_PROOF")).hasStatus(422).bodyText().contains("when it was asked for");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/papers", "kind", "INCOME_PROOF", "receivedOn", TODAY, "issuedOn", Town.today().minusDays(80).toString())).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), path + "?need=VETERAN")).bodyText().contains("Eligible once this paper is younger than 60 days: Proof of income");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/papers", "kind", "INCOME_PROOF", "receivedOn", TODAY, "issuedOn", TODAY)).hasStatus3xxRedirection();
        assertThat(mine().standing()).isEqualTo(Match.Standing.ELIGIBLE);
        assertThat(mine().sum().stream().mapToInt(Points::points).sum()).isEqualTo(mine().points());

        town.post(town.rosa(), path + "/facts", "YEARLY_INCOME", "");
        assertThat(mine().standing()).isEqualTo(Match.Standing.UNKNOWN);
        assertThat(mine().ask()).containsExactly(Fact.YEARLY_INCOME);
        town.post(town.rosa(), path + "/facts", "YEARLY_INCOME", "90000");
        assertThat(mine().standing()).isEqualTo(Match.Standing.NOT);
        assertThat(mine().why()).hasSize(1);
    }

    @Test
    void publishing_refuses_cases_that_fail_and_a_day_that_is_past_and_two_at_once() {
        var page = "/matching/services/" + service.text();
        assertThat(town.post(town.vera(), page, "text", "height at least 3", "cases", "", "startsOn", TODAY)).hasStatus(422).bodyText().contains("Line 1 begins with nothing that can be asked");
        assertThat(town.post(town.vera(), page, "text", TEXT, "cases", "yes: yearly income 100; paper income proof 3 days", "startsOn", TODAY)).hasStatus3xxRedirection();
        assertThat(town.post(town.vera(), page + "/publication")).hasStatus(409).bodyText().contains("at least one case that is eligible and one that is not");
        assertThat(town.post(town.adam(), page, "text", TEXT, "cases", "no: age 3", "startsOn", TODAY)).as("beside a draft that is there").hasStatus(422).bodyText().contains("Somebody else changed this draft");
        assertThat(town.post(town.vera(), page, "text", TEXT, "cases", "yes: yearly income 100; paper income proof 3 days\nno: yearly income 100; paper income proof 3 days", "startsOn", TODAY, "version", "0")).hasStatus3xxRedirection();
        assertThat(town.get(town.vera(), page)).bodyText().contains("Not as it should be");
        assertThat(town.post(town.vera(), page + "/publication")).hasStatus(409).bodyText().contains("comes out as");
        assertThat(town.post(town.vera(), page, "text", TEXT, "cases", "yes: yearly income 100; paper income proof 3 days\nno: yearly income 40000", "startsOn", "2020-01-01", "version", "1")).hasStatus3xxRedirection();
        assertThat(town.post(town.vera(), page + "/publication")).hasStatus(409).bodyText().contains("is past");
        assertThat(town.post(town.rosa(), page + "/publication")).hasStatus(403);
    }

    @Test
    void a_later_rule_ends_the_one_before_it_and_each_holds_on_its_days() {
        publish(TEXT);
        var page = "/matching/services/" + service.text();
        assertThat(town.post(town.vera(), page, "text", "yearly income at most 10", "cases", "yes: yearly income 5\nno: yearly income 11", "startsOn", TODAY)).hasStatus3xxRedirection();
        assertThat(town.post(town.vera(), page + "/publication")).hasStatus(409).bodyText().contains("begins on that day or later already");
        assertThat(town.post(town.vera(), page, "text", "yearly income at most 10", "cases", "yes: yearly income 5\nno: yearly income 11", "startsOn", Town.today().plusDays(5).toString(), "version", "0")).hasStatus3xxRedirection();
        assertThat(town.post(town.vera(), page + "/publication")).hasStatus3xxRedirection();
        assertThat(town.get(town.vera(), page)).bodyText().contains("Holds", "To come");
        assertThat(town.get(town.vera(), "/matching")).bodyText().contains(name);
    }

    @Test
    void when_matching_is_off_its_pages_say_so_and_why() {
        try {
            assertThat(town.post(town.vera(), "/matching/state", "on", "false")).hasStatus(422).bodyText().contains("Say why");
            assertThat(town.post(town.vera(), "/matching/state", "on", "false", "why", "The rules are being looked at")).hasStatus3xxRedirection();
            assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("Matching is switched off since", "The rules are being looked at", "Search the directory instead");
        } finally {
            town.post(town.vera(), "/matching/state", "on", "true");
        }
        assertThat(town.get(town.rosa(), path)).bodyText().doesNotContain("switched off").contains("judged");
    }

    @Test
    void amounts_keep_their_day_and_their_source() {
        var area = "County " + UUID.randomUUID().toString().substring(0, 8);
        assertThat(town.post(town.vera(), "/matching/amounts", "kind", "AREA_MEDIAN", "area", area, "base", "100000", "startsOn", TODAY)).hasStatus(422).bodyText().contains("Name the source");
        assertThat(town.post(town.vera(), "/matching/amounts", "kind", "AREA_MEDIAN", "area", area, "base", "100000", "startsOn", TODAY, "source", "HUD, FY 2026")).hasStatus3xxRedirection();
        assertThat(town.post(town.vera(), "/matching/amounts", "kind", "AREA_MEDIAN", "area", area, "base", "90000", "startsOn", TODAY, "source", "HUD")).hasStatus(422).bodyText().contains("already");
        assertThat(town.get(town.vera(), "/matching/amounts")).bodyText().contains(area, "91 FR 1797");
        assertThat(town.post(town.rosa(), "/matching/amounts", "kind", "AREA_MEDIAN")).hasStatus(403);
    }

    @Test
    void who_does_not_reach_the_client_learns_and_writes_nothing() {
        assertThat(town.get(town.sam(), path)).hasStatus(404);
        assertThat(town.post(town.sam(), path + "/facts", "YEARLY_INCOME", "1")).hasStatus(404);
        assertThat(town.get(town.sam(), "/clients/" + client.text() + "/papers")).hasStatus(404);
        assertThat(town.post(town.sam(), "/clients/" + client.text() + "/papers", "kind", "LEASE", "receivedOn", TODAY)).hasStatus(404);
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/papers", "kind", "LEASE", "receivedOn", Town.today().plusDays(1).toString())).hasStatus(422).bodyText().contains("still to come");
    }

    private Match mine() {
        return town.as(town.rosa(), () -> matches.one(client, service)).orElseThrow();
    }

    private void publish(String text) {
        var page = "/matching/services/" + service.text();
        assertThat(town.post(town.vera(), page, "text", text, "cases", "yes: yearly income 24000; paper income proof 3 days\nno: yearly income 40000\nunknown: paper income proof 3 days", "startsOn", TODAY)).hasStatus3xxRedirection();
        assertThat(town.get(town.vera(), page)).bodyText().contains("As it should be");
        assertThat(town.post(town.vera(), page + "/publication")).hasStatus3xxRedirection();
    }
}
