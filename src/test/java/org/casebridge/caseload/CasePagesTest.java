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
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskWords;
import org.casebridge.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class CasePagesTest {

    private static final LocalDate TODAY = Town.today();

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Carriers carriers;
    @Autowired Tasks tasks;

    @Test
    void a_case_is_closed_with_its_reason_and_what_was_achieved() {
        var file = town.openCase("Jerome Asante");

        assertThat(close(town.rosa(), file)).hasStatus(303);

        assertThat(text(town.get(town.rosa(), tab(file)))).contains("Goals were met", "A home of his own", "No case is open.", "Reopen");
        assertThat(text(town.get(town.rosa(), "/clients/" + file.clientId().text()))).contains("Case closed: Goals were met", "Case closed on");
        assertThat(close(town.rosa(), file)).hasStatus(422).bodyText().contains("This case was closed on");
    }

    @Test
    void closing_shows_what_is_still_open_and_asks_what_happens_with_it() {
        var file = town.openCase("Ana Pereira");
        town.as(town.rosa(), () -> tasks.add(file.clientId(), new TaskWords("Call the landlord", "", TODAY.plusDays(2), null, town.rosa().account(), Task.Priority.NORMAL)));

        assertThat(text(town.get(town.rosa(), deed(file, "closing")))).contains("Call the landlord", "What happens with what is still open");
        assertThat(close(town.rosa(), file)).hasStatus(422).bodyText().contains("Say what happens with what is still open.", "A home of his own");
        assertThat(close(town.rosa(), file, "leftOpen", "Sam calls on Monday")).hasStatus(303);

        assertThat(text(town.get(town.rosa(), tab(file)))).contains("Sam calls on Monday");
    }

    @Test
    void a_case_closes_on_a_day_that_can_be_and_never_without_a_word() {
        var file = town.openCase("Grace Obi");
        var wrong = new String[][] {
            {"on", TODAY.plusDays(2).toString(), "That day is yet to come."}, {"on", "2026-02-31", "Write a date that exists"}, {"on", "", "Say on which day."},
            {"on", TODAY.minusDays(31).toString(), "it cannot close before that"}, {"reason", "BOREDOM", "Choose one of the answers offered."},
            {"reason", "", "Choose why it closes."}, {"achieved", " ", "Say what was achieved"}, {"achieved", "x".repeat(4001), "Keep this to 4,000 characters or fewer."},
            {"achieved", "a\0b", "cannot be kept"},
        };
        for (var one : wrong) {
            assertThat(close(town.rosa(), file, one[0], one[1])).as(one[2]).hasStatus(422).bodyText().contains(one[2], "id=\"" + one[0] + "-problem\"");
        }
        assertThat(town.as(town.rosa(), () -> cases.openOf(file.clientId()))).isPresent();
    }

    @Test
    void who_returns_gets_a_case_that_goes_on_from_the_closed_one() {
        var file = town.openCase("Paul Novak");
        assertThat(reopen(town.rosa(), file, TODAY)).hasStatus(422).bodyText().contains("This case is still open.");
        close(town.rosa(), file);
        assertThat(reopen(town.rosa(), file, TODAY.minusDays(3))).hasStatus(422).bodyText().contains("the new one cannot open before that");

        assertThat(reopen(town.rosa(), file, TODAY)).hasStatus(303);

        assertThat(text(town.get(town.rosa(), tab(file)))).contains("goes on from the case that closed on", "goes on in the case that opened on").doesNotContain("Reopen");
        assertThat(town.as(town.rosa(), () -> cases.openOf(file.clientId())).orElseThrow().previous()).isEqualTo(file.id());
        assertThat(reopen(town.rosa(), file, TODAY)).hasStatus(422).bodyText().contains("A later case goes on from this one already.");
    }

    @Test
    void a_supervisor_assigns_a_case_and_only_its_new_worker_reaches_the_client_for_it() {
        var first = town.account(Role.CASE_MANAGER, "Lena Fischer");
        var second = town.account(Role.CASE_MANAGER, "Omar Haddad");
        var file = town.openCase("Mei Tanaka");
        assertThat(text(town.get(town.vera(), deed(file, "assignment")))).contains("Lena Fischer · no open cases");

        assertThat(assign(town.vera(), file, first)).hasStatus(303);
        assertThat(town.get(first, tab(file))).hasStatusOk();
        assertThat(assign(town.vera(), file, first)).hasStatus(422).bodyText().contains("They carry this case already.");
        assertThat(assign(town.vera(), file, second)).hasStatus(303);

        assertThat(town.get(first, tab(file))).hasStatus(404);
        assertThat(text(town.get(second, "/clients/" + file.clientId().text()))).contains("Omar Haddad took over the case", "from Lena Fischer");
        assertThat(town.as(town.vera(), carriers::all)).anySatisfy(it -> {
            assertThat(it.worker()).isEqualTo(second.account());
            assertThat(it.people()).isEqualTo(1);
            assertThat(it.programs()).singleElement().satisfies(one -> assertThat(one.people()).isEqualTo(1));
        });
    }

    @Test
    void only_somebody_who_carries_cases_here_can_be_given_one() {
        var file = town.openCase("Nadia Karimi");
        for (var who : List.of(town.priya(), town.paul(), town.ines())) {
            assertThat(assign(town.vera(), file, who)).hasStatus(422).bodyText().contains("Choose one of the workers offered.");
        }
        assertThat(town.post(town.vera(), deed(file, "assignment"), "worker", "nobody")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
    }

    @Test
    void a_case_is_opened_once_in_a_programme() {
        var client = town.client("Tomas Ruiz");
        var token = UUID.randomUUID().toString();
        var form = new String[] {"program", town.program().text(), "worker", town.rosa().account().text(), "on", TODAY.toString(), "_once", token};
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/case", form)).hasStatus(303);
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/case", form)).hasStatus(409);
        form[7] = UUID.randomUUID().toString();
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/case", form)).hasStatus(422).bodyText().contains("There is an open case in this programme already.");
        assertThat(town.as(town.rosa(), () -> cases.of(client))).hasSize(1);
    }

    @Test
    void who_cannot_reach_the_client_and_whose_role_it_is_not_may_do_none_of_it() {
        var file = town.openCase("Denise Walker");
        for (var deed : List.of("closing", "reopening")) {
            assertThat(town.get(town.sam(), deed(file, deed))).hasStatus(404);
        }
        assertThat(close(town.sam(), file)).hasStatus(404);
        assertThat(assign(town.rosa(), file, town.sam())).hasStatus(403);
        for (var who : List.of(town.priya(), town.paul(), town.adam())) {
            assertThat(town.get(who, tab(file))).as(who.name()).hasStatus(403);
            assertThat(close(who, file)).as(who.name()).hasStatus(403);
        }
        assertThat(close(town.ines(), file)).hasStatus(403);
        assertThat(town.post(town.rosa(), deed(file, "closing").replace(file.clientId().text(), town.client("Another").text()), closing())).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> cases.openOf(file.clientId()))).isPresent();
    }

    private MvcTestResult close(Actor who, CaseFile file, String... but) {
        return town.post(who, deed(file, "closing"), closing(but));
    }

    private static String[] closing(String... but) {
        var fields = new String[] {"on", TODAY.minusDays(1).toString(), "reason", "GOALS_MET", "achieved", "A home of his own", "leftOpen", ""};
        for (int i = 0; i < but.length; i += 2) {
            fields[List.of(fields).indexOf(but[i]) + 1] = but[i + 1];
        }
        return fields;
    }

    private MvcTestResult reopen(Actor who, CaseFile file, LocalDate on) {
        return town.post(who, deed(file, "reopening"), "worker", town.rosa().account().text(), "on", on.toString());
    }

    private MvcTestResult assign(Actor who, CaseFile file, Actor to) {
        return town.post(who, deed(file, "assignment"), "worker", to.account().text());
    }

    private static String tab(CaseFile file) {
        return "/clients/" + file.clientId().text() + "/case";
    }

    private static String deed(CaseFile file, String deed) {
        return "/clients/" + file.clientId().text() + "/case/" + file.id().text() + "/" + deed;
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
