package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in, being refused, and locking the screen. */
@StoryTest
class SignInStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "320, en, false"})
    void a_case_manager_signs_in_and_locks_the_screen(int width, String language, boolean script) {
        var who = accounts.get(town.rosa().account());
        var client = town.openCase("Jerome Kofi Asante").clientId();
        try (var walk = new Walk("sign-in-" + width + "-" + language, "http://localhost:" + port, width, language, script)) {
            walk.open("/clients/" + client.text());
            assertThat(walk.path()).startsWith("/sign-in?next=");
            walk.look("1-sign-in");

            walk.fill("username", who.username()).fill("password", "not this one").page.locator("form[action='/sign-in'] button").click();
            assertThat(walk.text()).contains(language.equals("es") ? "no es correcto" : "is not right");
            walk.look("2-refused");

            walk.fill("username", who.username()).fill("password", Town.PASSWORD).page.locator("form[action='/sign-in'] button").click();
            assertThat(walk.path()).isEqualTo("/clients/" + client.text());
            assertThat(walk.text()).contains("Jerome Kofi Asante");
            walk.look("3-client");

            walk.lock();
            assertThat(walk.path()).startsWith("/sign-in?left");
            walk.look("4-locked");
        }
    }
}
