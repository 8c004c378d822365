package org.casebridge.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.kernel.FederalHoliday;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.Mode;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.Radar;
import org.casebridge.monitoring.Repeats;
import org.casebridge.monitoring.Visit;
import org.casebridge.monitoring.VisitLine;
import org.casebridge.monitoring.Visits;
import org.casebridge.planner.route.RouteSolver;
import org.casebridge.tasks.Appointments;
import org.casebridge.workforce.AddLeave;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.SetWorkTime;
import org.casebridge.workforce.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Visits are put in order, what does not fit says why, and what is accepted is moved all at once or not at all. */
@PageTest
class DayPlanPagesTest {

    /** A Monday that is not near: nobody's cadence makes it urgent by itself. */
    private static final LocalDate MONDAY = java.util.stream.Stream.iterate(Town.today().plusDays(8).with(TemporalAdjusters.next(DayOfWeek.MONDAY)), it -> it.plusWeeks(1))
            .filter(it -> FederalHoliday.on(it).isEmpty()).findFirst().orElseThrow();

    @Autowired Town town;
    @Autowired Visits visits;
    @Autowired SafeContacts safe;
    @Autowired Appointments appointments;
    @Autowired Radar radar;
    @Autowired CaseFiles cases;
    @Autowired DayPlans plans;
    @Autowired WorkCalendar calendar;

    @Test
    void visits_are_put_in_order_and_moved_when_they_are_accepted() {
        var nora = worker("Nora Plan");
        var near = at(nora, "Amina Near", 0);
        var far = at(nora, "Bruno Far", 12);
        var middle = at(nora, "Celia Middle", 6);
        visit(nora, near, "09:00");
        visit(nora, far, "11:00");
        visit(nora, middle, "14:00");
        var page = body(town.get(nora, "/day-plan?from=" + MONDAY));
        assertThat(page).contains("Amina Near", "Bruno Far", "Celia Middle", "Move what is ticked", "min on the way");
        assertThat(starts(nora, near, middle, far)).as("nothing moves by itself").containsExactly("09:00", "14:00", "11:00");
        assertThat(accept(nora, page)).hasStatus(303);
        var moved = List.of(starts(nora, near, middle, far).toArray(String[]::new));
        assertThat(moved).satisfiesAnyOf(it -> assertThat(it).isSorted(), it -> assertThat(it.reversed()).isSorted()).as("along the street, not to and fro").contains("08:00");
        assertThat(town.get(nora, "/clients/" + far.text())).bodyText().contains("Visit changed:");
        assertThat(accept(nora, page)).as("of a plan that is gone").hasStatus(422).bodyText().contains("Something changed since this plan was made", "Amina Near");
        assertThat(starts(nora, near, middle, far)).isEqualTo(moved);
    }

    @Test
    void nothing_is_half_moved_when_one_of_them_was_changed_or_the_time_is_taken() {
        var nora = worker("Nora Half");
        var one = at(nora, "Dana One", 0);
        var two = at(nora, "Emil Two", 3);
        visit(nora, one, "10:00");
        visit(nora, two, "15:00");
        var page = body(town.get(nora, "/day-plan?from=" + MONDAY));
        town.as(nora, () -> appointments.add(null, "Court", MONDAY, LocalTime.of(8, 0), 120, "", ""));
        assertThat(accept(nora, page)).hasStatus(422).bodyText().contains("Something changed since this plan was made");
        assertThat(starts(nora, one, two)).containsExactly("10:00", "15:00");

        var lines = List.of(line(nora, one), line(nora, two));
        nora.run(() -> visits.move(List.of(new Visits.Move(one, lines.getFirst().id(), nora.account(), lines.getLast().startsAt(), 0), new Visits.Move(two, lines.getLast().id(), nora.account(), lines.getFirst().startsAt(), 0))));
        assertThat(starts(nora, one, two)).as("two change places").containsExactly("15:00", "10:00");
        assertThatThrownBy(() -> nora.run(() -> visits.move(List.of(new Visits.Move(one, lines.getFirst().id(), nora.account(), lines.getFirst().startsAt().plusSeconds(600), 1),
                new Visits.Move(two, lines.getLast().id(), nora.account(), lines.getFirst().startsAt(), 0))))).isInstanceOf(Refused.class).hasMessageContaining("Someone else changed");
        assertThatThrownBy(() -> nora.run(() -> visits.move(List.of(new Visits.Move(one, lines.getFirst().id(), nora.account(), lines.getFirst().startsAt().plusSeconds(600), 1)))))
                .isInstanceOf(Refused.class).hasMessageContaining("Something is planned already");
        assertThat(starts(nora, one, two)).containsExactly("15:00", "10:00");
        assertThat(town.post(nora, "/day-plan", "from", MONDAY.toString(), "span", "DAY", "seen", "x", "move", "nonsense")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(nora, "/day-plan", "from", MONDAY.toString(), "span", "DAY", "seen", "x")).hasStatus(422).bodyText().contains("Choose at least one visit.");
    }

    @Test
    void appointments_stand_safe_hours_hold_and_what_does_not_fit_says_which_minutes_are_missing() {
        var nora = worker("Nora Safe");
        var early = at(nora, "Fadil Early", 0);
        nora.run(() -> safe.set(early, LocalTime.of(8, 0), LocalTime.of(9, 0), "", false, 0));
        visit(nora, early, "08:00");
        nora.run(() -> appointments.add(null, "Staff meeting", MONDAY, LocalTime.of(9, 0), 60, "", ""));
        var other = at(nora, "Greta Other", 0);
        visit(nora, other, "13:00");
        assertThat(town.get(nora, "/day-plan?from=" + MONDAY)).bodyText().contains("Staff meeting", "10:00").doesNotContain("What does not fit");
        nora.run(() -> appointments.add(null, "Court", MONDAY, LocalTime.of(8, 30), 30, "", ""));
        assertThat(town.get(nora, "/day-plan?from=" + MONDAY)).bodyText().contains("What does not fit", "15 minutes are missing", "It stays as it is");
        nora.run(() -> appointments.add(null, "Hearing", MONDAY, LocalTime.of(8, 0), 30, "", ""));
        assertThat(town.get(nora, "/day-plan?from=" + MONDAY)).bodyText().contains("The hours at which it is safe to see Fadil Early do not meet the working hours of");
    }

    @Test
    void what_must_be_goes_first_when_the_day_is_too_short() {
        var nora = worker("Nora Must");
        var crisis = at(nora, "Hana Crisis", 0);
        var other = at(nora, "Ivo Other", 0);
        nora.run(() -> radar.judge(crisis, AcuityLevel.CRISIS, "Threats at home"));
        visit(nora, other, "08:00", 240);
        visit(nora, crisis, "13:00", 240);
        nora.run(() -> appointments.add(null, "Training", MONDAY, LocalTime.of(13, 0), 240, "", ""));
        var plan = town.as(nora, () -> plans.plan(MONDAY, DayPlan.Span.DAY, List.of(), Set.of(), RouteSolver.steady()));
        assertThat(plan.left()).singleElement().satisfies(it -> assertThat(it.visit().client()).isEqualTo("Ivo Other"));
        assertThat(plan.days().getFirst().lines()).filteredOn(it -> it.visit() != null).singleElement().satisfies(it -> assertThat(it.visit().client()).isEqualTo("Hana Crisis"));
    }

    @Test
    void a_confidential_address_tells_neither_a_place_nor_a_distance() {
        var nora = worker("Nora Quiet");
        var hidden = town.client(NewClient.of(PersonName.read("Jana Hidden"), About.unknown()).with(Address.home("77 Secret Lane", "Springfield", "IL", "62704").at(40.0, -75.0).secret()));
        open(nora, hidden);
        var known = at(nora, "Karl Known", 2);
        visit(nora, hidden, "09:00");
        visit(nora, known, "10:00");
        var page = body(town.get(nora, "/day-plan?from=" + MONDAY));
        assertThat(page).contains("the address is confidential", "20 minutes are counted").doesNotContain("Secret Lane", "62704");
        var plan = town.as(nora, () -> plans.plan(MONDAY, DayPlan.Span.DAY, List.of(), Set.of()));
        assertThat(plan.days().getFirst().km()).as("no distance is told").isZero();
    }

    @Test
    void a_visit_stays_when_it_is_kept_and_one_at_the_weekend_does() {
        var nora = worker("Nora Keep");
        var kept = at(nora, "Lena Kept", 0);
        visit(nora, kept, "13:30");
        var saturday = MONDAY.plusDays(5);
        var weekend = at(nora, "Milo Weekend", 0);
        visit(nora, weekend, saturday, "10:00", 45);
        var id = line(nora, kept).id().text();
        assertThat(body(town.get(nora, "/day-plan?from=" + MONDAY + "&keep=" + id))).contains("1:30").doesNotContain("name=\"move\"");
        assertThat(body(town.get(nora, "/day-plan?from=" + MONDAY + "&span=WEEK&keep=" + id))).contains("Lena Kept", "Milo Weekend").doesNotContain("name=\"move\"");
    }

    @Test
    void nobody_visits_on_leave_and_what_was_planned_then_goes_to_another_day_of_the_week() {
        var nora = worker("Nora Leave");
        var client = at(nora, "Pia Leave", 0);
        visit(nora, client, "09:00");
        nora.run(() -> calendar.addLeave(new AddLeave(MONDAY, MONDAY, Leave.Kind.VACATION)));
        assertThat(town.get(nora, "/day-plan?from=" + MONDAY)).bodyText().contains("What does not fit", "There is no working time left on");
        var week = town.as(nora, () -> plans.plan(MONDAY, DayPlan.Span.WEEK, List.of(), Set.of(), RouteSolver.steady()));
        assertThat(week.left()).isEmpty();
        assertThat(week.days()).singleElement().satisfies(it -> assertThat(it.on()).isEqualTo(MONDAY.plusDays(1)));
    }

    @Test
    void whoever_is_due_without_a_visit_can_be_seen_on_the_way() {
        var nora = worker("Nora Way");
        visit(nora, at(nora, "Nils There", 0), "09:00");
        var due = at(nora, "Olga Due", 1);
        var page = body(town.get(nora, "/day-plan?from=" + MONDAY));
        assertThat(page).contains("Could be seen on the way", "Plan a visit to Olga Due");
        var offer = values(page, "offer");
        assertThat(town.post(nora, "/day-plan", "from", MONDAY.toString(), "span", "DAY", "seen", values(page, "seen").getFirst(), "offer", offer.getFirst(), "move", values(page, "move").getFirst())).hasStatus(303);
        assertThat(line(nora, due).startsAt().atZone(Town.ZONE).toLocalDate()).isEqualTo(MONDAY);
    }

    @Test
    void the_day_of_another_is_planned_by_whoever_assigns_cases_and_shared_where_reach_and_language_allow() {
        var nora = worker("Nora Lead");
        var tom = worker("Tom Helper");
        var client = at(nora, "Paula Shared", 0);
        visit(nora, client, "09:00");
        assertThat(town.get(tom, "/day-plan?from=" + MONDAY)).bodyText().contains("No visit is planned that could be put in order.").doesNotContain("Paula Shared");
        assertThat(town.get(tom, "/day-plan?from=" + MONDAY + "&worker=" + nora.account().text())).hasStatus(403);
        assertThat(town.get(town.vera(), "/day-plan?from=" + MONDAY + "&worker=" + nora.account().text())).bodyText().contains("Paula Shared");
        nora.run(() -> appointments.add(null, "Training", MONDAY, LocalTime.of(8, 0), 540, "", ""));
        var both = List.of(nora.account(), tom.account());
        assertThat(town.as(town.vera(), () -> plans.plan(MONDAY, DayPlan.Span.DAY, both, Set.of())).left()).as("Tom does not reach her").hasSize(1);
        open(tom, client, town.as(town.rosa(), () -> town.program()));
        assertThat(town.as(town.vera(), () -> plans.plan(MONDAY, DayPlan.Span.DAY, both, Set.of())).left()).isEmpty();
        town.speaks(client, "vi");
        assertThat(town.as(town.vera(), () -> plans.plan(MONDAY, DayPlan.Span.DAY, both, Set.of())).left()).as("nor does he speak Vietnamese").hasSize(1);
    }

    @Test
    void what_cannot_be_planned_is_refused_in_a_sentence() {
        assertThat(town.get(town.rosa(), "/day-plan?from=" + Town.today().minusDays(1))).hasStatus(422).bodyText().contains("is past. Choose today or a day to come.");
        assertThat(town.get(town.rosa(), "/day-plan?from=" + Town.today().plusYears(3))).hasStatus(422).bodyText().contains("more than a year away");
        assertThat(town.get(town.rosa(), "/day-plan?from=yesterday")).hasStatus(422);
        assertThat(town.get(town.vera(), "/day-plan?worker=" + java.util.UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void a_day_on_which_the_clocks_change_is_planned_by_the_clock_on_the_wall() {
        for (var day : List.of(LocalDate.parse("2027-03-14"), LocalDate.parse("2027-11-07"), LocalDate.parse("2027-06-01"))) {
            var clock = new DayClock(day, Town.ZONE);
            assertThat(clock.at(clock.minute(LocalTime.of(8, 0))).atZone(Town.ZONE).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
            assertThat(clock.between(LocalTime.of(22, 0), LocalTime.of(6, 0))).last().extracting(it -> clock.at(it.until()).atZone(Town.ZONE).toLocalDate()).isEqualTo(day.plusDays(1));
        }
        assertThat(new DayClock(LocalDate.parse("2027-03-14"), Town.ZONE).whole()).isEqualTo(1380);
        assertThat(new DayClock(LocalDate.parse("2027-11-07"), Town.ZONE).whole()).isEqualTo(1500);
    }

    /** Works from eight to five on weekdays. */
    private Actor worker(String name) {
        var worker = town.account(Role.CASE_MANAGER, name);
        worker.run(() -> calendar.setOwn(new SetWorkTime("8-17", "8-17", "8-17", "8-17", "8-17", "", "")));
        return worker;
    }

    /** A client of theirs, so many kilometers along one street. */
    private ClientId at(Actor worker, String name, double km) {
        var client = town.client(NewClient.of(PersonName.read(name), About.unknown()).with(Address.home("1 Long St", "Philadelphia", "PA", "19107").at(39.95 + km / 111.195, -75.16)));
        open(worker, client);
        return client;
    }

    private void open(Actor worker, ClientId client) {
        open(worker, client, town.program());
    }

    private void open(Actor worker, ClientId client, org.casebridge.caseload.ProgramId program) {
        if (town.as(town.vera(), () -> cases.of(client)).stream().anyMatch(it -> it.open())) {
            town.vera().run(() -> cases.assign(client, town.as(town.vera(), () -> cases.of(client)).getFirst().id(), worker.account()));
            return;
        }
        town.rosa().run(() -> cases.open(client, program, worker.account(), Town.today().minusDays(10)));
    }

    private void visit(Actor worker, ClientId client, String at) {
        visit(worker, client, MONDAY, at, 45);
    }

    private void visit(Actor worker, ClientId client, String at, int minutes) {
        visit(worker, client, MONDAY, at, minutes);
    }

    private void visit(Actor worker, ClientId client, LocalDate on, String at, int minutes) {
        worker.run(() -> visits.plan(client, new Visit.Said(worker.account(), ZonedDateTime.now(Town.ZONE).toInstant(), minutes, Mode.HOME_VISIT, "", "See how it goes"), on, LocalTime.parse(at), Repeats.ONCE, null));
    }

    private VisitLine line(Actor worker, ClientId client) {
        return town.as(worker, () -> visits.of(client)).getFirst();
    }

    private List<String> starts(Actor worker, ClientId... clients) {
        var all = new ArrayList<String>();
        for (var client : clients) {
            all.add(line(worker, client).startsAt().atZone(Town.ZONE).toLocalTime().toString());
        }
        return all;
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult accept(Actor who, String page) {
        var fields = new ArrayList<>(List.of("from", MONDAY.toString(), "span", "DAY", "seen", values(page, "seen").getFirst()));
        values(page, "move").forEach(it -> fields.addAll(List.of("move", it)));
        return town.post(who, "/day-plan", fields.toArray(String[]::new));
    }

    private static List<String> values(String page, String name) {
        return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page).results().map(it -> it.group(1)).toList();
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
