package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A plan is begun, worded, agreed, lived with and changed, in a browser. */
@StoryTest
class PlanStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired CaseFiles cases;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "320, en, false"})
    void a_plan_is_worded_agreed_and_changed(int width, String language, boolean script) {
        var who = town.account(Role.CASE_MANAGER, "Ana Torres");
        accounts.speak(who.account(), language);
        var client = town.openCase("Jerome Kofi Asante");
        town.vera().run(() -> cases.assign(client.clientId(), client.id(), who.account()));
        var plan = "/clients/" + client.clientId().text() + "/plan";
        try (var walk = new Walk("plan-" + width + "-" + language, "http://localhost:" + port, width, language, script)) {
            walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD);
            walk.open(plan).look("1-none");
            walk.page.locator("form[action='" + plan + "'] button").click();
            walk.look("2-empty-draft");
            walk.open(plan + "/draft/goals/new").fill("words", "A home of my own").choose("domain", "HOUSING").choose("priority", "HIGH")
                    .fill("targetOn", Town.today().plusDays(70).toString()).fill("measure", "The key is in my pocket")
                    .fill("steps[0].what", "Ask for the voucher").choose("steps[0].party", "STAFF").fill("steps[0].who", "Ana Torres")
                    .fill("steps[1].what", "Therapy").choose("steps[1].party", "CLIENT").fill("steps[1].timing", "every two weeks")
                    .fill("resources[0].what", "First month's rent").fill("resources[0].cost", "much").look("3-goal");
            save(walk);
            assertThat(walk.page.locator(".problem").count()).isEqualTo(1);
            walk.look("4-goal-refused").fill("resources[0].cost", "900");
            save(walk);
            walk.look("5-draft").open(plan + "/draft/agreement").tick("how", "IN_PERSON").tick("copy", "PRINT").tick("signature", "TYPED").fill("signedName", "Jerome Asante").fill("present", "His sister").look("6-agreement");
            save(walk);
            assertThat(walk.path()).isEqualTo(plan);
            walk.look("7-plan");
            walk.page.locator("article h3 a").first().click();
            walk.tick("achievement", "IMPROVING").fill("seenWords", "Met the landlord").look("8-goal");
            walk.page.locator("form[action$='/progress'] .deeds button").click();
            walk.page.locator("form[action$='/result'] button").first().click();
            walk.look("9-goal-after");
            walk.open(plan).page.locator("form[action='" + plan + "/changes'] button").click();
            walk.page.locator("article .deeds a").first().click();
            walk.fill("steps[1].timing", "weekly");
            save(walk);
            walk.look("10-changed-draft").open(plan + "/draft/agreement").fill("reason", "Every two weeks was not enough").tick("how", "PHONE").tick("copy", "READ_ALOUD").tick("signature", "VERBAL").fill("followUpOn", Town.today().plusDays(10).toString());
            save(walk);
            walk.look("11-version-2").open("/clients/" + client.clientId().text()).look("12-story");
            walk.open(plan).page.locator("a[href$='/print']").first().click();
            walk.look("13-print");
            walk.open(plan + "/review").look("14-review").open(plan + "/services").look("15-services").open(plan + "/conferences").look("16-conferences");
            var version = walk.open(plan).page.locator("a[href$='/print']").first().getAttribute("href").replace("/print", "");
            walk.open(version).look("17-version").open(version + "/beside").look("18-beside").open(version + "/team").look("19-team").open(version + "/print?both=true&large=true").look("20-two-languages")
                    .open(version + "/signatures").look("21-sign").open(version + "/translation").look("22-translation");
            walk.open("/plan-reviews").look("23-reviews").open("/goal-library").look("24-library").open("/plain-language").look("25-plain");
        }
    }

    private static void save(Walk walk) {
        walk.page.locator("form.sheet .deeds button").first().click();
    }
}
