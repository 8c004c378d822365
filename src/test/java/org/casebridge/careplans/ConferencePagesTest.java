package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Appointments;
import org.casebridge.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case conferences: called with an agenda from the plan, held with decisions that go on, cancelled or struck. */
@PageTest
class ConferencePagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired Conferences conferences;
    @Autowired Tasks tasks;
    @Autowired Appointments appointments;

    @Test
    void an_agenda_comes_from_the_plan_and_decisions_become_tasks_and_a_next_version() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        assertThat(town.get(town.rosa(), at(client))).hasStatusOk().bodyText().contains("1. A home of my own", "review due");
        assertThat(town.post(town.rosa(), at(client), "on", Town.today().toString(), "at", "10:00", "invited", " ")).hasStatus(422).bodyText().contains("Say who is invited");
        assertThat(town.post(town.rosa(), at(client), "on", Town.today().plusYears(3).toString(), "at", "10:00", "invited", "Ama")).hasStatus(422);
        assertThat(town.post(town.sam(), at(client), "on", Town.today().toString(), "at", "10:00", "invited", "Ama")).hasStatus(404);
        assertThat(town.post(town.rosa(), at(client), "on", Town.today().toString(), "at", "10:00", "invited", "Ama <b>\nDr. Lee", "agenda", "1. Home", "place", "Room 2")).hasStatus(303);
        var one = town.as(town.rosa(), () -> conferences.of(client)).getFirst();
        var path = at(client) + "/" + one.id();
        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("Ama &lt;b&gt;", "Write the minutes");
        assertThat(town.get(town.sam(), path)).hasStatus(404);
        var minutes = path + "/minutes";
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", " ", "seen", "0")).hasStatus(422).bodyText().contains("Write what was said");
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "All spoke", "seen", "0", "decisions[0].words", "Call")).hasStatus(422).bodyText().contains("Say what becomes of this decision.");
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "All spoke", "seen", "0", "decisions[0].words", "Call the landlord", "decisions[0].becomes", "TASK", "decisions[0].dueOn", Town.today().minusDays(1).toString()))
                .hasStatus(422).bodyText().contains("is past", "All spoke");
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "All spoke", "seen", "0", "decisions[0].words", "Therapy", "decisions[0].becomes", "NOTED", "decisions[1].words", "",
                "decisions[2].words", "Call the landlord", "decisions[2].becomes", "TASK", "decisions[2].dueOn", Town.today().minusDays(1).toString())).hasStatus(422).bodyText().contains("id=\"decisions[2].dueOn-problem\"");
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "All spoke", "seen", "0", "decisions[3].words", "Call the landlord")).hasStatus(422).bodyText().contains("id=\"decisions[3].becomes-problem\"");
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "All spoke", "seen", "7")).hasStatus(422).bodyText().contains("Someone else wrote about this meeting", "All spoke");
        town.rosa().run(() -> assertThat(tasks.of(client)).isEmpty());
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "All spoke", "seen", "0", "decisions[0].words", "Call the landlord", "decisions[0].becomes", "TASK",
                "decisions[1].words", "Therapy weekly", "decisions[1].becomes", "AMENDMENT")).hasStatus(303).hasRedirectedUrl("/clients/" + client.text() + "/plan/draft");
        town.rosa().run(() -> {
            assertThat(tasks.of(client)).singleElement().satisfies(it -> assertThat(it.title()).isEqualTo("Call the landlord"));
            assertThat(plans.drafted(client)).isPresent();
        });
        assertThat(town.get(town.rosa(), path)).bodyText().contains("All spoke", "Therapy weekly", "A change of the plan", "/tasks/");
        assertThat(town.post(town.rosa(), minutes, "attended", "Ama", "minutes", "Twice", "seen", "1")).hasStatus(422);
        assertThat(town.post(town.rosa(), path + "/ending", "why", " ")).hasStatus(422);
        assertThat(town.post(town.rosa(), path + "/ending", "why", "Another client's")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Entered in error", "Another client's");
    }

    @Test
    void minutes_are_not_written_ahead_and_a_cancelled_meeting_stays() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), at(client), "on", Town.today().plusDays(5).toString(), "at", "10:00", "invited", "Ama");
        town.rosa().run(() -> assertThat(appointments.of(client)).isNotEmpty());
        var path = at(client) + "/" + town.as(town.rosa(), () -> conferences.of(client)).getFirst().id();
        assertThat(town.post(town.rosa(), path + "/minutes", "attended", "Ama", "minutes", "Said", "seen", "0")).hasStatus(422).bodyText().contains("Minutes are written when it was held.");
        assertThat(town.post(town.rosa(), path + "/ending", "why", "She is ill")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("She is ill", "Cancelled");
        assertThat(town.post(town.rosa(), path + "/ending", "why", "Again")).hasStatus(422);
    }

    @Test
    void an_invitation_speaks_the_language_of_whom_it_names_and_the_other_when_asked() {
        var client = town.openCase("Lucia Ferrer").clientId();
        town.speaks(client, "es");
        town.post(town.rosa(), at(client), "on", Town.today().plusDays(3).toString(), "at", "10:00", "invited", "Lucia Ferrer\nDr. Ama Boateng");
        var path = at(client) + "/" + town.as(town.rosa(), () -> conferences.of(client)).getFirst().id() + "/invitation";
        assertThat(town.get(town.rosa(), path + "?line=0")).hasStatusOk().bodyText().contains("<html lang=\"es\">", "Le invitamos a hablar con nosotros de su plan.", "language=en").doesNotContain("el plan de Lucia");
        assertThat(town.get(town.rosa(), path + "?line=1")).hasStatusOk().bodyText().contains("<html lang=\"en\">", "the plan of Lucia Ferrer", "language=es");
        assertThat(town.get(town.rosa(), path + "?line=1&language=es")).hasStatusOk().bodyText().contains("<html lang=\"es\">", "Lucia Ferrer").doesNotContain("You are invited");
        assertThat(town.get(town.rosa(), path + "?line=0&language=en")).hasStatusOk().bodyText().contains("You are invited to talk over your plan with us.");
    }

    @Test
    void an_invited_colleague_finds_it_on_their_day_and_others_get_it_on_paper() {
        var lin = town.account(Role.CASE_MANAGER, "Lin Okafor");
        var nour = town.account(Role.CASE_MANAGER, "Nour Castellanos");
        var client = town.openCase(lin, "Jerome Asante");
        assertThat(town.post(town.rosa(), at(client), "on", Town.today().plusDays(2).toString(), "at", "10:00", "place", "Room 7",
                "invited", "lin okafor, nurse\nAma <b>\nNour Castellanos", "agenda", "1. The rent is late")).hasStatus(303);
        var path = at(client) + "/" + town.as(town.rosa(), () -> conferences.of(client)).getFirst().id();
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().contains(path, "invited by " + town.rosa().name() + " · Room 7");
        assertThat(town.get(nour, "/")).hasStatusOk().bodyText().doesNotContain(path, "Jerome Asante");

        assertThat(town.get(lin, path)).hasStatusOk().bodyText().contains("a colleague", "Invitation for Ama", path + "/invitation?line=1");
        assertThat(town.get(town.rosa(), path + "/invitation?line=1")).hasStatusOk().bodyText().contains("Dear Ama &lt;b&gt;,", "the plan of Jerome Asante", "10:00", "Room 7").doesNotContain("The rent is late", "Lin");
        assertThat(town.get(town.rosa(), path + "/invitation?line=3")).hasStatus(404);
        assertThat(town.get(town.rosa(), path + "/invitation?line=-1")).hasStatus(404);
        assertThat(town.get(nour, path + "/invitation?line=1")).hasStatus(404);

        assertThat(town.post(town.rosa(), path + "/ending", "why", "She is ill")).hasStatus(303);
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().doesNotContain("invited by", "Open the conference");
        assertThat(town.get(town.rosa(), path + "/invitation?line=1")).hasStatus(404);
    }

    @Test
    void whoever_called_a_meeting_that_is_past_is_asked_for_its_minutes() {
        var lin = town.account(Role.CASE_MANAGER, "Lin Okafor");
        var client = town.openCase(lin, "Jerome Asante");
        assertThat(town.post(lin, at(client), "on", Town.today().minusDays(1).toString(), "at", "10:00", "invited", "Ama")).hasStatus(303);
        var path = at(client) + "/" + town.as(lin, () -> conferences.of(client)).getFirst().id();
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().contains("Write the minutes", path);
        assertThat(town.post(lin, path + "/minutes", "attended", "Ama", "minutes", "All spoke", "seen", "0")).hasStatus(303);
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().doesNotContain("Write the minutes");
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan/conferences";
    }
}
