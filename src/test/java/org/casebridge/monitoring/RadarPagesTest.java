package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The radar: order by days past × risk, what was tried, what is tried next; its rules are data. */
@PageTest
class RadarPagesTest {

    private static final ZoneId ZONE = Town.ZONE;
    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
    private static final LocalDate TODAY_IN_TOWN = Town.today();

    @Autowired Town town;
    @Autowired Radar radar;
    @Autowired Programs programs;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    /** The ladder is the agency's, and others try what its page takes. */
    @BeforeEach
    void the_usual_ladder() {
        var vera = town.account(Role.SUPERVISOR, "Vera Rung");
        vera.run(() -> transaction.executeWithoutResult(_ -> db.sql("delete from monitoring.rung where agency_id = ?").param(vera.agency().value()).update()));
    }

    @Test
    void the_heaviest_stands_first_with_why_what_was_tried_and_what_is_next() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Sky");
        var calm = town.openCase(nora, "Calm Person");
        var risky = town.openCase(nora, "Risky Person");
        assertThat(town.post(nora, "/clients/" + risky.text() + "/acuity", "level", "HIGH", "words", "")).hasStatus(422).bodyText().contains("Say what it rests on.");
        assertThat(town.post(nora, "/clients/" + risky.text() + "/acuity", "level", "HIGH", "words", "Left hospital last week")).hasStatus(303);
        assertThat(town.post(nora, "/clients/" + risky.text() + "/marks", "kind", "ALERT", "about", "MEDICAL", "priority", "URGENT", "words", "New insulin")).hasStatus(422).bodyText().contains("Say until when the alert is shown");
        assertThat(town.post(nora, "/clients/" + risky.text() + "/marks", "kind", "FLAG", "about", "SAFETY_OF_STAFF", "priority", "NORMAL", "words", "Loose <dog>")).hasStatus(303);
        call(nora, risky, "NO_ANSWER");
        call(nora, risky, "LEFT_MESSAGE");

        var page = new String(town.get(nora, "/radar").getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page.indexOf("Risky Person")).isBetween(0, page.indexOf("Calm Person"));
        assertThat(page).contains("16 days late", "Every 14 days · never reached", "Phone × 2", "Next: Text message, try 1 of 1, tomorrow", "17 days × risk 4 (1 + 2 for acuity High + 1 for a flag) = 68", "mode=TEXT");
        assertThat(town.get(nora, "/clients/" + risky.text())).bodyText().contains("Loose &lt;dog&gt;");
        assertThat(town.get(town.sam(), "/radar")).bodyText().doesNotContain("Risky Person");
        assertThat(town.get(town.sam(), "/clients/" + risky.text() + "/marks")).hasStatus(404);
        assertThat(town.get(town.priya(), "/radar")).hasStatus(403);

        var mark = town.as(nora, () -> transaction.execute(_ -> db.sql("select id::text from monitoring.mark where client_id = ?").param(risky.value()).query(String.class).single()));
        assertThat(town.post(nora, "/clients/" + calm.text() + "/marks/" + mark + "/ending", "reason", "Another’s")).hasStatus(404);
        assertThat(town.post(nora, "/clients/" + risky.text() + "/marks/" + mark + "/ending", "reason", " ")).hasStatus(422).bodyText().contains("Give a reason.");
        assertThat(town.post(nora, "/clients/" + risky.text() + "/marks/" + mark + "/ending", "reason", "The dog moved out")).hasStatus(303);
        assertThat(town.post(nora, "/clients/" + risky.text() + "/marks/" + mark + "/ending", "reason", "Again")).hasStatus(422).bodyText().contains("taken down already");
    }

    @Test
    void a_programme_asks_more_often_for_those_of_high_acuity() {
        var vera = town.account(Role.SUPERVISOR, "Vera Moss");
        var nora = town.account(Role.CASE_MANAGER, "Nora Dale");
        var client = town.openCase(nora, "Any Person");
        town.post(nora, "/clients/" + client.text() + "/acuity", "level", "CRISIS", "words", "Since the fire");
        try {
            assertThat(town.post(vera, "/radar/rules/cadence", "program", town.program().text(), "level", "CRISIS", "days", "0")).hasStatus(422).bodyText().contains("1 to 365 days");
            assertThat(town.post(vera, "/radar/rules/cadence", "program", java.util.UUID.randomUUID().toString(), "level", "CRISIS", "days", "3")).hasStatus(404);
            assertThat(town.post(vera, "/radar/rules/cadence", "program", town.program().text(), "level", "CRISIS", "days", "3")).hasStatus(303);
            assertThat(town.get(nora, "/radar")).bodyText().contains("Every 3 days at acuity Crisis", "27 days late");
            assertThat(town.get(nora, "/radar/rules")).hasStatus(403);
        } finally {
            town.post(vera, "/radar/rules/cadence", "program", town.program().text(), "level", "CRISIS", "days", "");
        }
        assertThat(town.get(nora, "/radar")).bodyText().contains("16 days late");
    }

    @Test
    void a_supervisor_sees_the_team_and_who_supervises_nobody_those_whom_nobody_supervises() {
        var vera = town.account(Role.SUPERVISOR, "Vera Hill");
        var nora = town.account(Role.CASE_MANAGER, "Nora Lane");
        town.openCase(nora, "Supervised Person");
        var una = town.account(Role.CASE_MANAGER, "Una Free");
        town.openCase(una, "Unsupervised Person");
        for (var own : List.of(nora, una)) {
            assertThat(town.get(vera, "/radar?worker=" + own.account().text())).bodyText().contains(own == nora ? "Supervised Person" : "Unsupervised Person");
        }
        town.supervises(vera, nora);
        assertThat(town.get(vera, "/radar")).bodyText().contains("Supervised Person").doesNotContain("Unsupervised Person");
        assertThat(town.get(vera, "/")).bodyText().contains("Supervised Person").doesNotContain("Unsupervised Person");
        assertThat(town.get(vera, "/radar?worker=" + una.account().text())).bodyText().doesNotContain("Unsupervised Person");
    }

    @Test
    void of_more_workers_than_a_team_has_the_first_are_asked_and_the_rest_one_by_one() {
        var vera = town.account(Role.SUPERVISOR, "Vera Wide");
        var last = town.account(Role.CASE_MANAGER, "Zzz Last");
        town.openCase(last, "Person of the last");
        for (int i = 0; i <= CadenceStore.MOST; i++) {
            town.account(Role.CASE_MANAGER, "Aaa Wide " + i);
        }
        assertThat(town.get(vera, "/radar?more=9000")).bodyText().contains("in your care than a team has").doesNotContain("Person of the last");
        assertThat(town.get(vera, "/?more=9000")).bodyText().contains("in your care than a team has").doesNotContain("Person of the last");
        assertThat(town.get(vera, "/radar?worker=" + last.account().text())).bodyText().contains("Person of the last").doesNotContain("in your care than a team has");
        town.supervises(vera, last);
        assertThat(town.get(vera, "/radar")).bodyText().contains("Person of the last").doesNotContain("in your care than a team has");
    }

    @Test
    void an_urgent_alert_stands_on_the_day_of_whoever_carries_the_client_until_they_have_read_it() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Loud");
        var client = "/clients/" + town.openCase(nora, "Alerted Person").text();
        var soon = TODAY_IN_TOWN.plusDays(9).toString();
        town.post(town.vera(), client + "/marks", "kind", "ALERT", "about", "MEDICAL", "priority", "NORMAL", "words", "Not so urgent", "expiresOn", soon);
        town.post(nora, client + "/marks", "kind", "ALERT", "about", "MEDICAL", "priority", "URGENT", "words", "Her own alert", "expiresOn", soon);
        assertThat(town.get(nora, "/")).bodyText().doesNotContain("Urgent alert", "Read the alert", "Her own alert");
        town.post(town.vera(), client + "/marks", "kind", "ALERT", "about", "SAFETY_OF_CLIENT", "priority", "URGENT", "words", "He was <b>threatened</b>", "expiresOn", soon);

        var day = new String(town.get(nora, "/").getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(day).contains("Urgent alert", "He was &lt;b&gt;threatened&lt;/b&gt;", "Somebody may not be safe").containsPattern("Must · \\d+ points");
        assertThat(day.indexOf("Urgent alert")).as("above what is merely late").isBetween(0, day.indexOf("Contact due"));
        assertThat(town.get(town.sam(), "/")).bodyText().doesNotContain("Urgent alert");
        assertThat(town.post(nora, client + "/day/pauses", "rule", "Urgent alert", "kind", "PUT_OFF", "reason", "Later", "untilOn", soon)).hasStatus(422);
        assertThat(town.post(nora, client + "/looks")).hasStatus(303);
        assertThat(town.get(nora, "/")).bodyText().doesNotContain("Urgent alert");
    }

    @Test
    void the_ladder_is_data_and_what_is_not_safe_is_left_out() {
        var usual = Ladder.USUAL;
        assertThat(usual.next(List.of(), Set.of(), TODAY, ZONE).mode()).isEqualTo(Mode.PHONE);
        assertThat(usual.next(List.of(), Set.of(Channel.CALL), TODAY, ZONE)).satisfies(it -> {
            assertThat(it.mode()).isEqualTo(Mode.TEXT);
            assertThat(it.why().toString()).contains("not safe");
        });
        var tried = new ArrayList<Attempt>();
        var order = new ArrayList<Mode>();
        for (var next = usual.next(tried, Set.of(), TODAY, ZONE); next.mode() != null; next = usual.next(tried, Set.of(), TODAY, ZONE)) {
            order.add(next.mode());
            tried.add(new Attempt(Instant.parse("2026-11-30T15:00:00Z"), next.mode()));
        }
        assertThat(order).containsExactly(Mode.PHONE, Mode.PHONE, Mode.TEXT, Mode.LETTER, Mode.HOME_VISIT, Mode.ELSEWHERE, Mode.ELSEWHERE);
        assertThat(usual.next(List.of(new Attempt(Instant.parse("2026-11-30T15:00:00Z"), Mode.PHONE), new Attempt(Instant.parse("2026-11-30T15:00:00Z"), Mode.PHONE),
                new Attempt(Instant.parse("2026-12-01T15:00:00Z"), Mode.TEXT)), Set.of(), TODAY, ZONE).on()).isEqualTo("2026-12-03");

        var vera = town.account(Role.SUPERVISOR, "Vera Cole");
        try {
            assertThat(town.post(vera, "/radar/rules/ladder", "rungs[0].mode", "TEXT", "rungs[1].mode", "TEXT")).hasStatus(422).bodyText().contains("stands twice");
            assertThat(town.post(vera, "/radar/rules/ladder", "rungs[0].mode", "TEXT", "rungs[0].tries", "99")).hasStatus(422).bodyText().contains("1 to 9 times.");
            assertThat(town.post(vera, "/radar/rules/ladder", "x", "y")).hasStatus(422).bodyText().contains("A ladder needs a rung.");
            assertThat(town.post(vera, "/radar/rules/ladder", "rungs[0].mode", "VIDEO", "rungs[0].tries", "2", "rungs[0].waitDays", "3", "rungs[4].mode", "LETTER")).hasStatus(303);
            assertThat(town.as(vera, radar::ladder).rungs()).containsExactly(new Rung(Mode.VIDEO, 2, 3), new Rung(Mode.LETTER, 1, 2));
        } finally {
            vera.run(() -> transaction.executeWithoutResult(_ -> db.sql("delete from monitoring.rung where agency_id = ?").param(vera.agency().value()).update()));
        }
    }

    private MvcTestResult call(Actor who, ClientId client, String outcome) {
        return town.post(who, "/clients/" + client.text() + "/contacts", "on", Town.today().toString(), "at", "00:01", "mode", "PHONE", "direction", "OUTGOING", "party", "CLIENT", "outcome", outcome);
    }
}
