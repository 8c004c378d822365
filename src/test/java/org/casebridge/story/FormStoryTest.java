package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.access.Accounts;
import org.casebridge.assessments.Answers;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.Assessments;
import org.casebridge.assessments.BuiltItem;
import org.casebridge.assessments.FormRules;
import org.casebridge.assessments.Instrument;
import org.casebridge.assessments.OwnForm;
import org.casebridge.assessments.OwnForms;
import org.casebridge.assessments.Shown;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator builds a form and publishes it; a case manager asks a client with it, with script and without. */
@StoryTest
class FormStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired CaseFiles cases;
    @Autowired OwnForms forms;
    @Autowired Assessments assessments;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en, true", "360, es, true", "320, en, false"})
    void a_form_is_built_and_answered(int width, String language, boolean script) {
        var boss = town.account(Role.ADMINISTRATOR, "Bela Boss");
        var who = town.account(Role.CASE_MANAGER, "Ana Torres");
        accounts.speak(boss.account(), language);
        accounts.speak(who.account(), language);
        var client = town.openCase("Jerome Kofi Asante");
        town.vera().run(() -> cases.assign(client.clientId(), client.id(), who.account()));
        var title = "Nights " + width + (script ? "" : " without script");
        try (var walk = new Walk("form-" + width + "-" + language, "http://localhost:" + port, width, language, script)) {
            walk.signIn(accounts.get(boss.account()).username(), Town.PASSWORD);
            walk.open("/library/forms").look("1-none").fill("title", title);
            walk.page.locator("#build-title").fill(title);
            walk.page.locator("form[action='/library/forms/blank'] button").click();
            walk.choose("type", "CHOICE").fill("text", "Do you sleep?").fill("spanish", "¿Duerme?").fill("answers", "Well | Bien = 0\nBadly | Mal = 2").tick("required", "true").look("2-build");
            walk.save("/items");
            var path = walk.path().replace("/items", "");
            var id = new org.casebridge.assessments.FormId(java.util.UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
            boss.run(() -> {
                forms.put(id, new BuiltItem(null, null, Type.CHOICE, "Do you eat?", "¿Come?", "At least twice a day", true, false, List.of(new BuiltItem.Answer("Well", "Bien", "0"), new BuiltItem.Answer("Badly", "Mal", "2")), null, null, null, BuiltItem.Look.PLAIN, false, List.of()));
                forms.put(id, new BuiltItem(null, null, Type.TEXT, "What keeps you awake?", "¿Qué le quita el sueño?", "", false, false, List.of(), null, null, null, BuiltItem.Look.PLAIN, false, List.of(new BuiltItem.When("q1", "=", "Badly"))));
                forms.put(id, new BuiltItem(null, null, Type.INTEGER, "How strong is it?", "¿Cuánto?", "", false, false, List.of(), "0", "10", null, BuiltItem.Look.SLIDER, false, List.of()));
                forms.put(id, new BuiltItem(null, null, Type.GROUP, "Who lives with you", "¿Quién vive con usted?", "", false, true, List.of(), null, null, null, BuiltItem.Look.TABLE, false, List.of()));
                forms.put(id, new BuiltItem(null, "q5", Type.STRING, "Name", "Nombre", "", false, false, List.of(), null, null, null, BuiltItem.Look.PLAIN, false, List.of()));
                forms.score(id, "Strain", List.of("q1", "q2"));
                forms.rule(id, new FormRules("q7", true, List.of(new FormRules.Band(0, 1, "little", "Nothing to do.", 0), new FormRules.Band(2, 4, "much", "Look at it soon.", 2)), List.of()));
                forms.license(id, new OwnForm.Licence(Instrument.LicenceClass.PD, "Nobody", "Our own words", "Anyone"), 2);
            });
            walk.open(path + "/items").look("3-built").open(path).look("4-form").open(path + "/preview").look("5-tried").open(path);
            walk.page.locator("form[action$='/publication'] button").click();
            walk.look("6-published");
            walk.page.context().clearCookies();

            walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD);
            var at = "/clients/" + client.clientId().text() + "/assessments";
            walk.open(at).page.locator("form.deed:has(input[value='" + id.instrument() + "']) button").click();
            walk.look("7-asked").tick("item-q1", "2-badly");
            if (script) {
                walk.page.locator("[name='item-q3']").waitFor();
                walk.fill("item-q3", "The rent");
                walk.page.waitForResponse(it -> it.url().endsWith("/form"), () -> walk.page.locator("[name='item-q3']").pressSequentially("!"));
                walk.tick("item-q2", "2-badly").page.locator(".so-far b:text-matches(': 4$')").waitFor();
                assertThat(walk.page.locator("[name='item-q3']").inputValue()).contains("The rent");
                // The slide is for the pointer, the number for the keyboard and whoever hears the page; each follows the other.
                var number = walk.page.locator("[name='item-q4']");
                var slide = walk.page.locator("[name='item-q4'] + input[type=range]");
                walk.page.waitForResponse(it -> it.url().endsWith("/form"), () -> slide.evaluate("it => { it.value = '3'; it.dispatchEvent(new Event('input', { bubbles: true })); }"));
                assertThat(number.inputValue()).isEqualTo("3");
                walk.page.waitForResponse(it -> it.url().endsWith("/form"), () -> number.fill("7"));
                walk.page.waitForCondition(() -> slide.inputValue().equals("7"));
                number.focus();
                walk.page.keyboard().press("Tab");
                assertThat(walk.page.evaluate("document.activeElement.type")).as("the keyboard has one stop for one question").isNotEqualTo("range");
                var draft = new AssessmentId(java.util.UUID.fromString(walk.path().replaceAll(".*/assessments/|/form.*", "")));
                town.vera().run(() -> assessments.keep(client.clientId(), draft, new Assessment.About(Assessment.Stage.INTAKE, Town.today(), Assessment.Mode.IN_PERSON, language, "Her sister"), Answers.NONE, Shown.NOTHING));
                walk.fill("present", "Her mother").page.locator("[name='_settle.present'][value=mine]").waitFor();
                walk.look("8-both").page.locator("[name='_settle.present'][value=theirs]").check();
                walk.page.waitForCondition(() -> walk.page.locator("[name=present]").inputValue().equals("Her sister"));
                walk.look("8-live").open(walk.path());
                assertThat(walk.page.locator("[name='item-q3']").inputValue()).as("kept without being sent").contains("The rent");
                walk.page.locator("button[name=_more]").first().click();
                walk.page.locator("table.asked-table [name='item-q6@2']").waitFor();
                assertThat(walk.page.getByLabel(language.equals("es") ? "Nombre 2" : "Name 2").getAttribute("name")).isEqualTo("item-q6@2");
            } else {
                walk.page.locator("button[name=_again]").last().click();
                walk.fill("item-q3", "The rent").tick("item-q2", "2-badly");
                walk.page.locator("button[name=_more]").first().click();
            }
            walk.fill("item-q6@1", "Ana").fill("item-q6@2", "Ben").look("9-two");
            if (!script) {
                walk.fill("item-q4", "7");
            }
            walk.save("/completion");
            walk.look("10-read");
            assertThat(walk.text()).contains("The rent", "Ana", "Ben", "much", "7");
        }
    }
}
