package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.Services;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person from the first call to the closed case, and back: the eleven screens of a case manager's work, in both languages, wide and narrow. */
@StoryTest
class WholeStoryTest {

    private static final LocalDate TODAY = Town.today();

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Services services;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, en", "360, es"})
    void one_person_from_the_first_call_to_the_closed_case(int width, String language) {
        var who = town.account(Role.CASE_MANAGER, "Noor Haddad");
        accounts.speak(who.account(), language);
        town.program();
        var pantry = "Alder Street Pantry " + letters();
        town.as(town.vera(), () -> services.add(AddService.of(pantry, "Groceries for the week", NeedCategory.FOOD, "555-0142")));
        var family = "O’Connor-Ñuñez " + letters();
        try (var walk = new Walk("story-" + width + "-" + language, "http://localhost:" + port, width, language, true)) {
            signIn(walk, who);
            var client = addPerson(walk, family);
            intake(walk, client, who);
            assess(walk, client);
            plan(walk, client);
            refer(walk, client, pantry);
            contact(walk, client);
            advocate(walk, client);
            theRestOfTheHouse(walk, client, family);
            closeAndReopen(walk, client, who);
            theStory(walk, client, pantry);
        }
    }

    private void signIn(Walk walk, Actor who) {
        walk.open("/").look("01-sign-in");
        walk.signIn(accounts.get(who.account()).username(), Town.PASSWORD);
        assertThat(walk.path()).isEqualTo("/");
        walk.look("02-my-day-empty");
    }

    private static String addPerson(Walk walk, String family) {
        walk.open("/clients").look("03-clients");
        walk.open("/clients/new").look("04-new-person");
        walk.send("/clients").look("05-new-person-refused");
        walk.unfold().set("who.names[0].given", "Milagros").set("who.names[0].family", family).set("who.bornOn", "1979-02-" + (10 + (int) (Math.random() * 18)))
                .set("who.pronouns", "she/her").set("who.culture", "Fasts in Lent. A woman as interpreter, please.")
                .set("how.phones[0].number", "212-555-0" + (100 + (int) (Math.random() * 99))).set("how.bestTimes", "16:00 – 18:00");
        walk.send("/clients");
        if (!walk.path().matches("/clients/[0-9a-f-]{36}")) {
            walk.look("06-who-may-be-the-same").send("/clients");
        }
        assertThat(walk.path()).matches("/clients/[0-9a-f-]{36}");
        assertThat(walk.text()).contains("Milagros", family);
        walk.look("07-client");
        var client = walk.path();
        walk.open("/clients?find=" + family.split(" ")[1]);
        assertThat(walk.text()).contains("Milagros");
        walk.look("08-found");
        walk.open(client + "/person").look("09-person");
        return client;
    }

    private static void intake(Walk walk, String client, Actor who) {
        walk.open("/intakes/new").look("10-intake-for-whom");
        walk.open(client + "/intakes/new").look("11-intake");
        walk.set("asker", "SELF").set("cameBy", "PHONE").set("needs", "FOOD").set("needs", "HOUSING").set("urgency", "WEEK").set("safety", "SAFE")
                .set("ownWords", "I want my own door key again, and food in the house.");
        walk.save("/intakes");
        assertThat(walk.path()).matches(client + "/intakes/[0-9a-f-]{36}");
        walk.look("12-intake-to-decide");
        var intake = walk.path();
        walk.open("/intakes").look("13-intakes");
        walk.open(intake + "?decide=opening").setFirst("program").set("worker", who.account().text());
        walk.save("/opening");
        assertThat(walk.path()).isEqualTo(client);
        assertThat(walk.text()).contains("I want my own door key again");
        walk.look("14-case-opened");
    }

    private static void assess(Walk walk, String client) {
        walk.open(client + "/assessments").look("15-assessments");
        walk.page.locator("form:has(input[name=instrument][value='phq-9']) button").click();
        walk.answerAll(1).set("stage", "INTAKE").set("mode", "IN_PERSON").set("language", "en");
        walk.look("16-phq-9");
        walk.set("safetyNote", "Asked directly. No plan, no means. Agreed on whom to call.");
        walk.save("/completion");
        assertThat(walk.path()).matches(client + "/assessments/[0-9a-f-]{36}");
        assertThat(walk.text()).contains("9");
        walk.look("17-phq-9-result");

        walk.open(client + "/assessments");
        walk.page.locator("form:has(input[name=instrument][value='needs']) button").first().click();
        walk.answerAll(2).set("stage", "INTAKE").set("mode", "IN_PERSON").set("language", "en").look("18-needs");
        walk.save("/completion");
        assertThat(walk.path()).matches(client + "/assessments/[0-9a-f-]{36}");
        walk.look("19-needs-result");
    }

    private static void plan(Walk walk, String client) {
        walk.open(client + "/plan").look("20-no-plan");
        walk.page.locator("form[action='" + client + "/plan'] button").click();
        walk.look("21-plan-draft");
        walk.open(client + "/plan/draft/goals/new").look("22-new-goal");
        walk.set("words", "My own door key").set("domain", "HOUSING").set("measure", "A signed lease").set("targetOn", TODAY.plusDays(60).toString())
                .set("steps[0].what", "Apply for a voucher").set("steps[0].party", "CLIENT").set("steps[0].timing", "this week");
        walk.save("/plan/draft/goals");
        walk.open(client + "/plan/draft/agreement").look("23-agreement");
        walk.set("on", TODAY.toString()).set("how", "IN_PERSON").set("copy", "PRINT").set("signature", "TYPED").set("signedName", "Whole Story");
        walk.save("/plan/draft/agreement");
        walk.open(client + "/plan");
        assertThat(walk.text()).contains("My own door key", "Apply for a voucher");
        walk.look("24-plan");
    }

    private static void refer(Walk walk, String client, String pantry) {
        walk.open(client + "/referrals/new?need=FOOD&words=" + pantry.split(" ")[3]).look("25-who-can-help");
        walk.page.locator("a[href*='/referrals/new/']").first().click();
        walk.set("asked", "A box each week").set("reachBy", "By text after 16:00").set("agreedOn", TODAY.toString()).look("26-refer");
        walk.page.locator("form.sheet button.btn-primary").click();
        assertThat(walk.path()).matches(client + "/referrals/[0-9a-f-]{36}");
        walk.look("27-referral");
        walk.set("next", "ACCEPTED").save("/steps").set("next", "COMPLETED").save("/steps");
        walk.set("outcome", "MET").set("told", "We eat every day.").save("/outcome");
        assertThat(walk.text()).contains("We eat every day.");
        walk.open(client + "/referrals").look("28-referrals");
    }

    private static void contact(Walk walk, String client) {
        walk.open(client + "/contacts/new").unfold().look("29-contact");
        walk.set("minutes", "25").set("words", "Landlord’s notice gives 30 days. Not sleeping.").set("goals[0].served", "true").set("goals[0].achievement", "IMPROVING")
                .set("next", "Call the voucher office").set("nextOn", TODAY.toString());
        walk.save("/contacts");
        assertThat(walk.text()).contains("My own door key");
        walk.open(client + "/contacts");
        assertThat(walk.text()).contains("Not sleeping.");
        walk.look("30-contacts");
        walk.open(client + "/tasks");
        assertThat(walk.text()).contains("Call the voucher office");
        walk.look("31-tasks");
    }

    private static void advocate(Walk walk, String client) {
        walk.open(client + "/advocacy/new").look("32-new-issue");
        walk.set("party", "LANDLORD").set("name", "Housing Authority").set("about", "Removed from the wait list").set("asked", "To be put back")
                .set("askedOn", TODAY.toString()).set("answerDue", TODAY.plusDays(3).toString()).set("dueBasis", "Their letter of today");
        walk.save("/advocacy");
        assertThat(walk.path()).matches(client + "/advocacy/[0-9a-f-]{36}");
        walk.look("33-issue");
        walk.open("/advocacy");
        assertThat(walk.text()).contains("Removed from the wait list");
        walk.look("34-advocacy");
    }

    private static void theRestOfTheHouse(Walk walk, String client, String family) {
        walk.open("/");
        assertThat(walk.text()).contains(family, "Call the voucher office", "Removed from the wait list");
        walk.look("35-my-day");
        walk.open("/referrals").look("36-my-referrals");
        walk.open("/directory").look("37-directory");
        walk.page.locator("a[href^='/directory/services/']").first().click();
        walk.look("38-service");
        walk.open("/team").look("39-team");
        walk.open("/team/role").look("40-role");
        walk.open(client + "/household").look("41-household");
    }

    private static void closeAndReopen(Walk walk, String client, Actor who) {
        walk.open(client + "/case").look("42-case");
        walk.page.locator("a[href$='/closing']").first().click();
        walk.set("on", TODAY.toString()).set("reason", "GOALS_MET").set("achieved", "A lease, and food in the house.").set("leftOpen", "The voucher office was called today.").look("43-closing");
        walk.save("/closing");
        walk.open(client + "/case");
        walk.page.locator("a[href$='/reopening']").first().click();
        walk.set("worker", who.account().text()).set("on", TODAY.toString()).look("44-reopening");
        walk.save("/reopening");
        walk.open(client + "/case").look("45-case-reopened");
    }

    private static void theStory(Walk walk, String client, String pantry) {
        walk.open(client);
        assertThat(walk.text()).contains(pantry, "PHQ-9", "A lease, and food in the house.", "My own door key", "Removed from the wait list");
        walk.look("46-story");
        walk.open(client + "?kind=CONTACT").look("47-story-contacts");
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
    }
}
