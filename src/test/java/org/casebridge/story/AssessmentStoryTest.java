package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.assessments.Answers;
import org.casebridge.assessments.Approvals;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.Assessments;
import org.casebridge.assessments.DueRule;
import org.casebridge.assessments.DueRules;
import org.casebridge.assessments.Instruments;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An assessment that a programme asked for: found on My day, asked, acted on, read over time, led to a service, returned and approved. */
@StoryTest
class AssessmentStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Programs programs;
    @Autowired CaseFiles cases;
    @Autowired DueRules rules;
    @Autowired Approvals approvals;
    @Autowired Assessments assessments;
    @Autowired Instruments instruments;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "320, en, false"})
    void an_assessment_is_due_asked_acted_on_and_looked_at(int width, String language, boolean script) {
        var worker = town.account(Role.CASE_MANAGER, "Rosa Alvarez");
        var supervisor = town.account(Role.SUPERVISOR, "Vera Lindqvist");
        accounts.speak(worker.account(), language);
        accounts.speak(supervisor.account(), language);
        var program = program();
        var client = inCase(program, worker);
        scored(client, worker, 3, 90);
        scored(client, worker, 2, 45);
        String path;
        try (var walk = walk("assess-" + width + "-" + language, width, language, script)) {
            walk.signIn(accounts.get(worker.account()).username(), Town.PASSWORD);
            walk.look("01-my-day").open("/clients/" + client.text() + "/assessments").look("02-due");
            walk.page.locator("form:has(input[name=stage][value=UPDATE]) button").first().click();
            walk.look("03-asked");
            answer(walk, 1, 1, 1, 1, 1, 1, 1, 0, 2);
            walk.choose("language", "vi").choose("interpreter", "PROFESSIONAL").fill("present", "Mai Tran");
            send(walk, "/completion");
            assertThat(walk.page.locator("fieldset.safety textarea[name=safetyNote]").count()).isOne();
            walk.look("04-safety");
            walk.fill("safetyNote", "Called 988 together; her sister stays tonight.");
            send(walk, "/completion");
            path = walk.path();
            assertThat(walk.page.locator("svg.trend").count()).isOne();
            walk.look("05-result").open(path + "/copy").look("06-copy");

            walk.open("/clients/" + client.text() + "/assessments").page.locator("form:has(input[value='needs']) button").first().click();
            walk.tick("item-housing-level", "2").tick("item-food-level", "1").tick("item-people-level", "4").fill("item-people-helps", "Church choir").tick("item-work-level", "3")
                    .choose("item-act-1", "housing").choose("item-act-2", "food");
            send(walk, "/completion");
            assertThat(walk.page.locator("svg.wheel").count()).isOne();
            walk.look("07-needs");
            walk.page.locator("a[href$='need=HOUSING']").first().click();
            walk.look("08-service");
            walk.open("/clients/" + client.text() + "/assessments").look("09-list");
        }
        try (var walk = walk("approve-" + width + "-" + language, width, language, script)) {
            walk.signIn(accounts.get(supervisor.account()).username(), Town.PASSWORD).open(path).look("01-waits");
            walk.tick("verdict", "RETURNED");
            send(walk, "/approval");
            walk.look("02-without-words");
            walk.fill("comment", "Ask once more about sleep.");
            send(walk, "/approval");
            walk.look("03-returned");
            assertThat(walk.text()).contains("Ask once more about sleep.");
        }
    }

    @Test
    void the_rules_of_a_programme_are_set_and_an_instrument_is_asked_by_keyboard_alone() {
        var program = program();
        try (var walk = walk("rules", 1440, "en", true)) {
            walk.signIn(accounts.get(town.adam().account()).username(), Town.PASSWORD).open("/programmes/" + program.text()).look("01-program")
                    .open("/programmes/" + program.text() + "/assessments").look("02-rules").open("/library/hunger-vital-sign").unfold().look("03-instrument").open("/library").look("04-library");
        }
        var client = inCase(program, town.rosa());
        try (var walk = walk("keyboard", 1440, "en", true)) {
            walk.signIn(accounts.get(town.rosa().account()).username(), Town.PASSWORD).open("/clients/" + client.text() + "/assessments");
            press(walk, "form:has(input[value='hunger-vital-sign']) button", "Enter");
            walk.page.waitForURL("**/answers");
            press(walk, "input[name='item-88122-7']", "Space");
            walk.page.keyboard().press("ArrowDown");
            press(walk, "input[name='item-88123-5']", "Space");
            press(walk, "form.sheet .deeds button.btn-primary", "Enter");
            walk.page.waitForURL(it -> !it.contains("/answers"));
            assertThat(walk.text()).contains("at risk of hunger");
            walk.look("01-done");
        }
    }

    /** Goes with the tabulator to a control, as often as that takes, and presses a key there. */
    private static void press(Walk walk, String control, String key) {
        walk.page.waitForLoadState();
        for (int i = 0; i < 400; i++) {
            walk.page.keyboard().press("Tab");
            if ((boolean) walk.page.evaluate("it => document.activeElement.matches(it)", control)) {
                walk.page.keyboard().press(key);
                return;
            }
        }
        throw new AssertionError(control + " is not reached by keyboard");
    }

    private Walk walk(String name, int width, String language, boolean script) {
        return new Walk(name, "http://localhost:" + port, width, language, script);
    }

    private ProgramId program() {
        return town.adam().act(() -> {
            var id = programs.add("Harbor " + UUID.randomUUID().toString().substring(0, 6), 30);
            rules.add(id, Instruments.PHQ9, Assessment.Stage.UPDATE, DueRule.From.LAST, 30, Town.today(), "County contract, 4.2");
            rules.add(id, Instruments.NEEDS, Assessment.Stage.INTAKE, DueRule.From.OPENED, 30, Town.today(), "County contract, 4.1");
            approvals.ask(id, java.util.Set.of(Instruments.PHQ9));
            return id;
        });
    }

    private ClientId inCase(ProgramId program, Actor worker) {
        var client = town.client("Leila Haddad");
        town.rosa().run(() -> cases.open(client, program, worker.account(), Town.today().minusDays(28)));
        return client;
    }

    private void scored(ClientId client, Actor worker, int weight, int daysAgo) {
        worker.run(() -> {
            var said = new java.util.HashMap<String, String>();
            instruments.get(Instruments.PHQ9).questions().stream().limit(8).forEach(it -> said.put(it.linkId(), it.choices().get(weight).code()));
            var last = instruments.get(Instruments.PHQ9).questions().get(8);
            said.put(last.linkId(), last.choices().getFirst().code());
            var draft = assessments.start(client, Instruments.PHQ9);
            assessments.complete(client, draft.id(), new Assessment.About(Assessment.Stage.UPDATE, Town.today().minusDays(daysAgo), Assessment.Mode.IN_PERSON, "en", null), new Answers(said), false, null);
        });
    }

    /** One weight for each scored item of the PHQ-9. */
    private void answer(Walk walk, int... weights) {
        var items = instruments.get(Instruments.PHQ9).questions();
        for (int i = 0; i < weights.length; i++) {
            walk.tick(items.get(i).field(), items.get(i).choices().get(weights[i]).code());
        }
    }

    private static void send(Walk walk, String action) {
        walk.page.locator("form[action$='" + action + "'] .deeds button").first().click();
        walk.page.waitForLoadState();
    }
}
