package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Goals;
import org.casebridge.careplans.PlanExamples;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.YesNo;
import org.casebridge.messaging.Contacts;
import org.casebridge.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Writing contacts down: once for all that follows from them, and nothing half. */
@PageTest
class ContactPagesTest {

    @Autowired Town town;
    @Autowired Clients clients;
    @Autowired Contacts contacts;
    @Autowired CarePlans plans;
    @Autowired Goals goals;
    @Autowired Tasks tasks;

    @Test
    void one_form_records_contact_note_goal_progress_and_next_step() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);

        assertThat(town.get(town.rosa(), path(client) + "/new")).hasStatusOk().bodyText().contains("A home of my own", "Before you call or write");
        assertThat(record(town.rosa(), client, "minutes", "12", "words", "Landlord’s notice gives 30 days. <b>Not</b> sleeping.", "sign", "true",
                "goals[0].goal", goal.id().text(), "goals[0].served", "true", "goals[0].achievement", "IMPROVING", "goals[0].words", "Voucher applied for",
                "next", "Call the landlord", "nextOn", Town.today().plusDays(2).toString())).hasRedirectedUrl("/clients/" + client.text());

        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText()
                .contains("Phone call with Jerome.</a> <span>Landlord’s notice gives 30 days. &lt;b&gt;Not&lt;/b&gt; sleeping.",
                        "12 min · by Rosa Alvarez · linked to goal “A home of my own”", "Next contact by");
        town.rosa().run(() -> {
            assertThat(goals.progress(client, goal.id())).singleElement().satisfies(it -> assertThat(it.words()).isEqualTo("Voucher applied for"));
            assertThat(tasks.of(client)).singleElement().satisfies(it -> assertThat(it.title()).isEqualTo("Call the landlord"));
        });
        assertThat(town.get(town.rosa(), path(client))).hasStatusOk().bodyText().contains("Signed", "&lt;b&gt;Not&lt;/b&gt;").doesNotContain("<b>Not");
    }

    @Test
    void what_is_refused_is_said_beside_its_field_and_nothing_is_half_saved() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var tomorrow = Town.today().plusDays(1).toString();

        assertThat(record(town.rosa(), client, "on", "2026-02-31", "words", "Typed words")).hasStatus(422).bodyText().contains("Write a date that exists", "Typed words");
        assertThat(record(town.rosa(), client, "on", tomorrow)).hasStatus(422).bodyText().contains("What is planned is an appointment.");
        assertThat(record(town.rosa(), client, "on", "1826-01-01")).hasStatus(422).bodyText().contains("more than fifty years ago");
        assertThat(record(town.rosa(), client, "at", "25:10")).hasStatus(422).bodyText().contains("Write a time of day");
        assertThat(record(town.rosa(), client, "minutes", "-1")).hasStatus(422).bodyText().contains("Minutes cannot be below zero.");
        assertThat(record(town.rosa(), client, "minutes", "99999999999")).hasStatus(422).bodyText().contains("Write a whole number.");
        assertThat(record(town.rosa(), client, "mode", "PIGEON")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(record(town.rosa(), client, "party", "PROVIDER")).hasStatus(422).bodyText().contains("Say with whom.");
        assertThat(record(town.rosa(), client, "words", "NUL \0 here")).hasStatus(422).bodyText().contains("cannot be kept");
        assertThat(record(town.rosa(), client, "words", "x".repeat(10_000_000))).hasStatus(422).bodyText().contains("10,000,000 characters long");
        assertThat(record(town.rosa(), client, "goals[0].goal", goal.id().text(), "goals[0].words", "kept nowhere")).hasStatus(422).bodyText().contains("Choose how this goal stands");
        assertThat(record(town.rosa(), client, "goals[0].goal", UUID.randomUUID().toString(), "goals[0].served", "true")).hasStatus(422).bodyText().contains("The plan changed meanwhile");
        assertThat(record(town.rosa(), client, "next", "Call", "nextOn", Town.today().minusDays(9).toString())).hasStatus(422).bodyText().contains("is past. Choose today");
        assertThat(record(town.rosa(), client, "nextOn", Town.today().toString())).hasStatus(422).bodyText().contains("Say what is to be done by then.");
        assertThat(town.as(town.rosa(), () -> contacts.of(client, null, null))).isEmpty();
        assertThat(town.as(town.rosa(), () -> tasks.of(client))).isEmpty();
    }

    @Test
    void the_form_sent_twice_saves_one_contact() throws Exception {
        var client = town.openCase("Jerome Asante").clientId();
        var once = UUID.randomUUID().toString();
        var start = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = java.util.stream.Stream.of(1, 2).map(_ -> both.submit(() -> {
                start.await();
                return record(town.rosa(), client, "_once", once, "words", "Only once").getResponse().getStatus();
            })).toList();
            start.countDown();
            assertThat(java.util.List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(303, 409);
        }
        assertThat(town.as(town.rosa(), () -> contacts.of(client, null, null))).hasSize(1);
    }

    @Test
    void nobody_out_of_reach_sees_or_writes_a_contact() {
        var client = town.openCase("Jerome Asante").clientId();
        record(town.rosa(), client, "words", "In confidence", "sign", "true");
        var contact = town.as(town.rosa(), () -> contacts.of(client, null, null)).getFirst().contact().id();

        assertThat(town.get(town.sam(), path(client))).hasStatus(404);
        assertThat(record(town.sam(), client, "words", "Not mine")).hasStatus(404);
        assertThat(town.get(town.sam(), path(client) + "/" + contact.text())).hasStatus(404);
        assertThat(town.get(town.rosa(), path(town.client("Another")) + "/" + contact.text())).hasStatus(404);
        assertThat(town.get(town.priya(), path(client))).hasStatus(403);
        assertThat(record(town.priya(), client)).hasStatus(403);
        assertThat(town.get(town.adam(), path(client))).hasStatus(403);
        assertThat(town.get(town.paul(), path(client))).hasStatus(403);
        assertThat(town.get(town.vera(), path(client))).hasStatusOk().bodyText().contains("In confidence");
    }

    @Test
    void a_note_is_a_draft_then_signed_and_after_that_only_added_to() {
        var client = town.openCase("Jerome Asante").clientId();
        record(town.rosa(), client, "words", "First words");
        var line = town.as(town.rosa(), () -> contacts.of(client, null, null)).getFirst();
        var here = path(client) + "/" + line.contact().id().text();

        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().doesNotContain("First words");
        assertThat(town.get(town.rosa(), here)).bodyText().contains("Sign the note now", "First words");
        assertThat(town.post(town.vera(), here + "/note", "words", "Not her note")).hasStatus(403);
        assertThat(town.post(town.rosa(), here + "/addenda", "words", "Too early")).hasStatus(422).bodyText().contains("a draft still");
        assertThat(town.post(town.rosa(), here + "/note", "words", "")).hasStatus(422).bodyText().contains("Write a few words.");
        assertThat(town.post(town.rosa(), here + "/note", "words", "Better words", "sign", "true")).hasRedirectedUrl(here);
        assertThat(town.post(town.rosa(), here + "/note", "words", "Changed my mind")).hasStatus(422).bodyText().contains("This note is signed.");
        assertThat(town.post(town.vera(), here + "/signature/removal")).hasStatus(403);
        assertThat(town.post(town.rosa(), here + "/signature/removal")).hasRedirectedUrl(here);
        town.post(town.rosa(), here + "/note", "words", "Best words", "sign", "true");
        assertThat(town.post(town.vera(), here + "/addenda", "words", "The landlord called too.")).hasRedirectedUrl(here);
        assertThat(town.post(town.rosa(), here + "/signature/removal")).hasStatus(409);
        assertThat(town.get(town.rosa(), here)).bodyText().contains("Best words", "The landlord called too.", "by Vera Lindqvist").doesNotContain("Take my signature back");
    }

    @Test
    void a_contact_entered_in_error_stays_to_be_read_and_counts_for_nothing() {
        var client = town.openCase("Jerome Asante").clientId();
        record(town.rosa(), client);
        var here = path(client) + "/" + town.as(town.rosa(), () -> contacts.lastReached(client)).orElseThrow().id().text();

        assertThat(town.post(town.rosa(), here + "/strike", "reason", " ")).hasStatus(422).bodyText().contains("Say what was wrong with it.");
        assertThat(town.post(town.rosa(), here + "/strike", "reason", "Wrong client")).hasRedirectedUrl(here);
        assertThat(town.get(town.rosa(), here.substring(0, here.indexOf("/contacts")))).bodyText().containsPattern("<s>\\s*<a href=\"" + here + "\">[^<]*</a>(\\s*<span>[^<]*</span>)?\\s*</s> <span class=\"why\">entered in error");
        assertThat(town.post(town.rosa(), here + "/strike", "reason", "Again")).hasStatus(422).bodyText().contains("struck out already");
        assertThat(town.get(town.rosa(), path(client))).bodyText().contains("Entered in error", "Wrong client");
        assertThat(town.as(town.rosa(), () -> contacts.lastReached(client))).isEmpty();
    }

    @Test
    void a_form_from_my_day_leads_back_there() {
        var client = town.openCase("Jerome Asante").clientId();
        assertThat(town.get(town.rosa(), path(client) + "/new?back=day")).bodyText().contains("name=\"back\" value=\"day\"");
        assertThat(record(town.rosa(), client, "back", "day")).hasRedirectedUrl("/");
        assertThat(record(town.rosa(), client, "back", "https://elsewhere.example")).hasRedirectedUrl("/clients/" + client.text());
    }

    @Test
    void a_draft_ticks_the_goal_it_was_about_even_when_the_plan_changed_meanwhile() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        town.post(town.rosa(), "/drafts", "_draft", path(client), "goals[0].goal", UUID.randomUUID().toString(), "goals[0].served", "true",
                "goals[3].goal", goal.id().text(), "goals[3].words", "Kept with its goal");

        assertThat(town.get(town.rosa(), path(client) + "/new")).bodyText()
                .contains("name=\"goals[3].goal\" value=\"" + goal.id().text(), "Kept with its goal").doesNotContain("goals[0].");
        assertThat(record(town.rosa(), client, "goals[3].goal", goal.id().text(), "goals[3].served", "true")).hasRedirectedUrl("/clients/" + client.text());
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("linked to goal “A home of my own”");
    }

    @Test
    void safe_contact_rules_stand_beside_the_form() {
        var client = town.as(town.rosa(), () -> clients.add(NewClient.named("Dolores", "Vega")
                .with(new SafeContact(Channel.TEXT, "after 16:00", YesNo.NO, YesNo.NO, java.util.List.of(Channel.LETTER), "Her <b>brother</b> answers the phone"))
                .with(ContactPoint.phone("(510) 555-0123", ContactPoint.Usage.MOBILE))));

        assertThat(town.get(town.rosa(), path(client) + "/new")).hasStatusOk().bodyText().contains("Before you call or write", "Never: Letter", "Leave no message.",
                "Do not say who is calling.", "Her &lt;b&gt;brother&lt;/b&gt; answers the phone", "Prefers: Text message", "Best times: after 16:00", "(510) 555-0123");
        assertThat(town.get(town.sam(), path(client) + "/new")).hasStatus(404);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/contacts";
    }

    /** A phone call from us that reached the client just now, but for what the fields say otherwise. */
    private MvcTestResult record(Actor who, ClientId client, String... fields) {
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("on", Town.today().toString());
        all.put("at", "00:05");
        all.put("mode", "PHONE");
        all.put("direction", "OUTGOING");
        all.put("party", "CLIENT");
        all.put("outcome", "REACHED");
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return town.post(who, path(client), all.entrySet().stream().flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue())).toArray(String[]::new));
    }
}
