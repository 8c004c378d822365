package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.assessments.Assessments;
import org.casebridge.assessments.BuiltItem;
import org.casebridge.assessments.Instrument;
import org.casebridge.assessments.OwnForm;
import org.casebridge.assessments.OwnForms;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Going away from the desk, where a session locks after twenty seconds and asks after ten. */
@StoryTest
@TestPropertySource(properties = "casebridge.session.idle=20s")
class IdleStoryTest {

    private static final String WORDS = "She slept at her sister’s; call again on Friday.";

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired OwnForms forms;
    @Autowired Assessments assessments;
    @Autowired CaseFiles cases;
    @LocalServerPort int port;

    private String asked = "";

    @ParameterizedTest
    @CsvSource({"1440, en", "360, es"})
    void somebody_away_is_asked_first_keeps_the_page_by_one_key_and_finds_their_words_after_the_lock(int width, String language) {
        var who = town.account(Role.CASE_MANAGER, "Noor Haddad");
        accounts.speak(who.account(), language);
        try (var walk = new Walk("idle-" + width + "-" + language, "http://localhost:" + port, width, language, true)) {
            walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD).open("/clients/new");
            walk.fill("how.words", WORDS);
            var question = walk.page.locator("dialog[role=alertdialog]");
            assertThat(question.isVisible()).isFalse();

            question.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            assertThat(question.innerText()).contains(language.equals("es") ? "¿Sigue ahí?" : "Are you still there?", "10 s");
            assertThat(walk.page.evaluate("document.activeElement.dataset.idle")).as("the keyboard stands on").isEqualTo("stay");
            walk.look("1-asked");
            walk.page.keyboard().press("Enter");
            question.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(walk.page.locator("[name='how.words']").inputValue()).isEqualTo(WORDS);
            assertThat(walk.path()).isEqualTo("/clients/new");

            question.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            walk.page.waitForURL(it -> it.contains("/sign-in?left"));
            walk.look("2-locked");
            walk.fill("username", accounts.get(who.account()).username()).fill("password", Town.PASSWORD).page.locator("form[action='/sign-in'] button").click();
            assertThat(walk.path()).isEqualTo("/clients/new");
            assertThat(walk.page.locator("[name='how.words']").inputValue()).isEqualTo(WORDS);
        }
    }

    @Test
    void whoever_goes_on_working_in_another_window_is_not_locked_out_of_both() {
        var who = town.account(Role.CASE_MANAGER, "Noor Haddad");
        try (var walk = new Walk("idle-two-windows", "http://localhost:" + port, 1440, "en", true)) {
            walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD).open("/clients");
            var other = walk.page.context().newPage();
            other.navigate("http://localhost:" + port + "/clients/new");
            for (int i = 0; i < 16; i++) {
                other.locator("[name='how.words']").press("a");
                other.waitForTimeout(1500);
            }
            assertThat(walk.path()).isEqualTo("/clients");
            assertThat(walk.page.locator("dialog[role=alertdialog]").isVisible()).isFalse();
        }
    }

    @Test
    void without_script_what_is_sent_too_late_waits_as_a_draft() {
        var who = town.account(Role.CASE_MANAGER, "Noor Haddad");
        try (var walk = new Walk("idle-no-script", "http://localhost:" + port, 360, "en", false)) {
            walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD).open("/clients/new");
            walk.fill("how.words", WORDS);
            var interview = interview(walk, who);
            walk.page.waitForTimeout(21_500);
            interview.locator("form.sheet[action$='/completion'] .deeds button.btn-primary").click();
            assertThat(interview.url()).contains("/sign-in");
            walk.send("/clients");
            assertThat(walk.path()).startsWith("/sign-in");
            walk.fill("username", accounts.get(who.account()).username()).fill("password", Town.PASSWORD).page.locator("form[action='/sign-in'] button").click();
            assertThat(walk.path()).isEqualTo("/clients/new");
            assertThat(walk.text()).contains("This is your draft");
            assertThat(walk.page.locator("[name='how.words']").inputValue()).isEqualTo(WORDS);

            walk.open(asked);
            assertThat(walk.page.locator("[name='item-q1']").inputValue()).as("kept when it was sent").isEqualTo("Kept before");
            assertThat(walk.page.locator("[name='item-q2']").inputValue()).as("typed when the session had run out").isEqualTo(WORDS);
            assertThat(walk.page.locator("[name='present']").inputValue()).isEqualTo("Her sister");
        }
    }

    /** A form of the agency, with one answer kept and one only typed. */
    private com.microsoft.playwright.Page interview(Walk walk, org.casebridge.access.Actor who) {
        var form = town.adam().act(() -> {
            var begun = forms.begin("Idle interview");
            for (var question : List.of("What was said", "What was typed")) {
                forms.put(begun.id(), new BuiltItem(null, null, Type.STRING, question, "", "", false, false, List.of(), null, null, null, BuiltItem.Look.PLAIN, false, List.of()));
            }
            forms.license(begun.id(), new OwnForm.Licence(Instrument.LicenceClass.PD, "Nobody", "Our own words", "Anyone"), 2);
            return forms.publish(begun.id()).id();
        });
        var client = town.openCase("Idle Ida");
        town.vera().run(() -> cases.assign(client.clientId(), client.id(), who.account()));
        asked = who.act(() -> assessments.start(client.clientId(), form.instrument()).path() + "/form");
        var other = walk.page.context().newPage();
        other.navigate("http://localhost:" + port + asked);
        other.locator("[name='item-q1']").fill("Kept before");
        other.locator("button[name=_again]").last().click();
        other.locator("[name='item-q2']").fill(WORDS);
        other.locator("[name='present']").fill("Her sister");
        return other;
    }
}
