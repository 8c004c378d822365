package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.assessments.Instruments;
import org.casebridge.clients.About;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the first call to what two assessments say: found, taken, opened as a case, asked, scored, compared; with nothing typed ever lost. */
@StoryTest
class IntakeStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Instruments instruments;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "320, en, false"})
    void a_request_becomes_a_case_and_the_case_an_assessment(int width, String language, boolean script) {
        var worker = town.account(Role.CASE_MANAGER, "Rosa Alvarez");
        accounts.speak(worker.account(), language);
        var program = town.program();
        var client = worker.act(() -> town.clients().add(NewClient.of(PersonName.read("Jerome Kofi Asante"), About.unknown())));
        try (var walk = new Walk("intake-" + width + "-" + language, "http://localhost:" + port, width, language, script)) {
            walk.signIn(accounts.get(worker.account()).username(), Town.PASSWORD);
            walk.open("/intakes").look("01-queue-empty").open("/intakes/new?find=asante%20jerome").look("02-found");
            walk.page.locator("a[href='/clients/" + client.text() + "/intakes/new']").first().click();
            walk.look("03-request");

            walk.fill("ownWords", "I want my own door key again, and my son to stay over on weekends.").tick("needs", "HOUSING").tick("needs", "FAMILY").tick("safety", "SAFE");
            if (script) {
                comesBack(walk, "door key again", "input[name=needs][value=FAMILY]");
            }
            send(walk, "/intakes");
            assertThat(walk.page.locator("#problems").count()).isOne();
            walk.look("04-request-refused");
            walk.tick("urgency", "TWO_DAYS").choose("asker", "HOSPITAL").choose("cameBy", "PHONE").fill("askedName", "St. Anne, discharge desk").fill("askedPhone", "555 0134");
            send(walk, "/intakes");
            walk.look("05-request-taken").open("/intakes").look("06-queue");

            walk.page.locator(".rail a.btn").first().click();
            walk.page.locator("a[href*='decide=opening']").click();
            walk.choose("program", program.text()).choose("worker", worker.account().text()).look("07-decide");
            send(walk, "/opening");
            assertThat(walk.path()).isEqualTo("/clients/" + client.text());

            begin(walk, client.text(), "phq-9");
            answer(walk, 2, 2, 2, 2, 2, 2, 1, 1, 1);
            if (script) {
                comesBack(walk, "", "input[name=item-44260-8][value=LA6569-3]");
            }
            send(walk, "/completion");
            walk.look("08-item-9");
            walk.fill("safetyNote", "Called 988 together; safety plan written with him; Vera knows.");
            send(walk, "/completion");
            walk.look("09-score");
            walk.fill("words", "Went through the safety plan once more by phone.");
            send(walk, "/follow-up");

            begin(walk, client.text(), "phq-9");
            answer(walk, 1, 1, 1, 1, 1, 1, 1, 1, 0);
            send(walk, "/completion");
            walk.look("10-second-score");

            begin(walk, client.text(), "needs");
            walk.look("11-needs").fill("item-hopes", "Cook for my son in my own kitchen.").tick("item-housing-level", "1").fill("item-housing-hard", "Notice to leave by 31 December.").fill("item-people-helps", "Church choir on Thursdays.")
                    .tick("item-people-level", "4").tick("item-food-level", "2").tick("item-mind-level", "2").choose("item-act-1", "housing").choose("item-act-2", "mind");
            send(walk, "/completion");
            walk.look("12-needs-result").open("/clients/" + client.text() + "/assessments").look("13-assessments").open("/clients/" + client.text()).look("14-story");
        }
    }

    private static void begin(Walk walk, String client, String instrument) {
        walk.open("/clients/" + client + "/assessments").page.locator("form:has(input[value='" + instrument + "']) button").click();
    }

    /** One weight for each scored item of the PHQ-9. */
    private void answer(Walk walk, int... weights) {
        var items = instruments.get("phq-9").questions();
        for (int i = 0; i < weights.length; i++) {
            walk.tick(items.get(i).field(), items.get(i).choices().get(weights[i]).code());
        }
    }

    /** What was typed and chosen is there again after the page was left without saving. */
    private static void comesBack(Walk walk, String typed, String chosen) {
        walk.page.waitForResponse(it -> it.url().endsWith("/drafts"), () -> { });
        walk.page.reload();
        assertThat(walk.page.content()).contains(typed);
        assertThat(walk.page.locator(chosen).isChecked()).isTrue();
    }

    private static void send(Walk walk, String action) {
        walk.page.locator("form[action$='" + action + "'] .deeds button").click();
    }
}
