package org.casebridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class IntakePagesTest {

    @Autowired Town town;
    @Autowired Intakes intakes;
    @Autowired Eligibility eligibility;
    @Autowired CaseFiles cases;

    private final String today = Town.today().toString();

    @Test
    void a_request_is_taken_listed_and_opened_as_a_case() {
        var client = town.client("Jerome Kofi Asante");
        var taken = town.post(town.rosa(), "/clients/" + client.text() + "/intakes", request("ownWords", "I want my own door key again."));
        assertThat(taken).hasStatus(303);
        var path = taken.getResponse().getHeader("Location");

        assertThat(town.get(town.rosa(), "/intakes?more=5000")).bodyText().contains("Jerome Kofi Asante", "Keeping or finding a home", "Asked on", "answer promised within 2 working days");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("“I want my own door key again.”", "Asked for help: Keeping or finding a home", "Waits for an answer since");

        var opened = town.post(town.rosa(), path + "/opening", "program", town.program().text(), "worker", town.rosa().account().text(), "start", today);
        assertThat(opened).hasStatus(303).hasRedirectedUrl("/clients/" + client.text());
        var file = town.rosa().act(() -> cases.openOf(client)).orElseThrow();
        assertThat(file.programId()).isEqualTo(town.program());
        assertThat(town.get(town.rosa(), path)).bodyText().contains("A case was opened").doesNotContain("decide=decline");
    }

    @Test
    void an_empty_request_comes_back_with_every_question_and_saves_nothing() {
        var client = town.client("Asha Rao");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/intakes", "_draft", "/clients/" + client.text() + "/intakes",
                "situation", "Sleeps in the <b>car</b>")).hasStatus(422).bodyText()
                .contains("Say who asked.", "Say how the request came.", "Choose at least one thing they need help with.", "Say how soon they need an answer.",
                        "Say whether they are safe now.", "Sleeps in the &lt;b&gt;car&lt;/b&gt;");
        assertThat(of(client)).isEmpty();
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/intakes/new")).bodyText().contains("This is your draft", "Sleeps in the &lt;b&gt;car&lt;/b&gt;");
    }

    @Test
    void what_cannot_be_is_refused_beside_its_field() {
        var client = town.client("Beth Lund");
        refused(client, "Write a date that exists", "receivedOn", "2026-02-31");
        refused(client, "a day that is still to come", "receivedOn", Town.today().plusDays(3).toString());
        refused(client, "more than a year ago", "receivedOn", "1999-01-01");
        refused(client, "Choose one of the answers offered.", "urgency", "TOMORROWISH");
        refused(client, "Choose one of the answers offered.", "needs", "UNICORNS");
        refused(client, "Write who asked, so that they can be called back.", "asker", "HOSPITAL");
        refused(client, "Write what makes it unsafe", "safety", "NOT_SAFE");
        refused(client, "Keep this to 4,000 characters or fewer.", "ownWords", "x".repeat(4001));
        refused(client, "Keep this to 4,000 characters or fewer.", "ownWords", "x".repeat(10_000_000));
        refused(client, "a character that cannot be kept", "ownWords", "a\0b");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/intakes", request("safety", "NOT_SAFE", "safetyNote", "He waits outside."))).hasStatus(422)
                .bodyText().contains("Someone who is not safe now gets an answer today.");
        assertThat(of(client)).isEmpty();
    }

    @Test
    void who_is_not_safe_stands_first_and_the_page_says_so() {
        var calm = take(town.client("Calm Carla"), request("urgency", "TODAY"));
        var client = town.client("Unsafe Uma");
        take(client, request("safety", "NOT_SAFE", "safetyNote", "He waits outside.", "urgency", "TODAY"));
        assertThat(calm).isNotNull();

        var page = body(town.get(town.rosa(), "/intakes?more=5000"));
        assertThat(page).contains("Not safe now: He waits outside.");
        assertThat(page.indexOf("Unsafe Uma")).isLessThan(page.indexOf("Calm Carla"));
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("chip flag", "Not safe when help was asked for");
    }

    @Test
    void the_wait_list_keeps_its_reason_and_its_day_and_can_be_decided_further() {
        var client = town.client("Wanda Wait");
        var path = take(client, request());
        assertThat(town.post(town.rosa(), path + "/waiting", "program", town.program().text(), "why", "No room before March", "reviewOn", today)).hasStatus(422)
                .bodyText().contains("a day that is still to come", "No room before March");
        assertThat(town.post(town.rosa(), path + "/waiting", "program", town.program().text(), "why", "No room before March", "reviewOn", Town.today().plusDays(30).toString())).hasStatus(303);
        assertThat(town.get(town.rosa(), "/intakes?more=5000")).bodyText().contains("No room before March", "Wanda Wait");
        assertThat(town.post(town.rosa(), path + "/referral-on", "to", "Harbor House, 555 0100", "why", "They have room")).hasStatus(303);
        assertThat(of(client).getFirst().intake().status()).isEqualTo(Intake.Status.REFERRED_ON);
    }

    @Test
    void a_decision_is_made_once_and_can_be_taken_back_with_a_reason() {
        var client = town.client("Dora Decline");
        var path = take(client, request());
        assertThat(town.post(town.rosa(), path + "/decline", "reason", "OTHER", "told", "Call 211")).hasStatus(422).bodyText().contains("Write the reason in your own words.");
        assertThat(town.post(town.rosa(), path + "/decline", "reason", "OUT_OF_AREA", "told", "Call the county line")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Lives outside our area", "Call the county line");

        assertThat(town.post(town.rosa(), path + "/decline", "reason", "WITHDRAWN", "told", "Again")).hasStatus(422).bodyText().contains("It cannot be decided a second time.");
        assertThat(town.post(town.rosa(), path + "/opening", "program", town.program().text(), "worker", town.rosa().account().text(), "start", today)).hasStatus(422)
                .bodyText().contains("It cannot be decided a second time.");
        assertThat(town.rosa().act(() -> cases.openOf(client))).isEmpty();
        assertThat(town.post(town.rosa(), path + "/eligibility")).hasStatus(422);

        assertThat(town.post(town.rosa(), path + "/undoing", "why", "")).hasStatus(422).bodyText().contains("Write why the decision is taken back.");
        assertThat(town.post(town.rosa(), path + "/undoing", "why", "They moved back")).hasStatus(303);
        assertThat(of(client).getFirst().intake().status()).isEqualTo(Intake.Status.WAITING);
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Decision taken back: Declined", "They moved back");
        assertThat(town.post(town.rosa(), path + "/undoing", "why", "Again")).hasStatus(422).bodyText().contains("Nothing has been decided yet.");
    }

    @Test
    void an_opened_case_is_closed_and_not_undone() {
        var client = town.client("Olga Open");
        var path = take(client, request());
        town.post(town.rosa(), path + "/opening", "program", town.program().text(), "worker", town.rosa().account().text(), "start", today);
        assertThat(town.post(town.rosa(), path + "/undoing", "why", "Oops")).hasStatus(422).bodyText().contains("Close the case instead");
        var second = take(client, request());
        assertThat(town.post(town.rosa(), second + "/opening", "program", town.program().text(), "worker", town.rosa().account().text(), "start", today)).hasStatus(422)
                .bodyText().contains("There is an open case in this programme already.");
        assertThat(of(client).getFirst().intake().status()).isEqualTo(Intake.Status.WAITING);
    }

    @Test
    void a_case_opens_only_with_a_programme_and_a_worker_of_ours_and_not_before_the_request() {
        var path = take(town.client("Start Stella"), request());
        var program = town.program().text();
        var worker = town.rosa().account().text();
        assertThat(town.post(town.rosa(), path + "/opening", "start", today)).hasStatus(422).bodyText().contains("Choose a programme.", "Choose who will work with them.");
        assertThat(town.post(town.rosa(), path + "/opening", "program", Intake.class.getName(), "worker", worker, "start", today)).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.rosa(), path + "/opening", "program", worker, "worker", worker, "start", today)).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.rosa(), path + "/opening", "program", program, "worker", town.paul().account().text(), "start", today)).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.rosa(), path + "/opening", "program", program, "worker", worker, "start", "2020-01-01")).hasStatus(422).bodyText().contains("cannot start before that");
        assertThat(town.post(town.rosa(), path + "/opening", "program", program, "worker", worker, "start", Town.today().plusDays(60).toString())).hasStatus(422).bodyText().contains("at most 31 days ahead");
    }

    @Test
    void eligibility_says_yes_no_because_or_what_is_missing() {
        var program = town.program();
        assertThat(town.get(town.rosa(), "/intakes/questions")).hasStatus(403);
        assertThat(town.post(town.vera(), "/intakes/questions", "program", program.text(), "words", "")).hasStatus(422).bodyText().contains("Write the question.");
        assertThat(town.post(town.vera(), "/intakes/questions", "program", program.text(), "words", "Do they live in the county?", "wordsEs", "¿Vive en el condado?",
                "needed", "YES", "otherwise", "The programme serves this county only")).hasStatus(303);
        var question = town.vera().act(() -> eligibility.questions()).stream().filter(it -> it.programId().equals(program)).toList().getLast();
        assertThat(town.get(town.adam(), "/intakes/questions")).hasStatusOk().bodyText().contains("Do they live in the county?");

        var path = take(town.client("Ellie Elig"), request(question.field(), "UNKNOWN"));
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Cannot say yet. Still missing:");
        assertThat(town.post(town.rosa(), path + "/eligibility", question.field(), "MAYBE")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.rosa(), path + "/eligibility", question.field(), "NO")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Not eligible, because:", "The programme serves this county only");
        town.post(town.rosa(), path + "/eligibility", question.field(), "YES");
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Eligible: the question is answered as they must be.");

        assertThat(town.post(town.vera(), "/intakes/questions/" + question.id().text() + "/retirement")).hasStatus(303);
        assertThat(town.post(town.vera(), "/intakes/questions/" + question.id().text() + "/retirement")).hasStatus(404);
        assertThat(town.get(town.rosa(), path)).bodyText().doesNotContain("Do they live in the county?");
    }

    @Test
    void a_colleague_who_cannot_reach_the_client_finds_nothing_and_changes_nothing() {
        var client = town.client("Hidden Hana");
        var path = take(client, request());
        assertThat(town.get(town.sam(), path)).hasStatus(404);
        assertThat(town.get(town.sam(), "/intakes?more=5000")).bodyText().doesNotContain("Hidden Hana");
        assertThat(town.get(town.sam(), "/intakes/new?find=Hidden")).bodyText().doesNotContain("Hidden Hana");
        assertThat(town.post(town.sam(), "/clients/" + client.text() + "/intakes", request())).hasStatus(404);
        assertThat(town.post(town.sam(), path + "/decline", "reason", "WITHDRAWN", "told", "No")).hasStatus(404);
        assertThat(town.get(town.priya(), path)).hasStatus(403);
        assertThat(of(client)).hasSize(1).allMatch(it -> it.intake().status() == Intake.Status.WAITING);
        assertThat(town.get(town.ines(), path)).hasStatusOk();
    }

    @Test
    void a_long_queue_shows_the_most_urgent_first_and_says_how_many_more_wait() {
        var taker = town.account(Role.INTAKE, "Tavi Taker");
        for (int i = 0; i < 51; i++) {
            town.post(taker, "/clients/" + town.client("Patient Person " + i).text() + "/intakes", request("urgency", "MONTH"));
        }
        town.post(taker, "/clients/" + town.client("Unsafe Una").text() + "/intakes", request("urgency", "TODAY", "safety", "NOT_SAFE", "safetyNote", "He waits outside."));
        assertThat(town.get(town.rosa(), "/intakes")).bodyText().contains("Unsafe Una").containsPattern("/intakes\\?more=50\">\\d+ more people wait|/intakes\\?more=50\">One more person waits").doesNotContain("Patient Person 50");
        assertThat(town.get(town.rosa(), "/intakes?more=5000")).bodyText().containsSubsequence("Unsafe Una", "Patient Person 50");
        assertThat(town.get(town.rosa(), "/intakes?more=-1")).hasStatusOk();
    }

    @Test
    void a_request_is_found_only_under_its_own_client() {
        var path = take(town.client("Own Olive"), request());
        var other = town.client("Other Otto");
        var swapped = path.replaceFirst("/clients/[^/]+", "/clients/" + other.text());
        assertThat(town.get(town.rosa(), swapped)).hasStatus(404);
        assertThat(town.post(town.rosa(), swapped + "/decline", "reason", "WITHDRAWN", "told", "No")).hasStatus(404);
        assertThat(town.post(town.rosa(), swapped + "/eligibility")).hasStatus(404);
        assertThat(town.get(town.rosa(), "/clients/" + other.text() + "/intakes/not-a-key")).hasStatus(404);
    }

    @Test
    void whoever_takes_a_request_looks_for_the_person_first() {
        var client = town.client("Ángela D’Souza-Ríos");
        assertThat(town.get(town.ines(), "/intakes/new")).hasStatusOk().bodyText().doesNotContain("D’Souza");
        assertThat(town.get(town.ines(), "/intakes/new?find={find}", "rios ángela")).bodyText().contains("/clients/" + client.text() + "/intakes/new", "Start intake for Ángela");
        take(client, request());
        assertThat(town.get(town.ines(), "/intakes/new?find={find}", "d’souza-ríos angela")).bodyText().contains("Asked for help on", "See that request").doesNotContain("Start intake for Ángela");
        assertThat(town.get(town.ines(), "/intakes/new?find={find}", "zzzqq")).bodyText().contains("Nobody like that is known to you.", "/clients/new?then=intake");
        assertThat(town.get(town.ines(), "/intakes/new?find={find}", "a' or 1=1 --")).hasStatusOk().bodyText().doesNotContain("Ángela");
    }

    @Test
    void a_person_added_on_the_way_leads_on_to_their_request() {
        assertThat(town.get(town.ines(), "/clients/new?then=intake&name=Sukarnoputri")).bodyText().containsPattern("name=\"then\"\\s+value=\"intake\"");
        var added = town.post(town.ines(), "/clients", "then", "intake", "who.names[0].given", "Zebulon-" + java.util.UUID.randomUUID());
        assertThat(added).hasStatus(303);
        assertThat(added.getResponse().getHeader("Location")).endsWith("/intakes/new");
        assertThat(town.get(town.ines(), added.getResponse().getHeader("Location"))).hasStatusOk().bodyText().contains("Request for help");
    }

    @Test
    void it_reads_in_spanish() {
        var spanish = town.account(Role.INTAKE, "Inés Duarte");
        town.post(spanish, "/language", "language", "es", "page", "/intakes");
        var path = take(town.client("Sofía Luna"), request());
        assertThat(town.get(spanish, path)).bodyText().contains("Solicitud de ayuda", "Conservar o encontrar vivienda", "Espera respuesta");
    }

    private List<IntakeLine> of(ClientId client) {
        return town.rosa().act(() -> intakes.of(client));
    }

    private String take(ClientId client, String... fields) {
        var taken = town.post(town.rosa(), "/clients/" + client.text() + "/intakes", fields);
        assertThat(taken).hasStatus(303);
        return taken.getResponse().getHeader("Location");
    }

    private void refused(ClientId client, String sentence, String field, String value) {
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/intakes", request(field, value))).hasStatus(422).bodyText().contains(sentence);
    }

    /** A request that can be taken as it is, with some fields said otherwise. */
    private String[] request(String... otherwise) {
        var fields = new java.util.LinkedHashMap<>(Map.of("asker", "SELF", "cameBy", "PHONE", "receivedOn", today, "needs", "HOUSING", "urgency", "TWO_DAYS", "safety", "SAFE"));
        for (int i = 0; i < otherwise.length; i += 2) {
            fields.put(otherwise[i], otherwise[i + 1]);
        }
        return fields.entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())).toArray(String[]::new);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
