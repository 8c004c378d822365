package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A paper is put into the record, refused, seen, saved to the worker's own computer and taken out again, in a browser. */
@StoryTest
class DocumentStoryTest {

    private static final byte[] NOTICE = "Rent is due on the first of the month.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAGE = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired CaseFiles cases;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "320, en, false"})
    void a_paper_is_refused_kept_seen_saved_and_taken_out(int width, String language, boolean script) throws Exception {
        var who = town.account(Role.CASE_MANAGER, "Ana Torres");
        accounts.speak(who.account(), language);
        var client = town.openCase("Jerome Kofi Asante");
        town.vera().run(() -> cases.assign(client.clientId(), client.id(), who.account()));
        var documents = "/clients/" + client.clientId().text() + "/documents";
        try (var walk = new Walk("documents-" + width + "-" + language, "http://localhost:" + port, width, language, script)) {
            walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD);
            walk.open(documents).look("1-none");
            send(walk, documents, "notice.html", "text/html", PAGE);
            assertThat(walk.page.locator("#file-problem").count()).isEqualTo(1);
            assertThat(walk.page.locator("select[name='about']").inputValue()).isEqualTo("HOUSING");
            walk.look("2-refused");
            send(walk, documents, "notice to quit.txt", "text/plain", NOTICE);
            assertThat(walk.path()).isEqualTo(documents);
            assertThat(walk.text()).contains("notice to quit");
            walk.look("3-kept").page.locator("article h3 a").first().click();
            walk.look("4-seen");
            var saved = walk.page.waitForDownload(() -> walk.page.locator("a[href$='/file']").first().click());
            assertThat(saved.suggestedFilename()).isEqualTo("notice to quit.txt");
            assertThat(Files.readAllBytes(saved.path())).isEqualTo(NOTICE);
            assertThat(walk.path()).startsWith(documents + "/");
            walk.page.locator("details.moreof summary").first().click();
            walk.fill("reason", "It is his sister's").page.locator("form[action$='/striking'] .deeds button").first().click();
            assertThat(walk.path()).isEqualTo(documents);
            assertThat(walk.page.locator("a[href$='/file']").count()).isZero();
            walk.look("5-taken-out").open("/clients/" + client.clientId().text()).look("6-story");
        }
    }

    private static void send(Walk walk, String documents, String name, String type, byte[] content) {
        walk.page.locator("input[name='file']").setInputFiles(new FilePayload(name, type, content));
        walk.choose("about", "HOUSING").page.locator("form[action='" + documents + "'] .deeds button").first().click();
        walk.page.waitForLoadState();
    }
}
