package org.casebridge.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.workforce.CloseDay;
import org.casebridge.workforce.Span;
import org.casebridge.workforce.WorkCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One's days and weeks, the hours one works, leave, and the days on which the agency is closed. */
@PageTest
class CalendarPagesTest {

    @Autowired Town town;
    @Autowired WorkCalendar work;

    private Actor nora;

    @BeforeEach
    void a_worker_of_their_own() {
        nora = town.account(Role.CASE_MANAGER, "Nora Ito");
    }

    @Test
    void day_week_and_list_show_what_takes_ones_time_and_what_is_free() {
        var client = town.openCase(nora, "Lena Fuchs");
        var tuesday = Town.today().plusDays(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        assertThat(town.post(nora, "/appointments", "title", "Team meeting", "on", tuesday.toString(), "at", "10:00", "minutes", "60")).hasStatus3xxRedirection();
        assertThat(town.post(nora, "/clients/" + client.text() + "/visits", "purpose", "See the flat", "on", tuesday.toString(), "at", "13:00", "minutes", "45", "mode", "HOME_VISIT", "repeats", "ONCE"))
                .hasStatus3xxRedirection();

        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + tuesday)).hasStatusOk().bodyText().contains("Team meeting", "See the flat", "Lena Fuchs", "Free from 8:30\u00a0AM to 10:00\u00a0AM", "Free from 11:00\u00a0AM to 1:00\u00a0PM", "Free from 1:45\u00a0PM to 5:00\u00a0PM");
        assertThat(town.get(nora, "/calendar?shows=WEEK&on=" + tuesday.plusDays(3))).bodyText().contains("Team meeting", "See the flat").doesNotContain("Free from");
        assertThat(town.get(nora, "/calendar?shows=LIST&on=" + tuesday.minusDays(2))).bodyText().contains("Team meeting", "See the flat");
        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + tuesday.plusDays(1))).bodyText().doesNotContain("Team meeting");
        assertThat(town.get(town.sam(), "/calendar?shows=DAY&on=" + tuesday)).as("it is one's own").bodyText().doesNotContain("Team meeting", "Lena Fuchs");
        assertThat(town.get(nora, "/calendar?on=0001-01-01")).hasStatusOk().bodyText().contains("Today");
        assertThat(town.get(nora, "/calendar?on=2026-02-31&shows=YEAR")).as("what makes no sense is as if it were not asked").hasStatus(303);
    }

    @Test
    void a_time_that_is_taken_is_refused_unless_both_are_meant() {
        var day = Town.today().plusDays(9);
        assertThat(make(day, "10:00", "60", "First")).hasStatus3xxRedirection();
        assertThat(make(day, "11:00", "30", "Right after")).as("one may follow the other").hasStatus3xxRedirection();
        assertThat(make(day, "10:59", "5", "Second")).hasStatus(422).bodyText().contains("From 10:00\u00a0AM to 11:00\u00a0AM this time is taken: First", "Both are meant", "value=\"Second\"");
        assertThat(town.post(nora, "/appointments", "title", "Second", "on", day.toString(), "at", "10:30", "minutes", "5", "despite", "true")).hasStatus3xxRedirection();
        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + day)).bodyText().contains("Second", "Something else takes this time too.");
        var client = town.openCase(nora, "Otto Vance");
        assertThat(visit(client.text(), day, "10:30")).as("a visit is refused over an appointment").hasStatus(422).bodyText().contains("Something is planned already");
    }

    @Test
    void an_appointment_is_moved_by_whoever_saw_it_as_it_is() {
        var day = Town.today().plusDays(11);
        assertThat(make(day, "10:00", "60", "Court date")).hasStatus3xxRedirection();
        var page = town.get(nora, "/calendar?shows=DAY&on=" + day);
        var body = text(page);
        var path = body.replaceAll("(?s).*href=\"(/appointments/[0-9a-f-]{36})/change\".*", "$1");
        assertThat(town.get(nora, path + "/change")).hasStatusOk().bodyText().contains("value=\"Court date\"", "value=\"10:00\"");
        assertThat(town.post(nora, path, "title", "Court date", "on", day.toString(), "at", "10:30", "minutes", "60", "version", "0")).as("over its own old time").hasRedirectedUrl(path);
        assertThat(town.post(nora, path, "title", "Court date", "on", day.toString(), "at", "12:00", "minutes", "60", "version", "0")).hasStatus(422).bodyText().contains("Someone else changed this appointment");
        assertThat(town.post(town.sam(), path, "title", "His", "on", day.toString(), "at", "12:00", "minutes", "60", "version", "1")).hasStatus(404);
        assertThat(town.post(nora, path, "title", "Court date", "on", day.toString(), "at", "25:00", "minutes", "60", "version", "1")).hasStatus(422);
        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + day)).bodyText().contains("10:30\u00a0AM");
    }

    @Test
    void ones_own_hours_count_and_emptying_them_brings_the_agencys_back() {
        assertThat(town.get(nora, "/work-time")).bodyText().contains("These are the agency’s usual hours", "value=\"08:30-17:00\"");
        assertThat(town.post(nora, "/work-time", "monday", "8 am-12 pm, 12:30 - 15:15", "tuesday", "")).hasRedirectedUrl("/work-time");
        var monday = Town.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var days = town.as(nora, () -> work.working(java.util.List.of(nora.account()), monday, monday.plusDays(1))).get(nora.account());
        assertThat(days.get(monday.plusDays(1))).isEmpty();
        if (town.as(nora, () -> work.closed(monday, monday)).isEmpty()) {
            assertThat(days.get(monday)).extracting(Span::toString).containsExactly("08:00-12:00", "12:30-15:15");
        }
        assertThat(town.post(nora, "/work-time", "monday", "15-8")).hasStatus(422).bodyText().contains("3:00\u00a0PM is not before 8:00\u00a0AM", "value=\"15-8\"");
        assertThat(town.post(nora, "/work-time", "monday", "8-12, 11-13")).hasStatus(422).bodyText().contains("run into each other");
        assertThat(town.post(nora, "/work-time", "monday", "mornings")).hasStatus(422).bodyText().contains("Write times like this");
        assertThat(town.post(nora, "/work-time", "monday", "")).hasRedirectedUrl("/work-time");
        assertThat(town.get(nora, "/work-time")).bodyText().contains("These are the agency’s usual hours");
    }

    @Test
    void leave_keeps_visits_away_asks_for_a_stand_in_and_tells_others_no_reason() {
        var client = town.openCase(nora, "Petra Lang");
        var from = Town.today().plusDays(5);
        assertThat(visit(client.text(), from.plusDays(1), "10:00")).hasStatus3xxRedirection();
        assertThat(leave(from, from.plusDays(2))).hasRedirectedUrl("/work-time");
        assertThat(town.get(nora, "/work-time")).bodyText().contains("Vacation", "One thing is arranged for days on which you are away", "Petra Lang");
        assertThat(visit(client.text(), from.plusDays(2), "10:00")).hasStatus(422).bodyText().contains("Nora Ito is away from");
        assertThat(leave(from.plusDays(2), from.plusDays(4))).hasStatus(422).bodyText().contains("You are away from");
        assertThat(leave(from, from.minusDays(1))).hasStatus(422).bodyText().contains("The last day is before the first");
        assertThat(leave(Town.today().minusDays(9), Town.today().minusDays(3))).hasStatus(422).bodyText().contains("These days have passed");
        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + from)).bodyText().contains("You are away: Vacation");
        assertThat(town.get(town.sam(), "/coverage")).as("others read that one is away").bodyText().contains("Nora Ito", "Nobody stands in for all of it yet.").doesNotContain("Vacation");
        assertThat(town.get(town.vera(), "/coverage")).bodyText().contains("Vacation");
        assertThat(town.get(nora, "/")).bodyText().contains("Name who stands in for you", "/coverage?from=" + from);
        assertThat(town.get(nora, "/coverage?from=" + from + "&until=" + from.plusDays(2))).bodyText().contains("value=\"" + from + "\"");
        assertThat(town.post(nora, "/coverage", "standIn", town.sam().account().text(), "from", from.toString(), "until", from.plusDays(2).toString())).hasStatus3xxRedirection();
        assertThat(town.get(nora, "/")).bodyText().doesNotContain("Name who stands in for you");
        var id = text(town.get(nora, "/work-time")).replaceAll("(?s).*/work-time/leave/([0-9a-f-]{36})/ending.*", "$1");
        assertThat(town.post(town.sam(), "/work-time/leave/" + id + "/ending")).hasStatus(404);
        assertThat(town.post(nora, "/work-time/leave/" + id + "/ending")).hasRedirectedUrl("/work-time");
        assertThat(visit(client.text(), from.plusDays(2), "10:00")).hasStatus3xxRedirection();
    }

    @Test
    void the_agency_closes_days_and_keeps_holidays_open() {
        var day = LocalDate.of(Town.today().getYear() + 1, 8, 11);
        town.adam().run(() -> work.keep(java.util.Set.of(org.casebridge.kernel.FederalHoliday.values())));
        try {
            assertThat(town.post(town.adam(), "/agency/work-time/closed", "day", day.toString(), "name", "Staff <retreat>")).hasRedirectedUrl("/agency/work-time");
            assertThat(town.get(nora, "/calendar?shows=DAY&on=" + day)).bodyText().contains("Closed: Staff &lt;retreat&gt;").doesNotContain("Free from");
            assertThat(town.post(town.adam(), "/agency/work-time/closed", "day", day.toString(), "name", "Again")).hasStatus(422).bodyText().contains("is closed on");
            assertThat(town.post(town.adam(), "/agency/work-time/closed", "day", Town.today().minusDays(1).toString(), "name", "Late")).hasStatus(422).bodyText().contains("That day has passed");
            assertThat(town.post(nora, "/agency/work-time/closed", "day", day.plusDays(1).toString(), "name", "Mine")).hasStatus(403);
            var columbus = org.casebridge.kernel.FederalHoliday.COLUMBUS.kept(Town.today().getYear() + 1);
            assertThat(town.get(nora, "/calendar?shows=DAY&on=" + columbus)).bodyText().contains("Closed: Columbus Day");
            assertThat(town.post(town.adam(), "/agency/work-time/holidays", "kept", "CHRISTMAS", "kept", "NEW_YEAR")).hasRedirectedUrl("/agency/work-time");
            assertThat(town.get(nora, "/calendar?shows=DAY&on=" + columbus)).bodyText().doesNotContain("Closed:");
        } finally {
            town.adam().run(() -> {
                work.open(day);
                work.keep(java.util.Set.of(org.casebridge.kernel.FederalHoliday.values()));
            });
        }
        assertThat(town.as(town.adam(), () -> work.closed(day, day))).isEmpty();
        town.adam().run(() -> work.close(new CloseDay(day, "Retreat")));
        assertThat(town.post(town.adam(), "/agency/work-time/closed/" + day + "/opening")).hasRedirectedUrl("/agency/work-time");
        assertThat(town.as(town.adam(), () -> work.closed(day, day))).isEmpty();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult make(LocalDate day, String at, String minutes, String title) {
        return town.post(nora, "/appointments", "title", title, "on", day.toString(), "at", at, "minutes", minutes);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult visit(String client, LocalDate day, String at) {
        return town.post(nora, "/clients/" + client + "/visits", "purpose", "See them", "on", day.toString(), "at", at, "minutes", "45", "mode", "HOME_VISIT", "repeats", "ONCE");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult leave(LocalDate from, LocalDate through) {
        return town.post(nora, "/work-time/leave", "from", from.toString(), "through", through.toString(), "kind", "VACATION");
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
