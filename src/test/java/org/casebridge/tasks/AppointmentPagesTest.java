package org.casebridge.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class AppointmentPagesTest {

    @Autowired Town town;
    @Autowired Appointments appointments;

    @Test
    void an_appointment_stands_on_the_day_until_it_is_cancelled_with_a_reason() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        var today = Town.today();
        assertThat(town.post(nora, "/appointments", "title", "Team meeting <b>", "on", today.toString(), "at", "23:59", "minutes", "30", "withWhom", "Dr. Shah", "place", "Room 2"))
                .hasRedirectedUrl("/");
        assertThat(town.get(nora, "/")).bodyText().contains("Team meeting &lt;b&gt;", "30 min · Dr. Shah · Room 2");
        var path = town.as(nora, () -> appointments.own(today, today)).getFirst().path();

        assertThat(town.get(town.sam(), path)).hasStatus(404);
        assertThat(town.post(town.vera(), path + "/cancellation", "reason", "Not hers")).hasStatus(404);
        assertThat(town.post(nora, path + "/cancellation", "reason", "")).hasStatus(422).bodyText().contains("Give a reason.");
        assertThat(town.post(nora, path + "/cancellation", "reason", "Dr. Shah is ill")).hasRedirectedUrl("/");
        assertThat(town.post(nora, path + "/cancellation", "reason", "Again")).hasStatus(422);
        assertThat(town.get(nora, "/")).bodyText().contains("No appointments today.");
    }

    @Test
    void an_appointment_about_a_client_stands_on_their_page_and_in_their_story() {
        var client = town.openCase("Grace Okonkwo").clientId();
        var list = "/clients/" + client.text() + "/tasks";
        var day = Town.today().plusDays(3).toString();

        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/appointments", "title", "Home visit", "on", day, "at", "11:00", "minutes", "45")).hasRedirectedUrl(list);
        assertThat(town.get(town.rosa(), list)).bodyText().contains("Home visit");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Appointment made: Home visit");
        assertThat(town.get(town.rosa(), "/appointments")).bodyText().contains("Grace Okonkwo");
        assertThat(town.post(town.sam(), "/clients/" + client.text() + "/appointments", "title", "Not his", "on", day, "at", "11:00", "minutes", "45")).hasStatus(404);
        assertThat(town.post(town.priya(), "/clients/" + client.text() + "/appointments", "title", "Not hers", "on", day, "at", "11:00", "minutes", "45")).hasStatus(403);
    }

    @Test
    void a_time_that_cannot_be_is_refused_beside_its_field() {
        var spring = LocalDate.of(Town.today().getYear() + 1, 3, 8).with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.SUNDAY));
        assertThat(make("on", spring.toString(), "at", "02:30")).hasStatus(422).bodyText().contains("The clocks go forward", "value=\"02:30\"");
        assertThat(make("on", spring.toString(), "at", "03:00", "minutes", "1441")).hasStatus(422).bodyText().contains("At most a whole day");
        assertThat(make("on", "2026-02-31")).hasStatus(422).bodyText().contains("Write a date that exists");
        assertThat(make("on", Town.today().minusDays(2).toString())).hasStatus(422).bodyText().contains("That time is past.");
        assertThat(make("on", "2099-01-01")).hasStatus(422).bodyText().contains("more than two years away");
        assertThat(make("minutes", "soon")).hasStatus(422).bodyText().contains("Write a whole number.");
        assertThat(make("title", "")).hasStatus(422).bodyText().contains("Say what it is");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult make(String... fields) {
        var all = new java.util.LinkedHashMap<>(java.util.Map.of("title", "Visit", "on", Town.today().plusDays(2).toString(), "at", "10:00", "minutes", "30"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return town.post(town.rosa(), "/appointments", all.entrySet().stream().flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue())).toArray(String[]::new));
    }
}
