package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.workforce.Workers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class TeamPagesTest {

    private static final LocalDate TODAY = Town.today();

    @Autowired Town town;
    @Autowired Workers workers;
    @Autowired CaseFiles cases;

    @Test
    void what_is_known_of_a_worker_stands_on_the_page_of_the_team() {
        var who = town.account(Role.CASE_MANAGER, "Lena Fischer");
        assertThat(change(town.adam(), who, "languages", "es", "languages", "tw", "programs", town.program().text(), "supervisor", town.vera().account().text())).hasStatus(303);

        assertThat(text(town.get(town.rosa(), page(who)))).contains("Master’s degree", "Social work", "Spanish, Twi", "Vera Lindqvist", "nobody", "Eastside ");
        assertThat(text(town.get(town.rosa(), "/team?find=Lena Fischer"))).contains("Lena Fischer", "Spanish, Twi");
    }

    @Test
    void a_licence_near_its_end_is_warned_of_and_a_lapsed_one_stands_out() {
        var who = town.account(Role.CASE_MANAGER, "Omar Quillfeather");
        assertThat(licence(town.vera(), who, "LCSW", TODAY.plusDays(20).toString())).hasStatus(303);
        assertThat(licence(town.vera(), who, "CCM", TODAY.minusDays(1).toString())).hasStatus(303);

        for (var page : List.of("/team?find=Quillfeather", page(who))) {
            assertThat(text(town.get(town.rosa(), page))).contains("expires in 20 days", "lapsed on", "why lapsed", "why soon");
        }
        var first = town.as(town.adam(), () -> workers.credentials(who.account())).getFirst();
        assertThat(town.post(town.adam(), page(who) + "/credentials/" + first.id().text(), "kind", "CCM", "number", "2", "jurisdiction", "national", "expiresOn", TODAY.plusYears(5).toString()))
                .hasStatus(303);
        assertThat(text(town.get(town.rosa(), page(who)))).doesNotContain("lapsed on");
        assertThat(town.post(town.adam(), page(who) + "/credentials/" + first.id().text() + "/removal")).hasStatus(303);
        assertThat(town.as(town.adam(), () -> workers.credentials(who.account()))).hasSize(1);
    }

    @Test
    void the_team_is_paged_and_searched_by_name() throws Exception {
        town.account(Role.CASE_MANAGER, "Zoé Señal-Paged");
        for (int i = 0; i < 51; i++) {
            town.account(Role.CASE_MANAGER, "Aaa Paged " + i);
        }
        var first = text(town.get(town.rosa(), "/team?find=Paged Aaa"));
        assertThat(first).contains("51 people", "page 1", "/team?page=1&amp;find=Paged");
        assertThat(first.split("Aaa Paged [0-9]+</a>", -1)).hasSize(51);
        assertThat(text(town.get(town.rosa(), "/team?page=1&find=paged aaa"))).contains("page 2", "rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(text(town.get(town.rosa(), "/team?find=ZOE senal"))).contains("Zoé Señal-Paged", "1 person").doesNotContain("Aaa Paged", "page 1");
        assertThat(text(town.get(town.rosa(), "/team?find=<i>nobody"))).contains("Nobody of the team has that name.", "&lt;i>nobody");
        assertThat(town.get(town.rosa(), "/team?page=2147483647")).hasStatusOk();
        assertThat(town.get(town.rosa(), "/team?page=-1&find=" + "x".repeat(5000))).hasStatusOk();
        assertThat(town.get(town.rosa(), "/team?page=many").getResponse().getStatus()).isLessThan(500);
    }

    @Test
    void everybody_sees_who_carries_how_many_and_nobody_whom() {
        var who = town.account(Role.CASE_MANAGER, "Mei Tanaka");
        for (var name : List.of("Client One", "Client Two")) {
            var file = town.openCase(name);
            town.as(town.vera(), () -> {
                cases.assign(file.clientId(), file.id(), who.account());
                return null;
            });
        }
        for (var reader : List.of(town.sam(), town.adam(), town.priya())) {
            assertThat(text(town.get(reader, page(who)))).as(reader.name()).contains("2 people", ": 2").doesNotContain("Client One");
        }
    }

    @Test
    void what_the_role_takes_is_read_on_one_page_with_its_sources() {
        assertThat(text(town.get(town.rosa(), "/team/role"))).contains("Core functions", "Certified case manager (CCM)", "80 hours", "cmsa.org");
    }

    @Test
    void what_cannot_be_is_refused_beside_its_field() {
        var who = town.account(Role.CASE_MANAGER, "Nadia Karimi");
        assertThat(change(town.adam(), who, "languages", "klingon")).hasStatus(422).bodyText().contains("languages-problem");
        assertThat(change(town.adam(), who, "degree", "WIZARD")).hasStatus(422).bodyText().contains("degree-problem");
        assertThat(change(town.adam(), who, "supervisor", who.account().text())).hasStatus(422).bodyText().contains("Nobody supervises themselves.");
        assertThat(change(town.adam(), who, "supervisor", UUID.randomUUID().toString())).hasStatus(422).bodyText().contains("Choose one of the people offered.");
        assertThat(change(town.adam(), who, "programs", UUID.randomUUID().toString())).hasStatus(422).bodyText().contains("Choose from the programmes offered.");
        assertThat(change(town.adam(), who, "studied", "x".repeat(101))).hasStatus(422).bodyText().contains("studied-problem");
        assertThat(licence(town.adam(), who, "OTHER", "")).hasStatus(422).bodyText().contains("Write what it is called.");
        assertThat(licence(town.adam(), who, "LCSW", "2026-02-31")).hasStatus(422).bodyText().contains("Write a date that exists");
        assertThat(licence(town.adam(), who, "", "")).hasStatus(422).bodyText().contains("Choose a kind.");
        var worker = town.as(town.adam(), () -> workers.get(who.account()));
        assertThat(worker.version()).isZero();
        assertThat(town.as(town.adam(), () -> workers.credentials(who.account()))).isEmpty();
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told() {
        var who = town.account(Role.CASE_MANAGER, "Paul Novak");
        assertThat(change(town.adam(), who, "languages", "en")).hasStatus(303);
        assertThat(change(town.vera(), who, "languages", "fr")).hasStatus(422).bodyText().contains("Someone else changed this meanwhile.");
    }

    @Test
    void a_case_manager_reads_the_team_and_does_not_change_it_and_a_partner_sees_nothing() {
        assertThat(change(town.rosa(), town.rosa(), "languages", "en")).hasStatus(403);
        assertThat(licence(town.rosa(), town.rosa(), "LCSW", "")).hasStatus(403);
        assertThat(text(town.get(town.rosa(), page(town.rosa())))).doesNotContain("Add one");
        assertThat(town.get(town.paul(), "/team")).hasStatus(403);
        assertThat(town.get(town.rosa(), page(town.paul()))).hasStatus(404);
    }

    private MvcTestResult change(Actor who, Actor whom, String... more) {
        var fields = new java.util.ArrayList<>(List.of("studied", "Social work", "version", "0", "degree", "MASTER"));
        for (int i = 0; i < more.length; i += 2) {
            int at = fields.indexOf(more[i]);
            if (at < 0 || more[i].equals("languages")) {
                fields.addAll(List.of(more[i], more[i + 1]));
            } else {
                fields.set(at + 1, more[i + 1]);
            }
        }
        return town.post(who, page(whom), fields.toArray(String[]::new));
    }

    private MvcTestResult licence(Actor who, Actor whom, String kind, String expiresOn) {
        return town.post(who, page(whom) + "/credentials", "kind", kind, "number", "084417", "jurisdiction", "NY", "expiresOn", expiresOn);
    }

    private static String page(Actor whom) {
        return "/team/" + whom.account().text();
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
