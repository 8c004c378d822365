package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Visits planned once or in a series: what overlaps, is past or never ends is refused, and nothing is half planned. */
@PageTest
class VisitPagesTest {

    @Autowired Town town;
    @Autowired Visits visits;

    @Test
    void a_visit_is_planned_stands_on_my_day_and_the_contact_tells_how_it_went() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Pine");
        var client = mine(nora, "Jerome Asante");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "10:00")).hasRedirectedUrl(path(client));
        var visit = town.as(nora, () -> visits.of(client)).getFirst();
        assertThat(town.get(nora, "/")).bodyText().contains("See the new flat", "Open visit");
        assertThat(town.as(nora, () -> visits.between(nora.account(), LocalDate.parse(tomorrow()), LocalDate.parse(tomorrow())))).singleElement().satisfies(it -> assertThat(it.id()).isEqualTo(visit.id()));
        assertThat(town.get(nora, "/clients/" + client.text() + "/contacts/new?visit=" + visit.id().text())).bodyText().contains("name=\"visit\" value=\"" + visit.id().text());
        assertThat(town.post(nora, "/clients/" + client.text() + "/contacts", "on", Town.today().toString(), "at", "00:01", "mode", "HOME_VISIT", "direction", "OUTGOING", "party", "CLIENT",
                "outcome", "NO_ANSWER", "visit", visit.id().text())).hasStatus3xxRedirection();
        assertThat(town.get(nora, visit.path())).bodyText().contains("Not there", "How it went").doesNotContain("Cancel the visit");
        assertThat(town.post(nora, visit.path() + "/cancellation", "reason", "Too late")).hasStatus(422).bodyText().contains("settled already");
    }

    @Test
    void a_series_ends_and_is_cancelled_from_one_on() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Elm");
        var client = mine(nora, "Jerome Asante");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "repeats", "WEEKLY")).hasStatus(422).bodyText().contains("Say until when it comes again");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "repeats", "WEEKLY", "until", "9999-12-31")).hasStatus(422).bodyText().contains("At most 52 visits");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "repeats", "WEEKLY", "until", Town.today().toString())).hasStatus(422).bodyText().contains("before the first");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "repeats", "WEEKLY", "until", Town.today().plusDays(22).toString())).hasStatus(303);
        var planned = town.as(nora, () -> visits.of(client));
        assertThat(planned).hasSize(4);
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:30")).hasStatus(422).bodyText().contains("Something is planned already");
        assertThat(plan(nora, client, "on", Town.today().plusDays(3).toString(), "at", "09:15", "repeats", "WEEKLY", "until", Town.today().plusDays(17).toString())).hasStatus(303);
        var before = town.as(nora, () -> visits.of(client)).size();
        assertThat(plan(nora, client, "on", Town.today().plusDays(1).toString(), "at", "08:30", "minutes", "60", "repeats", "WEEKLY", "until", Town.today().plusDays(8).toString())).hasStatus(422);
        assertThat(town.as(nora, () -> visits.of(client))).as("nothing is half planned").hasSize(before);
        assertThat(town.post(nora, planned.get(1).path() + "/cancellation", "reason", "")).hasStatus(422).bodyText().contains("Say why it is cancelled.");
        assertThat(town.post(nora, planned.get(1).path() + "/cancellation", "reason", "In hospital", "rest", "true")).hasStatus(303);
        assertThat(town.as(nora, () -> visits.of(client))).filteredOn(it -> it.status() == Visit.Status.CANCELLED).hasSize(3);
    }

    @Test
    void what_cannot_be_is_refused_in_a_sentence() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Ash");
        var client = mine(nora, "Jerome Asante");
        assertThat(plan(nora, client, "on", Town.today().minusDays(1).toString(), "at", "09:00")).hasStatus(422).bodyText().contains("That time is past.");
        assertThat(plan(nora, client, "on", Town.today().plusYears(3).toString(), "at", "09:00")).hasStatus(422).bodyText().contains("more than a year away");
        assertThat(plan(nora, client, "on", "2027-02-29", "at", "09:00")).hasStatus(422).bodyText().contains("Write a date that exists");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "minutes", "4000")).hasStatus(422).bodyText().contains("5 to 720 minutes");
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "mode", "LETTER")).hasStatus(422);
        assertThat(plan(nora, client, "on", tomorrow(), "at", "09:00", "worker", town.sam().account().text())).hasStatus(422).bodyText().contains("Only whoever assigns cases");
        assertThat(plan(town.sam(), client, "on", tomorrow(), "at", "09:00")).hasStatus(404);
        assertThat(town.as(nora, () -> visits.of(client))).isEmpty();
    }

    @Test
    void a_visit_is_moved_and_what_could_not_be_planned_cannot_be_moved_to() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Fir");
        var client = mine(nora, "Jerome Asante");
        plan(nora, client, "on", tomorrow(), "at", "09:00");
        plan(nora, client, "on", tomorrow(), "at", "11:00", "purpose", "Another visit");
        var visit = town.as(nora, () -> visits.of(client)).getFirst();
        assertThat(town.get(nora, visit.path())).bodyText().contains(visit.path() + "/change");
        assertThat(town.get(nora, visit.path() + "/change")).bodyText().contains("See the new flat", "value=\"09:00\"", "value=\"45\"");

        assertThat(change(nora, visit, "at", "11:15")).hasStatus(422).bodyText().contains("Something is planned already");
        assertThat(change(nora, visit, "on", Town.today().minusDays(1).toString())).hasStatus(422).bodyText().contains("That time is past.");
        assertThat(change(nora, visit, "on", Town.today().plusYears(2).toString())).hasStatus(422).bodyText().contains("more than a year away");
        assertThat(change(nora, visit, "on", "2027-02-31")).hasStatus(422);
        assertThat(change(nora, visit, "minutes", "-5")).hasStatus(422);
        assertThat(change(nora, visit, "mode", "LETTER")).hasStatus(422);
        assertThat(change(nora, visit, "worker", town.sam().account().text())).hasStatus(422).bodyText().contains("Only whoever assigns cases");
        assertThat(change(town.vera(), visit, "worker", java.util.UUID.randomUUID().toString())).hasStatus(422).bodyText().contains("Choose one of the people offered.");
        assertThat(change(town.sam(), visit, "at", "10:00")).hasStatus(404);
        assertThat(town.as(nora, () -> visits.get(client, visit.id())).version()).as("nothing is half changed").isZero();

        assertThat(change(nora, visit, "at", "09:30", "purpose", "See <i>the</i> door", "place", "3 Elm St")).hasRedirectedUrl(visit.path());
        assertThat(town.get(nora, visit.path())).bodyText().contains("See &lt;i&gt;the&lt;/i&gt; door", "3 Elm St", "9:30");
        assertThat(town.get(nora, "/clients/" + client.text())).bodyText().contains("Visit changed:");
        assertThat(change(nora, visit, "at", "13:00")).as("of a version that is gone").hasStatus(422).bodyText().contains("Someone else changed this visit");
        town.post(nora, visit.path() + "/cancellation", "reason", "In hospital");
        assertThat(change(nora, visit, "version", "2", "at", "13:00")).hasStatus(422).bodyText().contains("settled already");
    }

    @Test
    void the_clocks_and_leap_days_are_kept_to() {
        assertThat(Repeats.MONTHLY.days(LocalDate.parse("2028-01-31"), LocalDate.parse("2028-04-30"))).containsExactly(LocalDate.parse("2028-01-31"), LocalDate.parse("2028-02-29"),
                LocalDate.parse("2028-03-31"), LocalDate.parse("2028-04-30"));
        assertThat(Repeats.FORTNIGHTLY.days(LocalDate.parse("2028-02-15"), LocalDate.parse("2028-03-14"))).containsExactly(LocalDate.parse("2028-02-15"), LocalDate.parse("2028-02-29"), LocalDate.parse("2028-03-14"));
        var client = town.openCase("Jerome Asante").clientId();
        var spring = LocalDate.parse("2027-03-14");
        assertThatThrownBy(() -> town.rosa().run(() -> visits.plan(client, new Visit.Said(town.rosa().account(), java.time.Instant.EPOCH, 30, org.casebridge.messaging.Mode.PHONE, "", "Call"), spring.minusWeeks(1),
                java.time.LocalTime.parse("02:30"), Repeats.WEEKLY, spring.plusWeeks(1)))).isInstanceOf(Refused.class).hasMessageContaining("clocks go forward");
        assertThat(town.as(town.rosa(), () -> visits.of(client))).as("nothing is half planned").isEmpty();
    }

    private ClientId mine(Actor worker, String name) {
        return MonitoringExamples.openCase(town, worker, name);
    }

    private static String tomorrow() {
        return Town.today().plusDays(1).toString();
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/visits";
    }

    private MvcTestResult change(Actor who, VisitLine visit, String... fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("purpose", "See the new flat");
        all.put("on", tomorrow());
        all.put("at", "09:00");
        all.put("minutes", "45");
        all.put("mode", "HOME_VISIT");
        all.put("version", "0");
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return town.post(who, visit.path(), all.entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())).toArray(String[]::new));
    }

    private MvcTestResult plan(Actor who, ClientId client, String... fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("purpose", "See the new flat");
        all.put("minutes", "45");
        all.put("mode", "HOME_VISIT");
        all.put("repeats", "ONCE");
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return town.post(who, path(client), all.entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())).toArray(String[]::new));
    }
}
