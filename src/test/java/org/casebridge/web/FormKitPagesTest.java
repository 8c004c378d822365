package org.casebridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every form, shown on the form for a task: it acts once, and nothing typed is lost. */
@PageTest
class FormKitPagesTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_form_sent_twice_acts_once_and_says_so() {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());
        var once = UUID.randomUUID().toString();

        assertThat(town.post(town.rosa(), tasks, "_once", once, "title", "Call the clinic")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), tasks, "_once", once, "title", "Call the clinic")).hasStatus(409).bodyText().contains("already saved");

        assertThat(count("Call the clinic")).isEqualTo(1);
    }

    @Test
    void eight_clicks_at_once_act_once() throws Exception {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());
        var once = UUID.randomUUID().toString();
        town.get(town.rosa(), tasks);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> click = () -> town.post(town.rosa(), tasks, "_once", once, "title", "Order the wheelchair").getResponse().getStatus();
            var answers = crowd.invokeAll(java.util.Collections.nCopies(8, click)).stream().map(it -> it.resultNow()).sorted().toList();
            assertThat(answers).containsExactly(303, 409, 409, 409, 409, 409, 409, 409);
        }
        assertThat(count("Order the wheelchair")).isEqualTo(1);
    }

    @Test
    void a_refused_form_comes_back_full_and_can_be_mended_and_sent_again() {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());
        var once = UUID.randomUUID().toString();

        assertThat(town.post(town.rosa(), tasks, "_once", once, "_draft", tasks, "title", "Visit <b>Amina</b>", "dueOn", "2027-02-31", "words", "bring the form"))
                .hasStatus(422).bodyText().contains("Visit &lt;b", "2027-02-31", "bring the form", "Write a date that exists");
        assertThat(town.post(town.rosa(), tasks, "_once", once, "_draft", tasks, "title", "Visit Amina once", "dueOn", "2027-02-28")).hasStatus3xxRedirection();
        assertThat(count("Visit Amina once")).isEqualTo(1);
    }

    @Test
    void a_draft_waits_for_its_writer_only_and_goes_when_the_form_is_saved() {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());

        assertThat(town.post(town.rosa(), "/drafts", "_draft", tasks, "title", "Half a thought")).hasStatusOk().bodyText().contains("Draft saved");
        assertThat(town.get(town.rosa(), tasks)).bodyText().contains("Half a thought", "This is your draft");
        assertThat(town.get(town.vera(), tasks)).bodyText().doesNotContain("Half a thought");

        assertThat(town.post(town.rosa(), tasks, "_draft", tasks, "title", "A whole thought")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), tasks)).bodyText().doesNotContain("Half a thought", "This is your draft");
    }

    @Test
    void a_form_that_was_saved_while_one_typed_can_still_be_sent() {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());
        var once = UUID.randomUUID().toString();

        assertThat(town.post(town.rosa(), "/drafts", "_once", once, "_draft", tasks, "title", "Typed first")).hasStatusOk();
        assertThat(town.post(town.rosa(), "/drafts", "_once", once, "_draft", tasks, "title", "Typed first, then")).hasStatusOk();
        assertThat(town.post(town.rosa(), tasks, "_once", once, "_draft", tasks, "title", "Typed first, then sent")).hasStatus3xxRedirection();
        assertThat(count("Typed first, then sent")).isEqualTo(1);
    }

    @Test
    void a_draft_can_be_thrown_away() {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());
        town.post(town.rosa(), "/drafts", "_draft", tasks, "title", "Never mind this");

        assertThat(town.post(town.rosa(), "/drafts/discarded", "place", tasks, "page", tasks)).hasRedirectedUrl(tasks);

        assertThat(town.get(town.rosa(), tasks)).bodyText().doesNotContain("Never mind this");
    }

    @Test
    void throwing_a_draft_away_never_leads_to_another_server() {
        assertThat(town.post(town.rosa(), "/drafts/discarded", "place", "/x", "page", "//evil.example")).hasRedirectedUrl("/");
    }

    @Test
    void what_is_sent_after_the_session_ran_out_is_kept_as_a_draft() {
        var who = town.account(Role.SUPERVISOR, "Lena Brandt");
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());
        var cookie = browser.post().uri("/sign-in").with(csrf()).param("username", accounts.get(who.account()).username()).param("password", Town.PASSWORD)
                .exchange().getResponse().getCookie("casebridge");
        transaction.executeWithoutResult(_ -> db.sql("update access.session set seen_at = now() - interval '1 hour' where account_id = ?").param(who.account().value()).update());

        assertThat(browser.post().uri(tasks).cookie(cookie).with(csrf()).header("Referer", "http://localhost" + tasks)
                .param("_draft", tasks).param("title", "Typed through lunch")).hasRedirectedUrl("/sign-in?next=" + tasks.replace("/", "%2F"));

        assertThat(count("Typed through lunch")).isZero();
        assertThat(town.get(who, tasks)).bodyText().contains("Typed through lunch", "This is your draft");
    }

    @Test
    void a_field_of_ten_megabytes_and_a_nul_are_refused_beside_their_field() {
        var tasks = tasks(town.openCase("Amina Yusuf").clientId());

        assertThat(town.post(town.rosa(), tasks, "title", "x".repeat(10_000_000))).hasStatus(422).bodyText().contains("Keep this to 200 characters or fewer");
        assertThat(town.post(town.rosa(), tasks, "title", "a\0b")).hasStatus(422).bodyText().contains("a character that cannot be kept");
        assertThat(town.post(town.rosa(), "/drafts", "_draft", tasks, "title", "a\0b")).hasStatusOk();
    }

    private static String tasks(ClientId client) {
        return "/clients/" + client.text() + "/tasks";
    }

    private int count(String title) {
        return town.as(town.vera(), () -> transaction.execute(_ -> db.sql("select count(*) from tasks.task where title = ?").param(title).query(Integer.class).single()));
    }
}
