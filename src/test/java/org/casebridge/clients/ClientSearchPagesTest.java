package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.data.HouseClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The one search box. Each test's people have a family name of their own, so that all can run at once. */
@PageTest
class ClientSearchPagesTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"Ouedraogo", "ouédraogo", "Halimatou Ouedraogo", "ouedraogo hali", "draogo", "Wedraogo Halimatou", "Ouedraogo 7/19/1988", "19 Jul 1988 halimatou",
            "Tou-Tou Ouedraogo", "(510) 555-0147 ouedraogo", "555-0147 Halimatou", "0147 ouedraogo", "MRN-88-1402", "mrn881402", "halimatou@example.org", "ouedraogo 1988"})
    void a_client_is_found_by_anything_one_may_know_of_them(String typed) {
        halimatou();

        assertThat(names(town.rosa(), typed)).contains("Halimatou Ouédraogo");
    }

    @Test
    void each_result_says_why_it_matched() {
        halimatou();

        assertThat(page(town.rosa(), "ouedraogo 7/19/1988")).contains("name has “ouedraogo”", "born 19 Jul 1988");
        assertThat(page(town.rosa(), "wedraogo")).contains("name sounds like “wedraogo”");
        assertThat(page(town.rosa(), "toutou")).contains("another name of theirs has “toutou”");
        assertThat(page(town.rosa(), "5105550147")).contains("phone has 5105550147");
    }

    @Test
    void whoever_reaches_the_whole_agency_reads_it_from_the_newest_by_the_day_each_was_added() {
        var later = HouseClock.at(Instant.parse("2015-05-03T15:00:00Z"), () -> town.client("Later Zeitfolge"));
        HouseClock.at(Instant.parse("2015-05-02T15:00:00Z"), () -> town.client("Earlier Zeitfolge"));

        assertThat(text(town.vera(), "/clients?last=" + later.text())).contains("Earlier Zeitfolge", "added 2 May 2015").doesNotContain("Later Zeitfolge");
        assertThat(text(town.vera(), "/clients")).contains("the newest first").doesNotContain("Zeitfolge");
    }

    @Test
    void every_part_must_match() {
        halimatou();

        assertThat(names(town.rosa(), "Ouedraogo 7/19/1989")).isEmpty();
        assertThat(names(town.rosa(), "Ouedraogo Josephine")).isEmpty();
    }

    @Test
    void a_colleague_who_cannot_reach_them_finds_nobody_and_an_intake_worker_does() {
        halimatou();

        assertThat(names(town.sam(), "ouedraogo")).isEmpty();
        assertThat(page(town.sam(), "ouedraogo")).contains("Nobody within your reach matches");
        assertThat(names(town.ines(), "wedraogo halimatou")).contains("Halimatou Ouédraogo");
    }

    @Test
    void someone_without_the_permission_is_not_let_in() {
        assertThat(town.get(town.paul(), "/clients?find=anybody")).hasStatus(403);
        assertThat(town.get(town.adam(), "/clients")).hasStatus(403);
    }

    @Test
    void the_secret_end_of_a_number_finds_them_and_is_not_shown() {
        town.client(NewClient.named("Bertrand", "Kouyate").with(new Identifier(Identifier.Kind.SSN, "", "987-65-4321")));

        assertThat(names(town.rosa(), "4321 kouyate")).containsExactly("Bertrand Kouyate");
        assertThat(names(town.rosa(), "987-65-4321 kouyate")).containsExactly("Bertrand Kouyate");
        assertThat(page(town.rosa(), "4321 kouyate")).contains("Social Security number ends in what you typed").doesNotContain("987");
    }

    @Test
    void the_list_below_the_box_is_a_part_of_a_page() {
        halimatou();

        var answer = town.get(town.rosa(), "/clients?find=ouedraogo&quick=yes");

        assertThat(answer).hasStatusOk().bodyText().contains("Halimatou Ouédraogo").doesNotContain("<html");
    }

    @Test
    void the_closest_name_comes_first() {
        for (var name : List.of("Bo Quarshieson", "Bo Quarshie", "Bo Kwarshie")) {
            town.client(name);
        }

        assertThat(names(town.rosa(), "quarshie")).containsExactly("Bo Quarshie", "Bo Quarshieson", "Bo Kwarshie");
        assertThat(names(town.ines(), "quarshie")).containsSubsequence("Bo Quarshie", "Bo Quarshieson", "Bo Kwarshie");
    }

    @Test
    void html_in_a_search_is_text() {
        assertThat(page(town.rosa(), "<script>alert(1)</script>")).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void without_a_search_one_sees_the_people_one_works_with_and_why() {
        var worker = town.account(org.casebridge.access.Role.CASE_MANAGER, "Noor Haddad");
        assertThat(town.get(worker, "/clients")).bodyText().contains("Nobody yet.");

        worker.act(() -> town.clients().add(NewClient.named("Only", "Hers")));

        assertThat(town.get(worker, "/clients")).bodyText().contains("Only Hers", "you added them");
    }

    @Test
    void a_long_list_has_pages_and_nobody_is_lost_between_them() {
        var worker = town.account(org.casebridge.access.Role.CASE_MANAGER, "Noor Haddad");
        worker.run(() -> {
            for (int i = 0; i < 45; i++) {
                town.clients().add(NewClient.named("Same", "Name"));
            }
        });

        var first = text(worker, "/clients");
        var next = first.replaceAll("(?s).*href=\"(/clients\\?last=[^\"]*)\".*", "$1").replace("&amp;", "&");

        assertThat(first.split("Same Name", -1)).hasSize(41);
        assertThat(text(worker, next).split("Same Name", -1)).hasSize(6);
    }

    @Test
    void whom_a_list_showed_is_noted() {
        var client = town.client("Noted Zwielicht");

        page(town.rosa(), "zwielicht");

        var looks = town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry where actor = ? and client = ? and what = '/clients'")
                .params(town.rosa().account().value(), client.value()).query(Integer.class).single()));
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void a_character_that_cannot_be_kept_is_told_beside_what_was_typed() {
        for (var quick : List.of("", "&quick=yes")) {
            assertThat(town.get(town.rosa(), java.net.URI.create("/clients?find=Ou%00edraogo" + quick))).hasStatus(422);
        }
        assertThat(town.get(town.rosa(), java.net.URI.create("/clients?find=Ou%00edraogo"))).bodyText()
                .contains("This holds a character that cannot be kept.", "value=\"Ouedraogo\"");
        assertThat(town.get(town.rosa(), "/clients?last=nobody&after=B")).hasStatus(303).hasRedirectedUrl("/clients?after=B");
        assertThat(town.get(town.rosa(), "/clients/nobody")).hasStatus(404);
    }

    private void halimatou() {
        town.client(new NewClient(
                List.of(PersonName.legal("Halimatou", "Ouédraogo"), PersonName.preferred("Toutou")), About.born(LocalDate.of(1988, 7, 19)), SafeContact.unknown(),
                List.of(ContactPoint.phone("510.555.0147", ContactPoint.Usage.MOBILE), ContactPoint.email("Halimatou@example.org")), List.of(),
                List.of(Identifier.of("http://hospital.smarthealthit.org", "MRN-88-1402")), null));
    }

    private String page(Actor who, String typed) {
        return text(who, "/clients?find=" + org.casebridge.web.Here.encoded(typed));
    }

    private String text(Actor who, String path) {
        return new String(town.get(who, java.net.URI.create(path)).getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> names(Actor who, String typed) {
        return java.util.regex.Pattern.compile("<bdi>([^<]*)</bdi>").matcher(page(who, typed)).results().map(it -> it.group(1)).toList();
    }
}
