package org.casebridge.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CloseCase;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks about clients and one's own: added in a line, done, not needed, opened again. */
@PageTest
class TaskPagesTest {

    @Autowired Town town;
    @Autowired Tasks tasks;
    @Autowired CaseFiles cases;
    @Autowired Reach reach;

    @Test
    void a_task_is_added_in_one_line_done_and_opened_again() {
        var client = town.openCase("Jerome Asante").clientId();
        assertThat(town.post(town.rosa(), list(client), "title", "Call the <i>landlord</i>", "dueOn", today().plusDays(1).toString(), "dueAt", "17:00"))
                .hasRedirectedUrl(list(client));
        assertThat(town.get(town.rosa(), list(client))).hasStatusOk().bodyText().contains("Call the &lt;i&gt;landlord&lt;/i&gt;", "Tomorrow,").doesNotContain("<i>landlord");
        var task = path(client);

        assertThat(town.post(town.rosa(), task + "/done")).hasRedirectedUrl(list(client));
        assertThat(town.get(town.rosa(), list(client))).bodyText().contains("Nothing is to be done right now.", "One settled lately", "Open again");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Task done: Call the &lt;i&gt;landlord");
        assertThat(town.post(town.rosa(), task + "/done")).hasStatus(409).bodyText().contains("settled already");
        assertThat(town.post(town.rosa(), task + "/reopening")).hasRedirectedUrl(list(client));
        assertThat(town.post(town.rosa(), task + "/reopening")).hasStatus(409);
        assertThat(town.post(town.rosa(), task, "title", "Call the landlord twice", "dueOn", today().plusDays(2).toString(), "priority", "URGENT")).hasRedirectedUrl(list(client));
        assertThat(town.get(town.rosa(), task)).hasStatusOk().bodyText().contains("Call the landlord twice");
        assertThat(town.get(town.rosa(), list(client))).bodyText().contains("Urgent");
    }

    @Test
    void what_is_not_needed_says_why() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), list(client), "title", "Order a form");
        var task = path(client);

        assertThat(town.post(town.rosa(), task + "/exemption", "reason", " ")).hasStatus(422).bodyText().contains("Give a reason.");
        assertThat(town.post(town.rosa(), task + "/exemption", "reason", "It came by post")).hasRedirectedUrl(list(client));
        assertThat(town.get(town.rosa(), list(client))).bodyText().contains("Not needed", "It came by post");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Task not needed: Order a form");
    }

    @Test
    void what_is_refused_is_said_beside_its_field_and_nothing_is_saved() {
        var client = town.openCase("Jerome Asante").clientId();
        assertThat(town.post(town.rosa(), list(client), "title", "")).hasStatus(422).bodyText().contains("Say what is to be done.");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "dueOn", "2026-02-31")).hasStatus(422).bodyText().contains("Write a date that exists", "value=\"Kept\"");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "dueOn", today().minusDays(1).toString())).hasStatus(422).bodyText().contains("is past. Choose today");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "dueOn", "2126-01-01")).hasStatus(422).bodyText().contains("more than ten years away");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "dueAt", "10:00")).hasStatus(422).bodyText().contains("A time needs its day too.");
        assertThat(town.post(town.rosa(), list(client), "title", "N\0L")).hasStatus(422).bodyText().contains("cannot be kept");
        assertThat(town.post(town.rosa(), list(client), "title", "x".repeat(201))).hasStatus(422).bodyText().contains("200 characters");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "words", "x".repeat(10_000_000))).hasStatus(422).bodyText().contains("Keep this to 4,000 characters or fewer.");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "owner", "nobody")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.rosa(), list(client), "title", "Kept", "owner", town.sam().account().text())).hasStatus(422)
                .bodyText().contains("Sam Whitfield does not work with this client");
        assertThat(town.as(town.rosa(), () -> tasks.of(client))).isEmpty();
    }

    @Test
    void a_colleague_who_works_with_the_client_can_be_given_a_task() {
        var client = town.openCase("Jerome Asante").clientId();
        var nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        town.rosa().run(() -> reach.give(nora.account(), client.value(), "coverage", today().plusDays(5)));

        assertThat(town.get(town.rosa(), list(client))).bodyText().contains("Nora Ito");
        town.post(town.rosa(), list(client), "title", "Visit on Friday", "owner", nora.account().text(), "dueOn", today().toString());

        assertThat(town.get(nora, "/")).bodyText().contains("Visit on Friday", "Task, set by Rosa Alvarez");
    }

    @Test
    void an_own_task_is_seen_by_nobody_else_and_a_clients_only_by_who_reaches_them() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), list(client), "title", "About Jerome");
        var nora = town.account(Role.CASE_MANAGER, "Nora Own");
        town.post(nora, "/tasks", "title", "Renew my licence");
        var own = town.as(nora, tasks::own).getFirst().path();

        assertThat(town.get(nora, "/tasks")).hasStatusOk().bodyText().contains("Renew my licence");
        for (var other : List.of(town.rosa(), town.sam(), town.vera())) {
            assertThat(town.get(other, own)).hasStatus(404);
            assertThat(town.post(other, own + "/done")).hasStatus(404);
        }
        assertThat(town.post(nora, "/tasks", "title", "For Rosa", "owner", town.rosa().account().text())).hasStatus(422);
        assertThat(town.get(town.sam(), list(client))).hasStatus(404);
        assertThat(town.post(town.sam(), path(client) + "/done")).hasStatus(404);
        assertThat(town.post(town.sam(), list(client), "title", "Not mine")).hasStatus(404);
        assertThat(town.post(town.rosa(), path(client).replace(client.text(), town.client("Another").text()) + "/done")).hasStatus(404);
        assertThat(town.get(town.rosa(), path(client).replace("/clients/" + client.text(), ""))).hasStatus(404);
        assertThat(town.get(town.priya(), list(client))).hasStatus(403);
        assertThat(town.post(town.priya(), list(client), "title", "Not hers")).hasStatus(403);
        assertThat(town.get(town.paul(), "/tasks")).hasStatus(403);
        assertThat(town.get(town.vera(), list(client))).hasStatusOk();
    }

    @Test
    void two_people_at_once_settle_it_once_and_a_form_sent_twice_adds_one() throws Exception {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), list(client), "title", "Only once");
        var task = path(client);
        assertThat(together(() -> town.post(town.rosa(), task + "/done").getResponse().getStatus(), () -> town.post(town.vera(), task + "/done").getResponse().getStatus()))
                .containsExactlyInAnyOrder(303, 409);

        var once = UUID.randomUUID().toString();
        Supplier<Integer> add = () -> town.post(town.rosa(), list(client), "title", "Twice sent", "_once", once).getResponse().getStatus();
        assertThat(together(add, add)).containsExactlyInAnyOrder(303, 409);
        assertThat(town.as(town.rosa(), () -> tasks.of(client))).filteredOn(it -> it.title().equals("Twice sent")).hasSize(1);
    }

    @Test
    void a_closed_case_is_followed_up_by_a_rule_that_is_named_and_goes_when_the_client_returns() {
        var file = town.openCase("Jerome Asante");
        close(file, CaseFile.CloseReason.MOVED);
        assertThat(town.get(town.rosa(), list(file.clientId()))).bodyText()
                .contains("Hear how things are going since the case closed", "By the rule: A closed case is followed up after 30 days");

        town.rosa().run(() -> cases.open(file.clientId(), town.program(), town.rosa().account(), today()));
        assertThat(town.as(town.rosa(), () -> tasks.of(file.clientId()))).extracting(TaskLine::status).containsExactly(Task.Status.EXPIRED);

        var dead = town.openCase("Dead Person");
        close(dead, CaseFile.CloseReason.DIED);
        assertThat(town.as(town.rosa(), () -> tasks.of(dead.clientId()))).isEmpty();
    }

    @Test
    void open_tasks_follow_the_case_to_its_new_worker() {
        var file = town.openCase("Jerome Asante");
        town.post(town.rosa(), list(file.clientId()), "title", "Hand me over");
        var nora = town.account(Role.CASE_MANAGER, "Nora New");
        town.vera().run(() -> cases.assign(file.clientId(), file.id(), nora.account()));

        assertThat(town.get(nora, "/tasks")).bodyText().contains("Hand me over");
        assertThat(town.as(town.rosa(), tasks::own)).noneMatch(it -> it.title().equals("Hand me over"));
    }

    private void close(CaseFile file, CaseFile.CloseReason reason) {
        town.rosa().run(() -> cases.close(file.clientId(), file.id(), new CloseCase(today(), reason, "A start", "")));
    }

    private static List<Integer> together(Supplier<Integer> one, Supplier<Integer> other) throws Exception {
        var start = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> { start.await(); return one.get(); });
            var second = both.submit(() -> { start.await(); return other.get(); });
            start.countDown();
            return List.of(first.get(), second.get());
        }
    }

    private LocalDate today() {
        return Town.today();
    }

    private String path(ClientId client) {
        return town.as(town.rosa(), () -> tasks.of(client)).getFirst().path();
    }

    private static String list(ClientId client) {
        return "/clients/" + client.text() + "/tasks";
    }
}
