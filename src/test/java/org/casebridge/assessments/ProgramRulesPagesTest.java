package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CloseCase;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a programme asks for: assessments by a day, with the reason, and a supervisor's look at what was completed. */
@PageTest
class ProgramRulesPagesTest {

    @Autowired Town town;
    @Autowired Programs programs;
    @Autowired CaseFiles cases;

    private final LocalDate today = Town.today();

    @Test
    void what_a_programme_asks_for_is_due_with_its_reason_on_the_tab_and_on_my_day() {
        var program = program();
        var client = inCase(program, "Dora Due", today.minusDays(28));
        assertThat(rule(program, "instrument", "gad-7", "stage", "INTAKE", "days", "30", "from", "OPENED", "basis", "Contract <7>")).hasStatus(303);
        assertThat(rule(program, "instrument", "gad-7", "stage", "ANNUAL", "days", "365", "from", "LAST", "basis", "Funder")).hasStatus(303);
        assertThat(town.get(town.adam(), rules(program))).bodyText().contains("30 days after the case opened", "Contract &lt;7&gt;", "GAD-7");

        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("What the programmes ask for", "30 days after the case opened, on", "Contract &lt;7&gt;", "Yearly");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Dora Due", "Assessment due: GAD-7", "Contract &lt;7&gt;");
        var started = town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "gad-7", "stage", "INTAKE");
        assertThat(town.get(town.rosa(), started.getResponse().getHeader("Location"))).bodyText().containsPattern("value=\"INTAKE\"\\s+selected");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "gad-7", "stage", "NEVER")).hasStatus(404);

        complete(client, "gad-7", "0000000", "INTAKE");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().doesNotContain("30 days after the case opened").contains("365 days after the last one, of");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().doesNotContain("Dora Due");
    }

    @Test
    void after_a_case_closed_the_exit_and_the_look_back_are_due() {
        var program = program();
        var client = inCase(program, "Elsa Exit", today.minusDays(60));
        rule(program, "instrument", "phq-2", "stage", "EXIT", "days", "0", "from", "CLOSED", "basis", "Standard");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().doesNotContain("What the programmes ask for");
        town.rosa().run(() -> cases.close(client, cases.openOf(client).orElseThrow().id(), new CloseCase(today, CaseFile.CloseReason.GOALS_MET, "Her own flat", "")));
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("At exit", "when the case closes, on");
    }

    @Test
    void a_rule_is_dated_ended_and_never_reaches_back() {
        var program = program();
        assertThat(rule(program)).hasStatus(422).bodyText().contains("Choose an instrument.", "Say how many days.", "Say what the days are counted from.", "Write who asks for it");
        assertThat(rule(program, "instrument", "phq-9", "stage", "UPDATE", "days", "1101", "from", "LAST", "basis", "x")).hasStatus(422).bodyText().contains("from 0 to 1,100");
        assertThat(rule(program, "instrument", "phq-9", "stage", "UPDATE", "days", "0", "from", "LAST", "basis", "x")).hasStatus(422).bodyText().contains("at least one day");
        assertThat(rule(program, "instrument", "phq-9", "stage", "UPDATE", "days", "90", "from", "LAST", "basis", "x", "appliesFrom", today.minusDays(1).toString())).hasStatus(422).bodyText().contains("A rule never reaches back.");
        assertThat(rule(program, "instrument", "phq-9", "stage", "UPDATE", "days", "90", "from", "LAST", "basis", "x")).hasStatus(303);
        assertThat(rule(program, "instrument", "phq-9", "stage", "UPDATE", "days", "80", "from", "LAST", "basis", "x")).hasStatus(422).bodyText().contains("There is such a rule already.");
        var page = body(town.get(town.adam(), rules(program)));
        var ending = page.replaceAll("(?s).*action=\"([^\"]*/ending)\".*", "$1");
        assertThat(town.post(town.rosa(), ending)).hasStatus(403);
        assertThat(town.post(town.adam(), ending)).hasStatus(303);
        assertThat(town.post(town.adam(), ending)).hasStatus(404);
        assertThat(town.get(town.adam(), rules(program))).bodyText().contains("ended on");
        assertThat(rule(program, "instrument", "phq-9", "stage", "UPDATE", "days", "80", "from", "LAST", "basis", "x")).hasStatus(303);
        assertThat(town.get(town.rosa(), rules(program))).hasStatus(403);
    }

    @Test
    void a_supervisor_approves_or_returns_what_the_programme_wants_looked_at_and_nobody_their_own() {
        var program = program();
        assertThat(town.post(town.adam(), rules(program) + "/approval", "wanted", "gad-7", "wanted", "nothing-such")).hasStatus(404);
        assertThat(town.post(town.adam(), rules(program) + "/approval", "wanted", "gad-7")).hasStatus(303);
        var client = inCase(program, "Arno Approve", today.minusDays(3));
        assertThat(town.get(town.rosa(), complete(client, "phq-2", "00", "UPDATE"))).bodyText().doesNotContain("Waits for a supervisor");
        var path = complete(client, "gad-7", "1111111", "UPDATE");
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Waits for a supervisor’s look", "Until then it counts as it stands.").doesNotContain("Approve it");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("waits for a supervisor’s look");
        assertThat(town.post(town.rosa(), path + "/approval", "verdict", "APPROVED")).hasStatus(403);
        assertThat(town.get(town.vera(), "/?more=5000")).bodyText().contains("Arno Approve", "Approve: GAD-7", "completed by Rosa Alvarez");

        assertThat(town.post(town.vera(), path + "/approval")).hasStatus(422).bodyText().contains("Choose one of the two.");
        assertThat(town.post(town.vera(), path + "/approval", "verdict", "RETURNED", "comment", " ")).hasStatus(422).bodyText().contains("Write what is missing");
        assertThat(town.post(town.vera(), path + "/approval", "verdict", "RETURNED", "comment", "Ask about <sleep>")).hasStatus(303);
        assertThat(town.post(town.vera(), path + "/approval", "verdict", "APPROVED")).hasStatus(422).bodyText().contains("Returned");
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Returned", "Ask about &lt;sleep&gt;", "Put it right in a correction");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Put right: GAD-7", "returned by Vera Lindqvist: Ask about &lt;sleep&gt;");

        var correction = town.post(town.rosa(), path + "/correction").getResponse().getHeader("Location").replace("/answers", "");
        assertThat(new Interviews(town, town.rosa()).complete(correction, answers("gad-7", "2111111"))).hasStatus(303);
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().doesNotContain("Put right: GAD-7");
        assertThat(town.post(town.vera(), correction + "/approval", "verdict", "APPROVED", "comment", "Clear now")).hasStatus(303);
        assertThat(town.get(town.rosa(), correction)).bodyText().contains("Approved", "Clear now", "Vera Lindqvist");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Approved: GAD-7", "Returned: GAD-7");

        var own = completeAs(town.vera(), client, "gad-7", "0000000");
        assertThat(town.get(town.vera(), own)).bodyText().contains("Waits for a supervisor’s look").doesNotContain("Approve it");
        assertThat(town.post(town.vera(), own + "/approval", "verdict", "APPROVED")).hasStatus(403).bodyText().contains("Another supervisor looks at it.");
        var other = town.account(Role.SUPERVISOR, "Olga Other");
        assertThat(town.post(other, own + "/approval", "verdict", "APPROVED")).hasStatus(303);
    }

    private ProgramId program() {
        return town.rosa().act(() -> programs.add("Rules " + UUID.randomUUID(), 365));
    }

    private ClientId inCase(ProgramId program, String name, LocalDate since) {
        var client = town.client(name);
        town.rosa().run(() -> cases.open(client, program, town.rosa().account(), since));
        return client;
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult rule(ProgramId program, String... fields) {
        var all = new java.util.ArrayList<>(java.util.List.of(fields));
        if (!all.contains("appliesFrom")) {
            all.addAll(java.util.List.of("appliesFrom", today.toString()));
        }
        return town.post(town.adam(), rules(program), all.toArray(String[]::new));
    }

    private static String rules(ProgramId program) {
        return "/programmes/" + program.text() + "/assessments";
    }

    private String complete(ClientId client, String instrument, String vector, String stage) {
        var asked = new Interviews(town, town.rosa());
        var path = asked.start(client, instrument);
        var fields = new java.util.ArrayList<>(java.util.List.of(answers(instrument, vector)));
        fields.addAll(java.util.List.of("stage", stage));
        assertThat(asked.complete(path, fields.toArray(String[]::new))).hasStatus(303);
        return path;
    }

    private String completeAs(Actor who, ClientId client, String instrument, String vector) {
        var asked = new Interviews(town, who);
        var path = asked.start(client, instrument);
        assertThat(asked.complete(path, answers(instrument, vector))).hasStatus(303);
        return path;
    }

    @Autowired Instruments instruments;

    private String[] answers(String instrument, String vector) {
        var items = instruments.scoring(instrument).orElseThrow().items();
        var fields = new java.util.ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            int weight = vector.charAt(i) - '0';
            fields.addAll(java.util.List.of("item-" + items.get(i), instruments.get(instrument).item(items.get(i)).orElseThrow().choices().stream().filter(it -> it.weight() == weight).findFirst().orElseThrow().code()));
        }
        return fields.toArray(String[]::new);
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
