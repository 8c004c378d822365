package org.casebridge.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Households;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** Who may not carry a case, whatever their points: by a restriction, by 42 CFR Part 2, by what they carry already; and a household that stays with one worker. */
@PageTest
class AssignmentRulesPagesTest {

    @Autowired Town town;
    @Autowired Assignments assignments;
    @Autowired Programs programs;
    @Autowired Households households;
    @Autowired JdbcClient db;
    @Autowired TransactionOperations transaction;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @Test
    void of_a_restricted_record_only_who_is_named_can_carry_the_case() {
        var named = town.account(Role.CASE_MANAGER, "Nils Named " + mark);
        var other = town.account(Role.CASE_MANAGER, "Odd Other " + mark);
        var client = town.client("Vera Kept");
        assertThat(town.post(town.vera(), "/clients/" + client.text() + "/restriction", "reason", "DANGER", "words", "Somebody would harm them",
                "lookAgainOn", Town.today().plusMonths(3).toString(), "people", named.account().text(), "people", town.vera().account().text())).hasStatus(303);
        var program = program(false);
        assertThat(fit(client, program, named).possible()).isTrue();
        assertThat(against(client, program, other)).contains("the record is restricted, and they are not named for it");
        assertThat(decide(client, program, other)).hasStatus(422).bodyText().contains("Odd Other " + mark + " cannot carry this case: the record is restricted");
    }

    @Test
    void in_a_part_2_programme_only_its_own_members_can_carry_the_case() {
        var member = town.account(Role.CASE_MANAGER, "Mo Member " + mark);
        var outside = town.account(Role.CASE_MANAGER, "Uli Outside " + mark);
        var clinic = program(true);
        town.vera().run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into caseload.program_worker (program_id, worker) values (?, ?)").params(clinic.value(), member.account().value()).update()));
        var client = town.client("Pia Patient");
        assertThat(fit(client, clinic, member).possible()).isTrue();
        assertThat(against(client, clinic, outside)).anyMatch(it -> it.startsWith("does not work in"));
        assertThat(decide(client, clinic, outside)).hasStatus(422).bodyText().contains("whose records are under 42 CFR Part 2");
    }

    @Test
    void who_carries_a_full_load_is_not_asked_for_more() {
        var full = town.account(Role.CASE_MANAGER, "Finn Full " + mark);
        var free = town.account(Role.CASE_MANAGER, "Frida Free " + mark);
        IntStream.range(0, 48).forEach(it -> town.openCase(full, "Carried " + (char) ('A' + it % 26) + " Number" + it));
        var client = town.client("Nina Next");
        var program = program(false);
        assertThat(against(client, program, full)).anyMatch(it -> it.endsWith("of a full load already"));
        assertThat(fit(client, program, free).possible()).isTrue();
        assertThat(decide(client, program, full)).hasStatus(422).bodyText().contains("of a full load already");
    }

    @Test
    void whoever_works_with_the_household_is_preferred_to_a_stranger_and_says_so() {
        var family = town.account(Role.CASE_MANAGER, "Hedda Home " + mark);
        var stranger = town.account(Role.CASE_MANAGER, "Stig Stranger " + mark);
        var mother = town.openCase(family, "Mara Home");
        var child = town.client("Milo Home");
        town.rosa().run(() -> households.join(child, mother, HouseholdRole.PARENT));
        var program = program(false);
        var known = fit(child, program, family);
        assertThat(known.reasons()).extracting(it -> it.what().english()).contains("works with somebody of the household");
        assertThat(known.points()).isGreaterThan(fit(child, program, stranger).points());
    }

    private ProgramId program(boolean part2) {
        return town.as(town.vera(), () -> programs.add("Northgate " + UUID.randomUUID().toString().substring(0, 6), 14, part2));
    }

    private Fit fit(ClientId client, ProgramId program, Actor worker) {
        return town.as(town.vera(), () -> assignments.suggest(client, program, null)).stream().filter(it -> it.worker().equals(worker.account())).findFirst().orElseThrow();
    }

    private List<String> against(ClientId client, ProgramId program, Actor worker) {
        return fit(client, program, worker).against().stream().map(it -> it.english().replace("{percent} % ", "")).toList();
    }

    private MvcTestResult decide(ClientId client, ProgramId program, Actor worker) {
        return town.post(town.vera(), "/clients/" + client.text() + "/assignment", "program", program.text(), "worker", worker.account().text(), "reason", "For the test");
    }
}
