package org.casebridge.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class MyDayPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Story story;

    @Test
    void a_day_names_who_needs_one_first_and_why() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        var client = town.as(town.vera(), () -> cases.open(town.client("Jerome Asante"), town.program(), nora.account(), Town.today().minusDays(3))).clientId();
        town.post(nora, "/clients/" + client.text() + "/tasks", "title", "Ask the landlord <b>", "dueOn", Town.today().toString());

        assertThat(town.get(nora, "/")).hasStatusOk().bodyText()
                .contains("Nora.", "One person needs you first.", "One person on your caseload", "nothing is late", "Jerome Asante",
                        "Ask the landlord &lt;b&gt;", "Task, set on", "Today", "Open task")
                .doesNotContain("<b>\"");
    }

    @Test
    void an_empty_day_is_said_warmly() {
        var new1 = town.account(Role.CASE_MANAGER, "Omar Haddad");

        assertThat(town.get(new1, "/")).hasStatusOk().bodyText()
                .contains("Nobody is waiting for you today.", "Nobody is on your caseload yet", "A good time to call somebody", "No appointments today.");
    }

    @Test
    void whoever_assigns_cases_meets_whoever_of_their_team_went_quiet() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Quiet");
        town.as(town.vera(), () -> cases.open(town.client("Silent Osman"), town.program(), nora.account(), Town.today().minusDays(20_000)));
        town.as(town.vera(), () -> cases.open(town.client("Fresh Osman"), town.program(), nora.account(), Town.today()));
        var supervisor = town.account(Role.SUPERVISOR, "Una Berg");
        town.supervises(supervisor, nora);

        assertThat(town.get(supervisor, "/")).hasStatusOk().bodyText()
                .contains("Whom your team has not reached in time", "Silent Osman", "Nora Quiet", "by your team")
                .doesNotContain("Fresh Osman", "Nobody is waiting", "nothing is late", "Your caseload", "A good time to call somebody");
        assertThat(town.get(supervisor, "/referrals")).bodyText().contains("href=\"/referrals?all=true\" aria-current=\"true\"");
        assertThat(town.get(supervisor, "/referrals?all=false")).bodyText().doesNotContain("href=\"/referrals?all=true\" aria-current");
        assertThat(town.get(supervisor, "/advocacy")).bodyText().contains("href=\"/advocacy?all=true\" aria-current=\"true\"");
        assertThat(town.get(town.sam(), "/")).bodyText().doesNotContain("Silent Osman", "Whom your team has not reached in time");
        assertThat(town.get(town.sam(), "/referrals?all=true")).bodyText().doesNotContain("Silent Osman");
    }

    @Test
    void whoever_carries_no_cases_is_not_told_of_a_caseload() {
        assertThat(town.get(town.priya(), "/")).hasStatusOk().bodyText()
                .contains("Nothing of your own is due this week.").doesNotContain("Your caseload", "on your caseload", "A good time to call somebody");
    }

    @Test
    void whoever_has_no_tasks_starts_on_a_page_that_is_theirs() {
        assertThat(town.get(town.priya(), "/")).hasStatusOk();
        assertThat(town.get(town.adam(), "/")).hasStatus(303).hasRedirectedUrl("/team");
        assertThat(town.get(town.paul(), "/")).hasStatus(303).hasRedirectedUrl("/answers");
    }

    @Test
    void news_of_ones_people_are_those_that_others_told() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Lund");
        var client = town.as(town.vera(), () -> cases.open(town.client("Ana Pires"), town.program(), nora.account(), Town.today().minusDays(3))).clientId();
        town.as(town.rosa(), () -> { story.tell(client, java.time.Instant.now(), StoryKind.HISTORY, Sentence.of("{title}", "Left hospital"), null, null); return 0; });
        town.as(nora, () -> { story.tell(client, java.time.Instant.now(), StoryKind.CONTACT, Sentence.of("{title}", "My own call"), null, null); return 0; });

        assertThat(town.get(nora, "/")).bodyText().contains("Left hospital").doesNotContain("My own call");
        assertThat(town.get(town.sam(), "/")).bodyText().doesNotContain("Left hospital");
    }

    @Test
    void more_than_fits_is_counted_and_can_be_opened() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Many");
        for (int i = 0; i < 13; i++) {
            town.post(nora, "/tasks", "title", "Own task " + i);
        }
        assertThat(town.get(nora, "/")).bodyText().contains("3 more this week");
        assertThat(town.get(nora, "/?order=DEADLINE&more=20")).bodyText().contains("By the day and hour by which it must be done.").doesNotContain("more this week");
        assertThat(town.get(nora, "/")).bodyText().contains("By points: what it rests on");
        assertThat(town.get(nora, "/?order=NOTHING&more=20")).hasStatus(303).hasRedirectedUrl("/?more=20");
    }
}
