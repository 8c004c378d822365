package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.accounts.AppOnPhone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Second factors and passkeys in a real browser: setting them up, signing in by them, and showing again that it is you. */
@StoryTest
class FactorStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "360, en, false"})
    void an_administrator_signs_in_with_an_app_and_shows_its_code_again_for_a_deed(int width, String language, boolean script) {
        var adam = person(language);
        var noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        try (var walk = new Walk("app-" + width + "-" + language + (script ? "" : "-no-script"), "http://localhost:" + port, width, language, script)) {
            signIn(walk, adam);
            walk.open("/account").look("1-own");
            walk.page.locator("a[href='/account/authenticator']").click();
            walk.look("2-set-up");
            var app = new AppOnPhone(walk.page.locator("code.secret").innerText());
            walk.fill("code", "000000").send("/account/authenticator");
            assertThat(walk.page.locator("#problems").innerText()).contains(language.equals("es") ? "no es correcto" : "not right");
            walk.fill("code", app.now()).send("/account/authenticator").look("3-codes");
            assertThat(walk.page.locator("code.secret").count()).isEqualTo(8);
            var recovery = walk.page.locator("code.secret").first().innerText();

            walk.lock();
            signIn(walk, adam);
            assertThat(walk.path()).startsWith("/sign-in/code");
            walk.look("4-code");
            walk.fill("code", recovery).page.locator("form[action='/sign-in/code'] button").click();
            walk.page.waitForURL(it -> !it.contains("/sign-in"));

            lapse(adam);
            walk.open("/accounts/" + noor.id().text());
            walk.page.locator("select[name=role]").selectOption("INTAKE");
            walk.send("/role").look("5-again");
            assertThat(accounts.get(noor.id()).role()).isEqualTo(Role.CASE_MANAGER);
            walk.fill("_confirm_code", "123456").page.locator("form[action$='/role'] button.btn-primary").click();
            walk.page.locator("#confirm-code-problem").waitFor();
            walk.fill("_confirm_code", app.next()).page.locator("form[action$='/role'] button.btn-primary").click();
            walk.page.waitForURL(it -> it.endsWith("/accounts/" + noor.id().text()));
            assertThat(accounts.get(noor.id()).role()).isEqualTo(Role.INTAKE);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, en", "360, es"})
    void a_passkey_is_made_opens_the_house_without_a_password_and_is_shown_again_for_a_deed(int width, String language) {
        var adam = person(language);
        var noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        try (var walk = new Walk("passkey-" + width + "-" + language, "http://localhost:" + port, width, language, true)) {
            var device = device(walk);
            signIn(walk, adam);
            walk.open("/account");
            walk.page.locator("a[href='/account/passkeys/new']").click();
            walk.look("1-make");
            walk.fill("name", language.equals("es") ? "Mi teléfono" : "My phone").page.locator("[data-passkey] button").click();
            walk.page.waitForSelector("ul.codes");
            walk.open("/account").look("2-made");
            assertThat(walk.text()).contains(language.equals("es") ? "Mi teléfono" : "My phone");

            walk.lock();
            walk.look("3-sign-in");
            device.verifies(false);
            walk.page.locator("[data-passkey] button").click();
            walk.page.locator("[data-passkey] .problem").waitFor();
            walk.look("4-not-verified");
            device.verifies(true);
            walk.page.locator("[data-passkey] button").click();
            walk.page.waitForURL(it -> !it.contains("/sign-in"));

            lapse(adam);
            walk.open("/accounts/" + noor.id().text());
            walk.page.locator("select[name=role]").selectOption("INTAKE");
            walk.send("/role").look("5-again");
            walk.page.locator("[data-passkey] button").click();
            walk.page.waitForURL(it -> it.endsWith("/accounts/" + noor.id().text()));
            assertThat(accounts.get(noor.id()).role()).isEqualTo(Role.INTAKE);

            walk.open("/account");
            walk.page.locator("form[action$='/removal'] button").first().click();
            walk.page.waitForLoadState();
            assertThat(accounts.get(adam.id()).secondFactor()).isFalse();
        }
    }

    private Account person(String language) {
        var who = town.account(Role.ADMINISTRATOR, "Adam Osei");
        accounts.speak(who.account(), language);
        return accounts.get(who.account());
    }

    private static void signIn(Walk walk, Account who) {
        walk.signIn(who.username(), Town.PASSWORD);
        walk.page.waitForLoadState();
    }

    /** Their factors were last shown ten minutes ago. */
    private void lapse(Account who) {
        transaction.executeWithoutResult(_ -> db.sql("""
                update access.session set password_at = password_at - interval '10 minutes', totp_at = totp_at - interval '10 minutes',
                    recovery_at = recovery_at - interval '10 minutes', passkey_at = passkey_at - interval '10 minutes' where account_id = ?
                """).param(who.id().value()).update());
    }

    /** A device inside this computer that asks for its holder's finger (W3C Web Authentication 3, 11: virtual authenticators). */
    private static Device device(Walk walk) {
        var session = walk.page.context().newCDPSession(walk.page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        return new Device(session, session.send("WebAuthn.addVirtualAuthenticator", asked).get("authenticatorId").getAsString());
    }

    private record Device(CDPSession session, String id) {

        /** Whether the finger is the right one. */
        void verifies(boolean right) {
            var asked = new JsonObject();
            asked.addProperty("authenticatorId", id);
            asked.addProperty("isUserVerified", right);
            session.send("WebAuthn.setUserVerified", asked);
        }
    }
}
