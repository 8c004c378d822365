package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The key "n" writes a note from anywhere, and is a letter while one types. */
@StoryTest
class NoteKeyStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    @Test
    void n_writes_about_the_client_of_the_page_else_about_whom_one_chooses() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Keys");
        var client = "/clients/" + town.openCase(nora, "Jerome Asante").text();
        try (var walk = new Walk("note-key", "http://localhost:" + port, 1440, "en", true)) {
            walk.signIn(accounts.get(nora.account()).username(), Town.PASSWORD).open("/");
            walk.page.keyboard().press("n");
            walk.page.waitForURL("**/note");
            assertThat(walk.text()).contains("Jerome Asante");

            walk.open(client).page.keyboard().press("n");
            walk.page.waitForURL("**" + client + "/contacts/new");

            walk.open(client).page.keyboard().press("Control+n");
            walk.page.locator("#find").focus();
            walk.page.keyboard().press("n");
            assertThat(walk.page.locator("#find").inputValue()).isEqualTo("n");
            assertThat(walk.path()).isEqualTo(client);

            walk.fill("find", "");
            walk.page.keyboard().press("Escape");
            walk.page.keyboard().press("/");
            assertThat(walk.page.evaluate("document.activeElement.id")).isEqualTo("find");
        }
    }
}
