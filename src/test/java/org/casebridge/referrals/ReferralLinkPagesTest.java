package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Consents;
import org.casebridge.consent.Revocation;
import org.casebridge.consent.RevokeConsent;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What an organization without an account can do by a link, and what nobody can. */
@PageTest
class ReferralLinkPagesTest {

    /** The whole of it with {@code bin/test --full}. */
    private static final int GUESSES = Boolean.getBoolean("casebridge.full") ? 10_000 : 400;

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Referrals referrals;
    @Autowired Links links;
    @Autowired Consents consents;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired FlywayConnectionDetails login;
    @Autowired TransactionTemplate transaction;

    private ClientId client;
    private ServiceId service;
    private String id;

    private record Made(String path, String code) {}

    @BeforeEach
    void a_referral_to_a_pantry_without_an_account() {
        client = town.openCase("Amina Yusuf").clientId();
        service = ReferralExamples.service(town, services);
        id = send(service);
    }

    @Test
    void a_pantry_without_an_account_answers_on_one_page_and_the_loop_closes() throws Exception {
        var made = make();
        assertThat(get(made.path(), null)).hasStatusOk().bodyText().contains("code of six digits").doesNotContain("Amina", "Harbor", "Groceries");
        assertThat(post(made.path() + "/answer", null, "next", "ACCEPTED", "name", "Jo")).hasStatus(422).bodyText().contains("code of six digits").doesNotContain("Amina");
        assertThat(post(made.path() + "/code", null, "code", "12")).hasStatus(422).bodyText().contains("not the code");
        var pass = open(made);

        assertThat(get(made.path(), pass)).hasStatusOk().bodyText().contains("Amina Yusuf", "A box each week", "Two adults, one baby", "by text after 16:00").doesNotContain("Clients</a>");
        assertThat(post(made.path() + "/answer", pass, "next", "ACCEPTED", "name", "")).hasStatus(422).bodyText().contains("Write your name");
        assertThat(post(made.path() + "/answer", pass, "next", "CANCELLED", "words", "no", "name", "Jo")).hasStatus(422).bodyText().contains("declined, not cancelled");
        assertThat(post(made.path() + "/answer", pass, "next", "ENTERED_IN_ERROR", "words", "no", "name", "Jo")).hasStatus(422).bodyText().contains("the other side");
        assertThat(post(made.path() + "/messages", pass, "message", "Has she a stroller?", "name", "Jo Park")).hasStatus3xxRedirection();
        assertThat(post(made.path() + "/answer", pass, "next", "ACCEPTED", "words", "Saturday at ten", "name", "Jo Park")).hasStatus3xxRedirection();

        assertThat(town.get(town.rosa(), path())).bodyText().contains("Has she a stroller?", "Jo Park", "Saturday at ten", "A link is good until");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("accepted the referral", "Jo Park, Harbor Pantry");
        assertThat(town.post(town.rosa(), path() + "/messages", "message", "Yes, a small one.")).hasStatus3xxRedirection();
        assertThat(get(made.path(), pass)).bodyText().contains("Yes, a small one.");
        assertThat(browser.get().uri(made.path()).cookie(pass).header("Accept-Language", "es").exchange()).as("in the language of their browser").bodyText().contains("Su respuesta", "lang=\"es\"");
        assertThat(post(made.path() + "/answer", pass, "next", "COMPLETED", "name", "Jo Park")).hasStatus3xxRedirection();
        assertThat(town.get(town.priya(), "/clients/" + client.text() + "/disclosures")).hasStatusOk().bodyText().contains("Harbor Pantry");
    }

    @Test
    void a_decline_needs_no_typing_beside_a_reason_of_the_list() throws Exception {
        var made = make();
        var pass = open(made);
        assertThat(post(made.path() + "/answer", pass, "next", "REJECTED", "cause", "OTHER", "name", "Jo")).hasStatus(422).bodyText().contains("Say why");
        assertThat(post(made.path() + "/answer", pass, "next", "REJECTED", "cause", "NO_FUNDS", "name", "Jo")).hasStatus3xxRedirection();
        assertThat(get(made.path(), pass)).hasStatusOk().bodyText().contains("Nothing is left to answer");
        assertThat(town.get(town.rosa(), path())).bodyText().contains("No money left for it", "See who fits next best");
        assertThat(town.get(town.rosa(), "/referrals")).bodyText().contains("Declined today: No money left for it");
    }

    @Test
    void a_forwarded_link_opens_nothing_without_its_code_and_ten_wrong_codes_shut_it() throws Exception {
        var made = make();
        for (int i = 0; i < 10; i++) {
            assertThat(post(made.path() + "/code", null, "code", "%06d".formatted((Integer.parseInt(made.code()) + 1 + i) % 1_000_000))).hasStatus(422).bodyText().doesNotContain("Amina");
        }
        assertThat(post(made.path() + "/code", null, "code", made.code())).hasStatus(422).bodyText().contains("Too many wrong codes");
        assertThat(get(made.path(), null)).bodyText().contains("Too many wrong codes");
        var second = make();
        assertThat(get(made.path(), null)).hasStatus(404);
        open(second);
    }

    @Test
    void guessed_links_find_nothing() {
        var random = new SecureRandom();
        for (int i = 0; i < GUESSES; i++) {
            var bits = new byte[32];
            random.nextBytes(bits);
            var guess = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            assertThatThrownBy(() -> links.open(guess, "123456")).isInstanceOf(Refused.class);
        }
        assertThat(get("/link/' or true --", null)).hasStatus(404);
        assertThat(get("/link/x", null)).hasStatus(404);
    }

    /** Many at once do not get more tries than one after the other: a try is counted before it is looked at. */
    @Test
    void codes_guessed_all_at_once_shut_the_link_just_as_soon() throws Exception {
        var made = make();
        var secret = made.path().replace("/link/", "");
        var right = Integer.parseInt(made.code());
        var wrong = new ArrayList<Future<Links.Opened>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= GUESSES / 4; i++) {
                var guess = "%06d".formatted((right + i) % 1_000_000);
                wrong.add(many.submit(() -> links.open(secret, guess)));
            }
        }
        int looked = 0;
        for (var one : wrong) {
            assertThat(one.get().pass()).isNull();
            looked += one.get().locked() ? 0 : 1;
        }
        assertThat(looked).isLessThan(10);
        assertThat(links.open(secret, made.code()).pass()).isNull();
    }

    @Test
    void a_link_ends_with_its_time_with_its_consent_and_when_the_worker_says_so() throws Exception {
        var made = make();
        var pass = open(made);
        assertThat(town.post(town.rosa(), path() + "/link/ending")).hasStatus3xxRedirection();
        assertThat(get(made.path(), pass)).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> referrals.of(client)).getFirst().live()).as("the worker records what they say again").isFalse();
        assertThat(post(made.path() + "/answer", pass, "next", "ACCEPTED", "name", "Jo")).hasStatus(404);

        var second = make();
        var again = open(second);
        assertThat(get(second.path(), pass)).bodyText().contains("code of six digits").doesNotContain("Amina");
        monthsLater();
        assertThat(town.as(town.rosa(), () -> links.of(client, new ReferralId(UUID.fromString(id))))).isEmpty();
        assertThat(get(second.path(), again)).as("opened before its time was over").hasStatus(404).bodyText().doesNotContain("Amina");
        assertThat(post(second.path() + "/answer", again, "next", "ACCEPTED", "name", "Jo")).hasStatus(404);
        assertThat(post(second.path() + "/code", null, "code", second.code())).as("opened after it").hasStatus(404);

        var third = make();
        var last = open(third);
        revoke();
        assertThat(get(third.path(), last)).hasStatus(404);
        assertThat(town.post(town.rosa(), path() + "/link")).hasStatus(409).bodyText().contains("No consent covers");
    }

    @Test
    void whoever_holds_a_link_reaches_that_one_referral_in_the_database_too() throws Exception {
        var made = make();
        var pass = open(made);
        var other = send(ReferralExamples.service(town, services));
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/referrals/" + other + "/link")).hasStatusOk();
        var holder = links.acting(made.path().replace("/link/", ""), pass.getValue()).orElseThrow();
        assertThat(as(holder, "select current_user::text")).containsExactly("casebridge_link");
        assertThat(as(holder, "select id::text from referrals.referral")).containsExactly(id);
        assertThat(as(holder, "select distinct referral_id::text from referrals.step")).containsExactly(id);
        assertThat(as(holder, "select id::text from clients.client")).containsExactly(client.text());
        for (var shut : List.of("referrals.link", "referrals.link_key", "access.reach", "careplans.plan", "messaging.note", "directory.partner", "audit.entry", "accounts.invitation")) {
            assertThatThrownBy(() -> as(holder, "select count(*)::text from " + shut)).as(shut).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> as(town.rosa(), "select count(*)::text from referrals.link_key")).hasStackTraceContaining("permission denied");
    }

    @Test
    void of_two_who_accept_at_once_one_is_told_that_it_was_accepted_already() throws Exception {
        var made = make();
        var pass = open(made);
        var answers = new ArrayList<Future<Integer>>();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                answers.add(two.submit(() -> post(made.path() + "/answer", pass, "next", "ACCEPTED", "name", "Jo").getResponse().getStatus()));
            }
        }
        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(303, 422);
        assertThat(town.as(town.rosa(), () -> referrals.steps(client, new ReferralId(UUID.fromString(id)))).stream().filter(it -> it.status() == Referral.Status.ACCEPTED)).hasSize(1);
    }

    @Test
    void who_does_not_reach_the_client_makes_no_link() {
        assertThat(town.post(town.sam(), path() + "/link")).hasStatus(404);
        assertThat(town.post(town.priya(), path() + "/link")).hasStatus(403);
    }

    private Made make() throws Exception {
        var page = town.post(town.rosa(), path() + "/link");
        assertThat(page).hasStatusOk().bodyText().contains("shown now and never again");
        var text = page.getResponse().getContentAsString();
        var mail = Pattern.compile("mailto:[^\"]*").matcher(text);
        assertThat(mail.find()).isTrue();
        assertThat(mail.group()).doesNotContain("Amina", "Yusuf", client.text(), "Groceries").contains("%2Flink%2F");
        var link = Pattern.compile("/link/[A-Za-z0-9_-]{43}").matcher(text);
        var code = Pattern.compile("<code class=\"secret\">(\\d{6})</code>").matcher(text);
        assertThat(link.find() && code.find()).isTrue();
        return new Made(link.group(), code.group(1));
    }

    private Cookie open(Made made) {
        var opened = post(made.path() + "/code", null, "code", made.code().substring(0, 3) + " " + made.code().substring(3));
        assertThat(opened).hasStatus3xxRedirection();
        return java.util.Objects.requireNonNull(opened.getResponse().getCookie("casebridge-link"));
    }

    /** As if the links of this referral had been made three months ago. */
    private void monthsLater() throws SQLException {
        try (var owner = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
             var statement = owner.prepareStatement("update referrals.link set made_at = made_at - interval '90 days', expires_at = expires_at - interval '90 days' where referral_id = ?::uuid and ended_at is null")) {
            statement.setString(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private void revoke() {
        for (var consent : town.as(town.rosa(), () -> consents.of(client))) {
            town.rosa().run(() -> consents.revoke(client, consent.id(), new RevokeConsent(true, null, null, "Amina", Revocation.How.SPOKEN, null)));
        }
    }

    private MvcTestResult get(String path, Cookie pass) {
        var request = browser.get().uri(java.net.URI.create(path.replace(" ", "%20")));
        return (pass == null ? request : request.cookie(pass)).exchange();
    }

    private MvcTestResult post(String path, Cookie pass, String... fields) {
        var request = browser.post().uri(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return (pass == null ? request : request.cookie(pass)).exchange();
    }

    private String send(ServiceId to) {
        var answer = town.post(town.rosa(), "/clients/" + client.text() + "/referrals/new/" + to.text(), "need", "FOOD", "asked", "A box each week", "urgency", "ROUTINE",
                "shared", "Two adults, one baby", "reachBy", "by text after 16:00", "agreedOn", Town.today().toString());
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl().replaceAll(".*/", "");
    }

    private List<String> as(Actor who, String sql) {
        return who.act(() -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    private String path() {
        return "/clients/" + client.text() + "/referrals/" + id;
    }
}
