package org.casebridge.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Households;
import org.casebridge.clients.Interpreter;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.consent.Aim;
import org.casebridge.consent.Consents;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Designation;
import org.casebridge.consent.NewConsent;
import org.casebridge.consent.Part;
import org.casebridge.consent.Purpose;
import org.casebridge.consent.Scope;
import org.casebridge.consent.Signature;
import org.casebridge.consent.Term;
import org.casebridge.workforce.WorkCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What cases weigh against sums written down by hand, in an agency of their own: its points are changed here. */
@PageTest
class WeightPagesTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Programs programs;
    @Autowired CaseFiles cases;
    @Autowired Clients clients;
    @Autowired Households households;
    @Autowired Consents consents;
    @Autowired Weights weights;
    @Autowired Forecast forecast;
    @Autowired WorkCalendar work;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private UUID agency;
    private Actor vera;
    private Actor nora;
    private ProgramId program;

    @BeforeEach
    void an_agency() {
        agency = UUID.randomUUID();
        town.adam().run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into access.agency (id, name, zone) values (?, 'Weighing House', 'America/New_York')").param(agency).update()));
        vera = account(Role.SUPERVISOR, "Vera Weigh");
        nora = account(Role.CASE_MANAGER, "Nora Weigh");
        program = vera.act(() -> programs.add("Northside", 14));
    }

    @Test
    void a_case_weighs_what_its_parts_add_up_to() throws Exception {
        var heavy = open("Heavy Kowalski", 3);
        open("Plain Abel", 60);
        assertThat(town.post(nora, "/clients/" + heavy.text() + "/acuity", "level", "HIGH", "words", "Left hospital")).hasStatus(303);
        nora.run(() -> {
            households.join(heavy, "Kim Kowalski", null, HouseholdRole.CHILD);
            households.join(heavy, "Lee Kowalski", null, HouseholdRole.CHILD);
            var person = clients.get(heavy);
            var it = person.about();
            clients.describe(heavy, person.version(), person.names(), new About(it.bornOn(), it.bornEstimated(), it.sex(), it.gender(), it.pronouns(), List.of("pl"), Interpreter.SPOKEN, it.races(), it.ethnicity(),
                    it.culture(), it.deceased(), it.deceasedOn()));
            person = clients.get(heavy);
            clients.reach(heavy, person.version(), person.contact(), List.of(), List.of(new Address(null, Address.Kind.HOME, "1 North Road", "Salem", "MA", "01970", "US", "", false, false, 40.3, -74.0)));
        });
        assertThat(town.post(vera, path(nora, "/hours"), "week", "30", "besides", "6", "latitude", "40.0", "longitude", "-74.0", "reason", "Part time", "version", "0")).hasStatus(303);

        // 10 for the programme, 5 for acuity, 3 for the interpreter, 33 km north: 3, two of a household: 2, new: 5.
        var page = page(nora, "/load");
        assertThat(page).contains("Heavy Kowalski", "28 points", "Acuity: High", "Interpreter needed", "33 km away", "2 more people in the household", "New since", "Plain Abel", "10 points", "Not enough logged time");
        assertThat(nora.act(() -> weights.of(nora.account()).points())).isEqualTo(38);
        assertThat(nora.act(() -> weights.points(List.of(nora.account()))).values()).containsExactlyInAnyOrder(28, 10);

        // 38 points × 40 minutes ÷ 60 = 25.3 hours of 24: 105 %.
        assertThat(town.post(vera, "/weights", points("minutes", "40", "reason", "Asked the team", "version", "0"))).hasStatus(303);
        assertThat(page(nora, "/load")).contains("105 % of the week: Too much", "25.3", "24");
        assertThat(page(vera, "/loads")).contains("Nora Weigh", "105 %", "Too much", "6 of 30 are for other work");
        assertThat(page(vera, "/load/" + nora.account().text())).contains("Heavy Kowalski");
        assertThat(page(vera, "/team-sharing")).as("whoever shares cases goes by the same").contains("Nora Weigh", "105 %");
        assertThat(town.get(nora, "/loads").getResponse().getStatus()).isEqualTo(403);
        assertThat(town.get(nora, "/load/" + nora.account().text()).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void the_coming_weeks_are_forecast_from_clocks_leave_and_closed_days() throws Exception {
        var client = open("Forecast Abel", 60);
        assertThat(town.post(vera, path(nora, "/hours"), "week", "30", "besides", "6", "latitude", "", "longitude", "", "reason", "Part time", "version", "0")).hasStatus(303);
        assertThat(town.post(vera, "/weights", points("minutes", "60", "reason", "Asked the team", "version", "0"))).hasStatus(303);
        assertThat(town.post(nora, "/clients/" + client.text() + "/incidents", "kind", "INJURY", "on", today().toString(), "at", "00:01", "place", "", "words", "Fell on the stair")).hasStatus(303);
        nora.run(() -> consents.record(client, ending(today().plusDays(9))));
        var monday = today().with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        var away = monday.plusWeeks(1);
        assertThat(town.post(nora, "/work-time/leave", "from", away.toString(), "through", away.plusDays(6).toString(), "kind", "VACATION")).hasStatus(303);

        var weeks = nora.act(() -> forecast.of(nora.account()));
        assertThat(weeks).extracting(Forecast.Week::monday).containsExactly(monday, away, monday.plusWeeks(2), monday.plusWeeks(3));
        int clocks = weeks.stream().mapToInt(it -> it.clocks().size()).sum();
        assertThat(clocks).as("what must be reported of an injury").isPositive();
        for (var week : weeks) {
            var closed = nora.act(() -> work.closed(week.monday(), week.monday().plusDays(4))).size();
            int share = week.monday().equals(away) ? 0 : (5 - closed) * 20;
            int points = 10 + Math.min(nora.act(weights::formula).clockMost(), nora.act(weights::formula).clock() * week.clocks().size());
            assertThat(week.share()).isEqualTo(share);
            assertThat(week.points()).isEqualTo(points);
            assertThat(week.percent()).isEqualTo(share == 0 ? null : points * 100 * 100 / (24 * share));
        }
        assertThat(page(nora, "/load")).contains("The coming four weeks", "Report of an incident", "A consent ends", "away from").contains("Forecast Abel");
    }

    @Test
    void a_programme_has_its_own_base_and_a_case_just_closed_still_weighs() throws Exception {
        var client = open("Closing Abel", 60);
        open("Based Baker", 60);
        assertThat(town.post(vera, "/weights/bases", "program", program.text(), "points", "0", "why", "Light")).hasStatus(422).bodyText().contains("A base is a whole number from 1 to 100.");
        assertThat(town.post(vera, "/weights/bases", "program", town.program().text(), "points", "4", "why", "Light")).hasStatus(422).bodyText().contains("Choose from the programmes offered.");
        assertThat(town.post(vera, "/weights/bases", "program", program.text(), "points", "4", "why", "Light work")).hasStatus(303);
        assertThat(page(nora, "/weights")).contains("Light work", "4 points").doesNotContain("Make a new version");
        assertThat(nora.act(() -> weights.of(nora.account()).points())).isEqualTo(8);

        nora.run(() -> transaction.executeWithoutResult(_ -> db.sql("update caseload.case_file set status = 'CLOSED', closed_on = ?, close_reason = 'GOALS_MET', achieved = '' where client_id = ?")
                .params(today(), client.value()).update()));
        assertThat(page(nora, "/load")).contains("what is left to be done");
        assertThat(nora.act(() -> weights.of(nora.account()).points())).isEqualTo(7);
    }

    @Test
    void points_change_by_versions_that_hold_from_a_day_on() throws Exception {
        open("Later Abel", 60);
        assertThat(town.post(nora, "/weights", points("reason", "x", "version", "0")).getResponse().getStatus()).isEqualTo(403);
        assertThat(town.post(vera, "/weights", points("base", "101", "reason", "x", "version", "0"))).hasStatus(422).bodyText().contains("A base is a whole number from 1 to 100.");
        assertThat(town.post(vera, "/weights", points("minutes", "0", "reason", "x", "version", "0"))).hasStatus(422).bodyText().contains("A point takes 0.1 to 600 minutes a week");
        assertThat(town.post(vera, "/weights", points("crisis", "1", "reason", "x", "version", "0"))).hasStatus(422).bodyText().contains("A higher acuity cannot weigh less than a lower one.");
        assertThat(town.post(vera, "/weights", points("fromOn", today().minusDays(1).toString(), "reason", "x", "version", "0"))).hasStatus(422).bodyText().contains("is past.");
        assertThat(town.post(vera, "/weights", points("base", "20", "fromOn", today().plusDays(3).toString(), "reason", "From next week", "version", "0"))).hasStatus(303);
        assertThat(page(vera, "/weights")).contains("Version 1, from", "From next week");
        assertThat(nora.act(() -> weights.of(nora.account()).points())).isEqualTo(10);
        assertThat(town.post(vera, "/weights", points("base", "30", "reason", "Two at once", "version", "0"))).hasStatus(422).bodyText().contains("Someone else changed this meanwhile.");
        assertThat(town.post(vera, "/weights", points("base", "30", "reason", "At once", "version", "1"))).hasStatus(303);
        assertThat(nora.act(() -> weights.of(nora.account()).points())).isEqualTo(30);
    }

    @Test
    void hours_that_make_no_sense_are_refused() {
        var path = path(nora, "/hours");
        for (var week : List.of("0", "200")) {
            assertThat(town.post(vera, path, "week", week, "besides", "0", "reason", "x", "version", "0")).hasStatus(422).bodyText().contains("A week has 1 to 80 hours of work");
        }
        assertThat(town.post(vera, path, "week", "20", "besides", "20", "reason", "x", "version", "0")).hasStatus(422).bodyText().contains("no hour is left for cases");
        assertThat(town.post(vera, path, "week", "20", "besides", "2", "latitude", "40", "reason", "x", "version", "0")).hasStatus(422).bodyText().contains("both a latitude and a longitude");
        assertThat(town.post(vera, path, "week", "20", "besides", "2", "reason", "Less", "version", "0")).hasStatus(303);
        assertThat(town.post(vera, path, "week", "30", "besides", "2", "reason", "More", "version", "0")).hasStatus(422).bodyText().contains("Someone else changed this meanwhile.");
        assertThat(town.post(town.vera(), path, "week", "30", "besides", "2", "reason", "Not hers", "version", "1").getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void a_point_takes_what_was_logged_and_nothing_is_invented() throws Exception {
        var client = open("Logged Abel", 60);
        assertThat(new String(town.post(vera, "/weights/measurement").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).contains("Not enough logged time: 0 contacts");
        log(client, 20);
        assertThat(town.post(vera, "/weights/measurement")).hasStatus(303);
        // 20 contacts of 40 minutes in 8 weeks, 10 points carried: 800 ÷ 80 = 10 minutes of a week for a point.
        assertThat(vera.act(weights::formula).minutes()).isEqualByComparingTo("10");
        // 10 points × 10 minutes = 1.7 hours of 40: 4 %.
        assertThat(page(nora, "/load")).contains("4 % of the week: Room for more", "1.7");
    }

    private void log(ClientId client, int times) {
        nora.run(() -> transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < times; i++) {
                db.sql("""
                        insert into messaging.contact (id, client_id, at, mode, direction, party, who, minutes, outcome, recorded_by, recorded_at)
                        values (?, ?, now() - interval '2 days', 'PHONE', 'OUTGOING', 'CLIENT', '', 40, 'REACHED', ?, now())
                        """).params(UUID.randomUUID(), client.value(), nora.account().value()).update();
            }
        }));
    }

    private ClientId open(String name, int daysAgo) {
        return nora.act(() -> {
            var client = clients.add(NewClient.of(PersonName.read(name), About.unknown()));
            cases.open(client, program, nora.account(), today().minusDays(daysAgo));
            return client;
        });
    }

    private Actor account(Role role, String name) {
        return accounts.get(accounts.add(new NewAccount(new AgencyId(agency), "w-" + UUID.randomUUID(), name, role, "en"), Town.PASSWORD)).actor();
    }

    /** The usual points, with these in their place. */
    private static String[] points(String... said) {
        var fields = new ArrayList<>(List.of("fromOn", today().toString(), "base", "10", "moderate", "2", "high", "5", "crisis", "10", "clock", "2", "clockMost", "6", "interpreter", "3", "km", "10",
                "travelMost", "5", "fresh", "5", "freshDays", "30", "closing", "3", "closingDays", "14", "member", "1", "memberMost", "4", "minutes", ""));
        for (int i = 0; i < said.length; i += 2) {
            int at = fields.indexOf(said[i]);
            if (at < 0) {
                fields.addAll(List.of(said[i], said[i + 1]));
            } else {
                fields.set(at + 1, said[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    private static String path(Actor worker, String page) {
        return "/team/" + worker.account().text() + page;
    }

    private static LocalDate today() {
        return Town.today();
    }

    private String page(Actor who, String path) throws Exception {
        var answer = town.get(who, path);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static NewConsent ending(LocalDate on) {
        return new NewConsent(new Scope(Set.of(DataClass.GENERAL), Set.copyOf(Part.ofRecord()), "All that helps"), "Weighing House", new Designation(Designation.Kind.ORGANIZATION, null, "Harbor House", "1 Harbor Road", false, ""),
                new Aim(Set.of(Purpose.SERVICES), ""), new Term(Town.today(), on, "", null, false), "Tell us", true, "We help all the same",
                new Signature(Signature.Kind.TYPED, "", "", "", Signature.Signer.CLIENT, "The Client", "", false, "", Town.today(), "en", ""), null);
    }
}
