package org.casebridge.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.Lifecycle;
import org.casebridge.careplans.PlanExamples;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class AdvocacyPagesTest {

    private static final LocalDate TODAY = Town.today();

    @Autowired Town town;
    @Autowired Issues issues;
    @Autowired CaseFiles cases;
    @Autowired CarePlans plans;
    @Autowired AdvocacyNeeds needs;
    @Autowired TransactionTemplate transaction;

    @Test
    void an_issue_is_raised_and_found_on_the_tab_the_list_and_the_story() {
        var client = town.openCase("Jerome Asante").clientId();

        var raised = raise(town.rosa(), client, "about", "removal from the wait list " + client.text());

        assertThat(raised).hasStatus(303);
        for (var page : List.of(path(client), "/clients/" + client.text(), "/advocacy")) {
            assertThat(town.get(town.rosa(), page)).hasStatusOk().bodyText().contains("removal from the wait list " + client.text());
        }
        assertThat(town.get(town.rosa(), raised.getResponse().getRedirectedUrl())).bodyText()
                .contains("Housing Authority", "Put him back", "24 CFR 982.552", "No step has been written down yet.");
    }

    @Test
    void the_most_urgent_stands_on_top_with_its_reason() {
        var rosa = town.account(Role.CASE_MANAGER, "Rosa Alvarez");
        var client = town.openCase("Denise Walker").clientId();
        var file = town.as(town.rosa(), () -> cases.openOf(client)).orElseThrow();
        town.as(town.vera(), () -> {
            cases.assign(client, file.id(), rosa.account());
            return null;
        });
        raise(rosa, client, "about", "later");
        raise(rosa, client, "about", "no day", "answerDue", "", "dueBasis", "");
        raise(rosa, client, "about", "late", "askedOn", TODAY.minusDays(40).toString(), "answerDue", TODAY.minusDays(3).toString(), "dueBasis", "their own letter");

        var page = text(town.get(rosa, "/advocacy"));
        assertThat(page).containsSubsequence("late", "3 days ago · their own letter", "later", "no day", "No date to answer by");
        List<Need> urgent = town.as(rosa, () -> transaction.execute(_ -> town.needs(needs, new Mine(rosa.account(), TODAY, List.of()))));
        assertThat(urgent).hasSize(1)
                .allSatisfy(it -> assertThat(it.why().toString()).contains("their own letter"));
    }

    @Test
    void steps_are_logged_with_their_day_and_the_result_ends_it() {
        var client = town.openCase("Ana Pereira").clientId();
        var path = raise(town.rosa(), client).getResponse().getRedirectedUrl();

        assertThat(town.post(town.rosa(), path + "/steps", "day", TODAY.toString(), "how", "CALLED", "words", "Spoke with Ms. Li")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/result", "result", "PARTLY", "resultOn", TODAY.toString(), "resultWords", "Back on the list, lower place", "version", "0"))
                .hasStatus(303);

        assertThat(text(town.get(town.rosa(), path))).contains("Called", "Spoke with Ms. Li", "Partly granted", "lower place", "Open it again").doesNotContain("Save the result");
        assertThat(text(town.get(town.rosa(), "/clients/" + client.text() + "?kind=ADVOCACY"))).contains("Partly granted by Housing Authority", "Called</a>: <span>Spoke with Ms. Li");
        assertThat(town.as(town.rosa(), () -> issues.openOf(town.rosa().account()))).noneMatch(it -> it.clientId().equals(client));
    }

    @Test
    void a_result_can_be_taken_back_with_a_reason_that_stays_in_the_log() {
        var client = town.openCase("Grace Obi").clientId();
        var path = raise(town.rosa(), client).getResponse().getRedirectedUrl();
        assertThat(town.post(town.rosa(), path + "/reopening", "reason", "why not")).hasStatus(422).bodyText().contains("This issue is open already.");
        settle(town.rosa(), path, 0);

        assertThat(town.post(town.rosa(), path + "/reopening", "reason", "")).hasStatus(422).bodyText().contains("Say why it is opened again.");
        assertThat(town.post(town.rosa(), path + "/reopening", "reason", "An appeal was filed")).hasStatus(303);

        assertThat(text(town.get(town.rosa(), path))).contains("Opened again", "An appeal was filed", "Save the result");
    }

    @Test
    void what_cannot_be_read_comes_back_full_with_a_message_and_nothing_is_kept() {
        var client = town.openCase("Paul Novak").clientId();
        var wrong = new String[][] {
            {"party", "DRAGON", "Choose one of the answers offered."},
            {"name", "  ", "Write their name."},
            {"about", "x".repeat(201), "Keep this to 200 characters or fewer."},
            {"about", "a\0b", "This holds a character that cannot be kept."},
            {"asked", "x".repeat(21_000), "Keep this to 4,000 characters or fewer."},
            {"askedOn", "2026-02-31", "Write a date that exists"},
            {"askedOn", TODAY.plusDays(2).toString(), "That day is yet to come."},
            {"answerDue", TODAY.minusDays(300).toString(), "The answer cannot be due before"},
            {"dueBasis", "", "Say why it is due then"},
        };
        for (var one : wrong) {
            assertThat(raise(town.rosa(), client, one[0], one[1], "person", "Ms. <b>Li</b>")).as(one[0] + " " + one[2])
                    .hasStatus(422).bodyText().contains(one[2], "id=\"" + one[0] + "-problem\"", "Ms. &lt;b>Li&lt;/b>");
        }
        assertThat(town.as(town.rosa(), () -> issues.of(client))).isEmpty();
    }

    @Test
    void a_step_and_a_result_are_checked_as_well() {
        var client = town.openCase("Lena Fischer").clientId();
        var path = raise(town.rosa(), client).getResponse().getRedirectedUrl();

        assertThat(town.post(town.rosa(), path + "/steps", "day", TODAY.plusDays(2).toString(), "how", "CALLED", "words", "x")).hasStatus(422).bodyText().contains("day-problem");
        assertThat(town.post(town.rosa(), path + "/steps", "day", "", "how", "", "words", "kept as typed")).hasStatus(422).bodyText().contains("Choose how.", "kept as typed");
        assertThat(town.post(town.rosa(), path + "/result", "result", "NO_ANSWER", "resultOn", TODAY.toString(), "resultWords", "Silence", "version", "0")).hasStatus(422)
                .bodyText().contains("until then it is not missing", "Silence");
        assertThat(town.as(town.rosa(), () -> issues.steps(client, id(path)))).isEmpty();
    }

    @Test
    void an_issue_serves_a_goal_of_the_plan_in_force_and_no_other() {
        var client = town.openCase("Ruth Begay").clientId();
        town.as(town.rosa(), () -> {
            plans.begin(client);
            plans.write(client, new Goal(GoalId.next(), "A home of my own", NeedCategory.HOUSING, "A lease", null, Goal.Priority.HIGH, "", Lifecycle.PROPOSED, null, null,
                    List.of(), List.of()), plans.drafted(client).orElseThrow().version());
            PlanExamples.agree(plans, client, TODAY);
            return null;
        });
        var goal = town.as(town.rosa(), () -> plans.goalsOf(client)).getFirst().id().text();

        assertThat(raise(town.rosa(), client, "goalId", UUID.randomUUID().toString())).hasStatus(422).bodyText().contains("Choose one of the goals offered.");
        var path = raise(town.rosa(), client, "goalId", goal).getResponse().getRedirectedUrl();
        assertThat(text(town.get(town.rosa(), path))).contains("For the goal", "A home of my own");
        assertThat(text(town.get(town.rosa(), path + "/change"))).contains("value=\"" + goal + "\" selected");
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told() {
        var client = town.openCase("Omar Haddad").clientId();
        var path = raise(town.rosa(), client).getResponse().getRedirectedUrl();
        assertThat(town.post(town.rosa(), path, fields("about", "changed by Rosa", "version", "0"))).hasStatus(303);

        assertThat(town.post(town.vera(), path, fields("about", "changed by Vera", "version", "0"))).hasStatus(422)
                .bodyText().contains("Someone else changed this issue", "changed by Vera");
        assertThat(settle(town.vera(), path, 0)).hasStatus(422).bodyText().contains("Someone else changed this issue");
        assertThat(town.as(town.rosa(), () -> issues.get(client, id(path))).about()).isEqualTo("changed by Rosa");
    }

    @Test
    void the_same_form_sent_twice_raises_one_issue() {
        var client = town.openCase("Mei Tanaka").clientId();
        var token = UUID.randomUUID().toString();
        assertThat(raise(town.rosa(), client, "_once", token)).hasStatus(303);
        assertThat(raise(town.rosa(), client, "_once", token)).hasStatus(409);
        assertThat(town.as(town.rosa(), () -> issues.of(client))).hasSize(1);
    }

    @Test
    void who_cannot_reach_the_client_finds_nothing_and_whose_role_it_is_not_may_not() {
        var client = town.openCase("Nadia Karimi").clientId();
        var other = town.openCase("Somebody Else").clientId();
        var path = raise(town.rosa(), client, "about", "secret matter").getResponse().getRedirectedUrl();

        assertThat(town.get(town.sam(), path)).hasStatus(404);
        assertThat(raise(town.sam(), client)).hasStatus(404);
        assertThat(settle(town.sam(), path, 0)).hasStatus(404);
        assertThat(text(town.get(town.sam(), "/advocacy?all=true"))).doesNotContain("secret matter");
        assertThat(town.get(town.rosa(), path.replace(client.text(), other.text()))).hasStatus(404);
        for (var who : List.of(town.priya(), town.paul(), town.adam(), town.ines())) {
            assertThat(town.get(who, path)).as(who.name()).hasStatus(403);
            assertThat(raise(who, client)).as(who.name()).hasStatus(403);
        }
        assertThat(text(town.get(town.vera(), "/advocacy?all=true"))).contains("Everybody’s");
    }

    @Test
    void open_issues_go_with_the_case_to_its_new_worker() {
        var file = town.openCase("Tomas Ruiz");
        raise(town.rosa(), file.clientId(), "about", "goes along");
        town.as(town.vera(), () -> {
            cases.assign(file.clientId(), file.id(), town.sam().account());
            return null;
        });
        assertThat(text(town.get(town.sam(), "/advocacy"))).contains("goes along");
    }

    private MvcTestResult settle(Actor who, String path, int version) {
        return town.post(who, path + "/result", "result", "DENIED", "resultOn", TODAY.toString(), "resultWords", "They said no", "version", String.valueOf(version));
    }

    private MvcTestResult raise(Actor who, ClientId client, String... but) {
        return town.post(who, path(client), fields(but));
    }

    /** A good form, but for these fields. */
    private static String[] fields(String... but) {
        var fields = new ArrayList<>(List.of("party", "LANDLORD", "name", "Housing Authority", "person", "Ms. Li", "phone", "555 0100", "about", "removal from the wait list",
                "asked", "Put him back on the list", "askedOn", TODAY.toString(), "answerDue", TODAY.plusDays(30).toString(), "dueBasis", "30 days by their letter",
                "backedBy", "24 CFR 982.552", "version", "0"));
        for (int i = 0; i < but.length; i += 2) {
            int at = fields.indexOf(but[i]);
            if (at < 0) {
                fields.addAll(List.of(but[i], but[i + 1]));
            } else {
                fields.set(at + 1, but[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    private static IssueId id(String path) {
        return new IssueId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/advocacy";
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
