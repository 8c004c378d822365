package org.casebridge.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Coverages;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class MyDayOrderPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Coverages coverages;
    @Autowired Worklist worklist;
    @Autowired Accounts accounts;
    @Autowired Formulas formulas;

    @Test
    void each_line_opens_its_sum_and_lanes_part_the_list() throws Exception {
        var nora = town.account(Role.CASE_MANAGER, "Nora Lanes");
        open(nora, "Quiet Kowalski", 20_000);
        town.post(nora, "/tasks", "title", "Tidy the shelf", "dueOn", Town.today().toString());

        assertThat(page(nora, "/")).contains("Contact due", "Tidy the shelf", "why here", "A rhythm of the plan, the programme or the agency", "30 at most", "Together", "Should · 80 points", "Could · 35 points");
        assertThat(page(nora, "/?lane=COULD")).contains("Tidy the shelf").doesNotContain("Contact due");
        assertThat(page(nora, "/?lane=SHOULD")).contains("Contact due").doesNotContain("Tidy the shelf");
        assertThat(page(nora, "/?lane=MUST")).doesNotContain("Contact due", "Tidy the shelf");
    }

    @Test
    void paper_and_machines_have_the_same_order() throws Exception {
        var nora = town.account(Role.CASE_MANAGER, "Nora Paper");
        open(nora, "Quiet Abel", 20_000);
        open(nora, "Fresh Zora", 0);
        town.post(nora, "/tasks", "title", "Later thing", "dueOn", Town.today().plusDays(5).toString());
        town.post(nora, "/tasks", "title", "Urgent thing", "dueOn", Town.today().toString(), "priority", "URGENT");
        var sheet = worklist.of(nora.act(() -> accounts.get(nora.account()).username()));

        assertThat(sheet.worker()).isEqualTo("Nora Paper");
        assertThat(sheet.lines()).allSatisfy(it -> assertThat(it.reasons().stream().mapToInt(Worklist.Reason::points).sum()).isEqualTo(it.points()));
        assertThat(sheet.lines()).extracting(Worklist.Line::points).isSortedAccordingTo((one, other) -> other - one);
        assertThat(sheet.lines()).extracting(Worklist.Line::what).contains("Urgent thing", "Later thing");
        for (var path : List.of("/", "/worklist")) {
            assertThat(places(page(nora, path), sheet)).isSorted();
        }
        assertThat(catchRefused(() -> worklist.of("nobody.at.all"))).isEqualTo(Refused.Kind.NOT_FOUND);
    }

    @Test
    void the_points_are_the_agencys_and_each_change_is_a_version() throws Exception {
        assertThat(town.post(town.rosa(), "/day/order", points(0, 20)).getResponse().getStatus()).isEqualTo(403);
        var version = town.vera().act(() -> formulas.current().version());
        assertThat(town.post(town.vera(), "/day/order", points(version, 501))).hasStatus(422).bodyText().contains("Points are a whole number from 0 to 500.");
        try {
            assertThat(town.post(town.vera(), "/day/order", points(version, 21))).hasStatus(303);
            assertThat(page(town.rosa(), "/day/order")).contains("Version " + (version + 1), "Tried in a team meeting", "Vera Lindqvist").doesNotContain("Make a new version");
            assertThat(town.post(town.vera(), "/day/order", points(version, 22))).hasStatus(422).bodyText().contains("Someone else changed the order meanwhile.");
        } finally {
            town.post(town.vera(), "/day/order", points(version + 1, 20));
        }
    }

    @Test
    void what_a_rule_says_is_kept_off_until_a_day_for_a_reason() throws Exception {
        var nora = town.account(Role.CASE_MANAGER, "Nora Pause");
        var client = open(nora, "Paused Pia", 20_000);
        var other = open(nora, "Other Olga", 20_000);
        var path = "/clients/" + client.text() + "/day/pauses";

        assertThat(page(nora, path + "/new")).contains("Keep it off my day");
        assertThat(town.get(town.sam(), path + "/new")).hasStatus(404);
        assertThat(town.post(town.sam(), path, pause(Town.today().plusDays(3).toString()))).hasStatus(404);
        assertThat(town.post(nora, path, pause(Town.today().minusDays(1).toString()))).hasStatus(422).bodyText().contains("is past.");
        assertThat(town.post(nora, path, pause(Town.today().plusYears(2).toString()))).hasStatus(422).bodyText().contains("more than a year away");
        assertThat(town.post(nora, "/day/pauses", pause(Town.today().plusDays(3).toString()))).hasStatus(422).bodyText().contains("nobody in particular");
        for (var rule : List.of("Whatever I like <b>", "Urgent alert", "Note to sign", "{title}")) {
            assertThat(town.post(nora, path, "rule", rule, "all", "true", "kind", "PUT_OFF", "reason", "Bad input", "untilOn", Town.today().plusDays(3).toString())).as(rule).hasStatus(422);
        }
        assertThat(page(nora, path + "/new?rule=Contact due")).contains("<p class=\"why\">Contact due</p>");
        assertThat(page(nora, path + "/new?rule=Whatever I like")).contains("Nothing on your day goes by that rule").doesNotContain("<p class=\"why\">Whatever");
        assertThat(town.post(nora, path, pause(Town.today().plusDays(3).toString()))).hasStatus(303);

        assertThat(page(nora, "/worklist")).contains("Other Olga").doesNotContain("Paused Pia");
        assertThat(page(nora, "/")).contains("one thing is kept off");
        nora.run(() -> accounts.speak(nora.account(), "es"));
        assertThat(page(nora, "/day/rules")).contains("Toca contacto").doesNotContain("Contact due");
        nora.run(() -> accounts.speak(nora.account(), "en"));
        var rules = page(nora, "/day/rules");
        assertThat(rules).contains("Paused Pia", "In hospital until Friday", "Put off");
        var id = rules.replaceAll("(?s).*/day/pauses/([0-9a-f-]{36})/ending.*", "$1");
        assertThat(town.post(town.rosa(), "/day/pauses/" + id + "/ending")).hasStatus(404);
        assertThat(town.post(nora, "/day/pauses/" + id + "/ending")).hasStatus(303);
        assertThat(page(nora, "/worklist")).contains("Paused Pia", "Other Olga");
        assertThat(other).isNotEqualTo(client);
    }

    @Test
    void whoever_stands_in_has_what_waits_for_the_colleague_and_a_sheet() throws Exception {
        var nora = town.account(Role.CASE_MANAGER, "Nora Away");
        var otto = town.account(Role.CASE_MANAGER, "Otto Stands");
        var client = open(nora, "Covered Cleo", 20_000);
        town.post(nora, "/clients/" + client.text() + "/tasks", "title", "Bring the forms", "dueOn", Town.today().toString());
        town.post(nora, "/tasks", "title", "Her own shopping", "dueOn", Town.today().toString());
        assertThat(page(otto, "/")).doesNotContain("Covered Cleo");

        assertThat(town.post(nora, "/coverage", "standIn", otto.account().text(), "from", Town.today().toString(), "until", Town.today().plusDays(2).toString())).hasStatus(303);
        assertThat(page(otto, "/")).contains("You stand in for Nora Away", "Covered Cleo", "Bring the forms", "For Nora Away, who is away").doesNotContain("Her own shopping");
        var id = otto.act(() -> coverages.all()).stream().filter(it -> it.absent().equals(nora.account())).findFirst().orElseThrow().id();
        assertThat(page(otto, "/coverage/" + id)).contains("Handoff sheet: Otto Stands for Nora Away", "Covered Cleo", "Bring the forms");
        assertThat(page(town.sam(), "/coverage/" + id)).doesNotContain("Covered Cleo");

        assertThat(town.post(otto, "/coverage/" + id + "/ending")).hasStatus(303);
        assertThat(page(otto, "/")).doesNotContain("Covered Cleo", "You stand in");
        assertThat(town.get(otto, "/coverage/" + id)).hasStatus(404);
    }

    @Test
    void what_a_rule_says_is_read_in_the_readers_language_with_its_values_left_out() {
        var pause = new Pause(java.util.UUID.randomUUID(), null, null, "Referral not answered: {organization}", Pause.Kind.PUT_OFF, "Holidays", Town.today());
        assertThat(org.casebridge.web.Say.in(java.util.Locale.ENGLISH, () -> org.casebridge.web.Say.say(pause.says()))).isEqualTo("Referral not answered: …");
        assertThat(org.casebridge.web.Say.in(java.util.Locale.of("es"), () -> org.casebridge.web.Say.say(pause.says()))).endsWith("…").doesNotContain("Referral", "{");
    }

    private ClientId open(Actor worker, String name, int days) {
        return town.as(town.vera(), () -> cases.open(town.client(name), town.program(), worker.account(), Town.today().minusDays(days))).clientId();
    }

    private String page(Actor who, String path) throws Exception {
        var response = town.get(who, path).getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private static List<Integer> places(String page, Worklist.Sheet sheet) {
        var places = new ArrayList<Integer>();
        int from = page.indexOf("<ol");
        for (var line : sheet.lines()) {
            from = page.indexOf(line.what(), from);
            assertThat(from).as(line.what()).isPositive();
            places.add(from++);
        }
        return places;
    }

    private static String[] pause(String until) {
        return new String[] {"rule", "Contact due", "kind", "PUT_OFF", "reason", "In hospital until Friday", "untilOn", until};
    }

    private static String[] points(int version, int rhythm) {
        return new String[] {"safety", "60", "law", "40", "promise", "30", "waiting", "20", "rhythm", String.valueOf(rhythm), "own", "10", "urgent", "15", "late", "30", "lateDay", "2", "lateMost", "30",
                "today", "25", "nearer", "3", "risk", "15", "reason", "Tried in a team meeting", "version", String.valueOf(version)};
    }

    private static Refused.Kind catchRefused(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            return refused.kind();
        }
        throw new AssertionError("Nothing was refused");
    }
}
