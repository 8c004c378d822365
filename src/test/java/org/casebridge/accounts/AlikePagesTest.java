package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Passwords;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever cannot sign in learns nothing of why: not from the words, not from the headers, not from the work that is done for the answer. */
@PageTest
class AlikePagesTest {

    /** So far two means may lie apart, in their common error (the threshold of leakage tests, ISO/IEC 17825). */
    private static final double LEAKS = 4.5;

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Passwords passwords;

    /** User name and password by the reason why they open nothing. */
    private final Map<String, String[]> refused = new LinkedHashMap<>();

    @BeforeEach
    void knows_many_reasons() throws Exception {
        refused.put("unknown", new String[] {"nobody-" + UUID.randomUUID().toString().substring(0, 8), "wrong"});
        refused.put("wrong", new String[] {known().username(), "wrong"});
        var disabled = known();
        accounts.disable(disabled.id());
        refused.put("disabled, wrong", new String[] {disabled.username(), "wrong"});
        var other = known();
        accounts.disable(other.id());
        refused.put("disabled, right", new String[] {other.username(), Town.PASSWORD});
        var invited = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(new NewAccount(AgencyId.FIRST, invited, "Noor Haddad", Role.CASE_MANAGER, "en"));
        refused.put("invited", new String[] {invited, ""});
        var withKey = known();
        var home = new Visitor(browser, "192.0.2.90");
        home.signIn(withKey.username(), Town.PASSWORD);
        home.post("/account/passkeys", "name", "Phone", "credential", new SoftKey(withKey.id()).made(
                Visitor.found("\"challenge\":\"([^\"]+)\"", home.post("/account/passkeys/question").getResponse().getContentAsString()).getFirst()));
        refused.put("with a passkey, wrong", new String[] {withKey.username(), "wrong"});
    }

    /** Ten tries each: the first are refused, the later ones must wait. */
    @Test
    void every_refusal_reads_alike_costs_the_same_work_and_is_slowed_down_alike() throws Exception {
        var answers = new LinkedHashMap<String, List<String>>();
        var work = new LinkedHashMap<String, Long>();
        int network = 20;
        for (var reason : refused.entrySet()) {
            var visitor = new Visitor(browser, "203.0.113." + network++);
            var before = passwords.computed();
            var said = new java.util.ArrayList<String>();
            for (int i = 0; i < 10; i++) {
                said.add(answer(visitor, reason.getValue()));
            }
            answers.put(reason.getKey(), said);
            work.put(reason.getKey(), passwords.computed() - before);
        }
        assertThat(answers.get("unknown").getFirst()).startsWith("422 ").contains("The user name or the password is not right.");
        assertThat(answers.get("unknown").getLast()).startsWith("429 ").contains("That was tried too often.");
        answers.forEach((reason, said) -> assertThat(said).as(reason).isEqualTo(answers.get("unknown")));
        assertThat(work.values()).as("passwords computed: one for each try that was looked at, none for those that must wait").containsOnly(6L);
    }

    /** The work is the same, and so is the time it takes: Welch's t over interleaved tries, without the slowest tenth. */
    @Test
    @EnabledIfSystemProperty(named = "casebridge.full", matches = "true")
    void no_reason_can_be_told_by_the_clock() {
        int samples = Integer.getInteger("casebridge.samples", 10_000);
        var unknown = new long[samples];
        for (var reason : List.of("wrong", "disabled, right", "invited")) {
            var known = new long[samples];
            var visitor = new Visitor(browser, "203.0.113.99");
            for (int i = -20; i < samples; i++) {
                visitor.later(Duration.ofDays(2));
                var first = took(visitor, refused.get(i % 2 == 0 ? reason : "unknown"));
                var second = took(visitor, refused.get(i % 2 == 0 ? "unknown" : reason));
                if (i >= 0) {
                    known[i] = i % 2 == 0 ? first : second;
                    unknown[i] = i % 2 == 0 ? second : first;
                }
            }
            assertThat(Math.abs(t(known, unknown))).as(reason).isLessThan(LEAKS);
        }
    }

    private long took(Visitor visitor, String[] who) {
        var begun = System.nanoTime();
        visitor.signIn(who[0], who[1]);
        return System.nanoTime() - begun;
    }

    private static double t(long[] one, long[] other) {
        var a = trimmed(one);
        var b = trimmed(other);
        return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
    }

    private static long[] trimmed(long[] all) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        return Arrays.copyOf(sorted, sorted.length * 9 / 10);
    }

    private static double mean(long[] all) {
        return Arrays.stream(all).average().orElseThrow();
    }

    private static double variance(long[] all) {
        var mean = mean(all);
        return Arrays.stream(all).mapToDouble(it -> (it - mean) * (it - mean)).sum() / (all.length - 1);
    }

    /** Status, headers and words, without the name that was typed, the forgery tokens and the nonces, which are new in each answer. */
    private static String answer(Visitor visitor, String[] who) throws Exception {
        var response = visitor.signIn(who[0], who[1]).getResponse();
        var headers = response.getHeaderNames().stream().filter(it -> !it.equals("Content-Length") && !it.equals("Set-Cookie")).sorted().map(it -> it + "=" + response.getHeaders(it)).toList();
        var cookies = Arrays.stream(response.getCookies()).map(jakarta.servlet.http.Cookie::getName).sorted().toList();
        return (response.getStatus() + " " + headers + cookies + response.getContentAsString()).replace(who[0], "NAME").replaceAll("name=\"_csrf\" value=\"[^\"]*\"|nonce(-|=\")[A-Za-z0-9_-]+", "");
    }

    private org.casebridge.access.Account known() {
        return accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
    }
}
