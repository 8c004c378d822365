package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.YesNo;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.NoteTemplate;
import org.casebridge.messaging.SafeRule;
import org.casebridge.web.Say;
import org.casebridge.workforce.AddCredential;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Workers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Notes by template, what is safe, what was promised, what supervisors say, and what one reads before a visit. */
@PageTest
class NotePagesTest {

    @Autowired Town town;
    @Autowired Clients clients;
    @Autowired Contacts contacts;
    @Autowired Promises promises;
    @Autowired Workers workers;

    @Test
    void a_note_by_template_is_signed_whole_and_kept_as_a_draft_otherwise() {
        var client = town.openCase("Jerome Asante").clientId();
        assertThat(town.get(town.rosa(), path(client) + "/new?template=TCM")).bodyText().contains("Services the client declined", "Timeline for reevaluating the plan", "name=\"template\" value=\"TCM\"");
        var tcm = new String[] {"template", "TCM", "parts[0]", "Coordinated the housing application", "parts[1]", "Application is in", "parts[2]", "None", "parts[3]", "Spoke with the school’s case manager",
                "parts[4]", "Voucher by March", "sign", "true"};
        assertThat(record(town.rosa(), client, tcm)).hasStatus(422).bodyText().contains("Write something under “Timeline for reevaluating the plan”");
        assertThat(record(town.rosa(), client, plus(tcm, "parts[5]", "On 1 June"))).hasStatus(422).bodyText().contains("42 CFR 441.18");
        assertThat(record(town.rosa(), client, plus(tcm, "parts[5]", "On 1 June", "minutes", "45", "services", "REFERRAL", "travel", "20", "language", "es", "interpreter", "STAFF",
                "place", "P.S. 47", "safety", "A loose stair"))).hasStatus3xxRedirection();
        var here = latest(client);
        assertThat(town.get(town.rosa(), here)).bodyText().contains("Services the client declined: None", "Referral and related activities", "at P.S. 47", "20 min of travel", "Spanish", "A bilingual colleague",
                "A loose stair", "Signed");

        assertThat(Say.in(Locale.of("es"), () -> NoteTemplate.SOAP.whole(List.of("a", "b", "c", "d")))).contains("Valoración: c");
        record(town.rosa(), client, "template", "SOAP", "parts[0]", "Says he sleeps");
        var draft = latest(client);
        assertThat(town.get(town.rosa(), draft)).bodyText().contains("Says he sleeps", "Objective", "Sign the note now");
        assertThat(town.post(town.rosa(), draft + "/note", "template", "SOAP", "parts[0]", "Says he sleeps", "sign", "true")).hasStatus(422).bodyText().contains("Write something under “Objective”");
        assertThat(town.post(town.rosa(), draft + "/note", "template", "SOAP", "parts[0]", "a", "parts[1]", "b", "parts[2]", "c", "parts[3]", "d", "sign", "true")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), draft)).bodyText().contains("Subjective: a", "Plan: d");
    }

    @Test
    void what_is_not_safe_is_blocked_unless_a_reason_is_given_which_stays() {
        assertThat(new SafeRule(ClientId.next(), LocalTime.parse("22:00"), LocalTime.parse("06:00"), "", false, 1)).satisfies(it -> {
            assertThat(it.safeAt(LocalTime.parse("23:30"))).isTrue();
            assertThat(it.safeAt(LocalTime.parse("05:59"))).isTrue();
            assertThat(it.safeAt(LocalTime.parse("06:00"))).isFalse();
        });
        var client = town.as(town.rosa(), () -> clients.add(NewClient.named("Dolores", "Vega")
                .with(new SafeContact(null, "", YesNo.NO, null, List.of(Channel.LETTER), "")).with(ContactPoint.phone("(510) 555-0123", ContactPoint.Usage.MOBILE))));
        assertThat(record(town.rosa(), client, "mode", "LETTER")).hasStatus(422).bodyText().contains("never by this channel: Letter");
        assertThat(record(town.rosa(), client, "outcome", "LEFT_MESSAGE")).hasStatus(422).bodyText().contains("leave no message");
        assertThat(record(town.rosa(), client, "mode", "LETTER", "direction", "INCOMING")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(client) + "/safety", "from", "09:00", "seen", "0")).hasStatus(422).bodyText().contains("Say from when until when");
        assertThat(town.post(town.rosa(), path(client) + "/safety", "from", "09:00", "until", "12:00", "codeWord", "Bluebird", "sharedPhone", "true", "seen", "0")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(client) + "/safety", "codeWord", "Other", "seen", "0")).hasStatus(422).bodyText().contains("Someone else changed this meanwhile");
        assertThat(town.get(town.rosa(), path(client) + "/new")).bodyText().contains("Call and text only between", "Code word: Bluebird", "Others answer this phone");
        assertThat(record(town.rosa(), client)).hasStatus(422).bodyText().contains("only between");
        assertThat(record(town.rosa(), client, "mode", "TEXT", "on", Town.today().minusDays(1).toString(), "at", "10:00")).hasStatus(422).bodyText().contains("others answer this phone");
        assertThat(record(town.rosa(), client, "despite", "She asked us to call at midnight")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), path(client))).bodyText().contains("Not by the safe-contact rules", "She asked us to call at midnight");
        assertThat(town.post(town.sam(), path(client) + "/safety", "codeWord", "x", "seen", "1")).hasStatus(404);
    }

    @Test
    void a_marked_sentence_becomes_a_promise_with_a_day_and_what_came_of_it_is_said() {
        var friday = LocalDate.parse("2026-12-04");
        var tuesday = LocalDate.parse("2026-12-01");
        assertThat(ByWhen.read("I will call the landlord by Friday.", tuesday)).contains(friday);
        assertThat(ByWhen.read("Llamaré el viernes", tuesday)).contains(friday);
        assertThat(ByWhen.read("By Tuesday", tuesday)).contains(LocalDate.parse("2026-12-08"));
        assertThat(ByWhen.read("in 3 days", tuesday)).contains(friday);
        assertThat(ByWhen.read("mañana por la mañana", tuesday)).contains(LocalDate.parse("2026-12-02"));
        assertThat(ByWhen.read("by 2/30", tuesday)).isEmpty();
        assertThat(ByWhen.read("when Sundance opens", tuesday)).isEmpty();

        var nora = town.account(Role.CASE_MANAGER, "Nora Vale");
        var client = town.openCase(nora, "Jerome Asante");
        assertThat(record(nora, client, "words", "He is well. I will call the landlord tomorrow. <i>Rain.</i>", "sign", "true", "promises[0].words", "He sends the form", "promises[0].by", "CLIENT"))
                .hasStatus(422).bodyText().contains("Say until when");
        assertThat(record(nora, client, "words", "He is well. I will call the landlord tomorrow. <i>Rain.</i>", "sign", "true", "promises[0].words", "He sends the form in 4 days", "promises[0].by", "CLIENT"))
                .hasStatus3xxRedirection();
        var here = latest(nora, client);
        assertThat(town.get(nora, here)).bodyText().contains("value=\"I will call the landlord tomorrow.\"");
        assertThat(town.post(nora, here + "/promises", "by", "US", "sentence", "I will call the landlord tomorrow.")).hasStatus3xxRedirection();
        assertThat(town.get(nora, "/")).bodyText().contains("Promise to keep", "I will call the landlord tomorrow.", "Promise to ask after");
        var ours = town.as(nora, () -> promises.of(client)).getFirst();
        var ledger = "/clients/" + client.text() + "/promises";
        assertThat(ours.dueOn()).isEqualTo(Town.today().plusDays(1));
        assertThat(town.post(nora, ledger + "/" + ours.id().text() + "/settlement", "status", "BROKEN")).hasStatus(422).bodyText().contains("Say what happened.");
        assertThat(town.post(nora, ledger + "/" + ours.id().text() + "/settlement", "status", "OPEN")).hasStatus(422);
        assertThat(town.post(nora, ledger + "/" + ours.id().text() + "/settlement", "status", "KEPT")).hasStatus3xxRedirection();
        assertThat(town.post(nora, ledger + "/" + ours.id().text() + "/settlement", "status", "BROKEN", "reason", "No")).hasStatus(422).bodyText().contains("settled already");
        assertThat(town.get(nora, "/clients/" + client.text() + "/promises/shown")).bodyText().contains("We promised you", "You promised", "Kept").doesNotContain("Nora");
        assertThat(town.get(town.sam(), ledger)).hasStatus(404);
        assertThat(town.post(nora, "/clients/" + town.openCase(nora, "Another").text() + "/promises/" + ours.id().text() + "/settlement", "status", "KEPT")).hasStatus(404);
    }

    @Test
    void a_supervisor_comments_asks_and_signs_a_second_time_where_the_credential_needs_it() {
        var vera = town.account(Role.SUPERVISOR, "Vera Stone");
        var nora = town.account(Role.CASE_MANAGER, "Nora Field");
        var client = town.openCase(nora, "Jerome Asante");
        town.vera().run(() -> workers.add(vera.account(), new AddCredential(Credential.Kind.LPC, "", "12", "NY", Town.today().plusDays(100))));
        try {
            assertThat(town.post(vera, "/radar/rules/cosignature", "kinds", "LPC")).hasStatus3xxRedirection();
            record(nora, client, "words", "Signed words", "sign", "true");
        } finally {
            assertThat(town.post(vera, "/radar/rules/cosignature", "x", "y")).hasStatus3xxRedirection();
        }
        var here = latest(nora, client);
        assertThat(town.get(nora, here)).bodyText().contains("Waits for a second signature", "holds none of: LPC");
        assertThat(town.post(nora, here + "/cosignature")).hasStatus(403);
        assertThat(town.post(town.vera(), here + "/cosignature")).hasStatus(409).bodyText().contains("holds one of these in force");
        assertThat(town.post(vera, here + "/cosignature")).hasStatus3xxRedirection();
        assertThat(town.post(vera, here + "/cosignature")).hasStatus(409);
        assertThat(town.post(nora, here + "/signature/removal")).hasStatus(409).bodyText().contains("has its second signature");

        assertThat(town.post(vera, here + "/reviews", "kind", "QUESTION", "words", "")).hasStatus(422);
        assertThat(town.post(vera, here + "/reviews", "kind", "AFFIRMATION", "words", "Calm work")).hasStatus3xxRedirection();
        assertThat(town.post(vera, here + "/reviews", "kind", "QUESTION", "words", "Did he sleep?")).hasStatus3xxRedirection();
        assertThat(town.post(nora, here + "/reviews", "kind", "COMMENT", "words", "x")).hasStatus(403);
        assertThat(town.get(nora, "/")).bodyText().contains("Question about your note", "Did he sleep?");
        var page = new String(town.get(nora, here).getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("Calm work", "Well done");
        var answer = page.substring(page.indexOf(here + "/reviews/"));
        answer = answer.substring(0, answer.indexOf('"'));
        assertThat(town.post(vera, answer, "words", "Not hers")).hasStatus(403);
        assertThat(town.post(nora, answer, "words", "")).hasStatus(422).bodyText().contains("Write a few words.");
        assertThat(town.post(nora, answer, "words", "Yes, six hours")).hasStatus3xxRedirection();
        assertThat(town.get(vera, here)).bodyText().contains("Yes, six hours");
        assertThat(town.post(nora, answer, "words", "Again")).hasStatus(422).bodyText().contains("answered already");
    }

    @Test
    void a_quick_note_and_a_group_session_write_down_each_ones_own() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Glen");
        var one = town.openCase(nora, "Jerome Asante");
        var two = town.openCase(nora, "Maria Ortiz");
        assertThat(town.get(nora, "/note")).bodyText().contains("Jerome Asante", "id=\"quick-note\"");
        assertThat(quick(nora, one, "words", "")).hasStatus(422).bodyText().contains("Write a few words.");
        assertThat(quick(nora, town.client("Not Hers"), "words", "x")).hasStatus(422).bodyText().contains("Choose one of your own people");
        assertThat(quick(nora, one, "words", "Called, all is well", "sign", "true", "again", "true")).hasRedirectedUrl("/note");
        assertThat(town.get(nora, path(one))).bodyText().contains("Called, all is well");

        assertThat(group(nora, one, two, "words", "We cooked with Jerome")).hasStatus(422).bodyText().contains("“Jerome” is named in words that stand in other people");
        assertThat(group(nora, one, two, "people[1].words", "Sat beside Asante")).hasStatus(422).bodyText().contains("is named in words");
        assertThat(group(nora, one, two, "people[1].attendance", "")).hasStatus(422).bodyText().contains("A group is two or more.");
        assertThat(group(nora, one, town.client("Not Hers"), "words", "x")).hasStatus(422).bodyText().contains("not on your caseload");
        assertThat(town.as(nora, () -> contacts.of(two, null, null))).as("nothing is half saved").isEmpty();
        assertThat(group(nora, one, two, "people[0].words", "Spoke of his son", "people[1].attendance", "MISSED", "people[1].words", "Sent word that she is ill")).hasStatus3xxRedirection();
        assertThat(town.get(nora, path(one))).bodyText().contains("Group session with Jerome.", "We cooked", "Spoke of his son").doesNotContain("she is ill", "Maria");
        assertThat(town.get(nora, path(two))).bodyText().contains("Expected Maria in the group", "she is ill").doesNotContain("We cooked", "his son", "Jerome");
    }

    @Test
    void one_page_before_a_visit_and_what_changed_since_one_looked() {
        var nora = town.account(Role.CASE_MANAGER, "Nora West");
        var client = town.openCase(nora, "Jerome Asante");
        town.speaks(client, "es");
        var page = "/clients/" + client.text();
        assertThat(town.post(nora, page + "/looks")).hasRedirectedUrl(page);
        assertThat(town.get(nora, page)).bodyText().doesNotContain("Since you last looked");
        town.post(town.vera(), page + "/marks", "kind", "ALERT", "about", "MEDICAL", "priority", "URGENT", "words", "New insulin", "expiresOn", Town.today().plusDays(3).toString());
        record(nora, client, "words", "Own words", "sign", "true");
        town.post(nora, page + "/promises", "by", "US", "words", "I will call tomorrow");
        assertThat(town.get(nora, page)).bodyText().contains("Since you last looked", "One change by others", "Alert raised: New insulin");
        assertThat(town.get(nora, page + "/brief")).bodyText().contains("New insulin", "I will call tomorrow", "Spanish", "Own words", "Before you call or write", "last reached today");
        assertThat(town.get(nora, page + "/brief/print")).bodyText().contains("on-paper", "Jerome Asante", "printed on", "by Nora West", "New insulin", "I will call tomorrow", "Spanish", "Own words", "Before you call or write");
        assertThat(town.get(town.sam(), page + "/brief/print")).hasStatus(404);
        town.post(nora, page + "/looks");
        assertThat(town.get(nora, page)).bodyText().doesNotContain("Since you last looked");
        assertThat(town.get(town.sam(), page + "/brief")).hasStatus(404);
        assertThat(town.post(town.sam(), page + "/looks")).hasStatus(404);
        record(nora, client, "on", Town.today().minusDays(5).toString(), "words", "Written late");
        assertThat(town.get(nora, path(client))).bodyText().contains("Late entry: written 5 days after");
    }

    private MvcTestResult quick(Actor who, ClientId client, String... more) {
        return town.post(who, "/note", fields(new String[] {"about", client.text(), "mode", "PHONE", "direction", "OUTGOING", "outcome", "REACHED"}, more));
    }

    private MvcTestResult group(Actor who, ClientId one, ClientId two, String... more) {
        return town.post(who, "/sessions", fields(new String[] {"on", Town.today().toString(), "at", "00:02", "minutes", "60", "words", "We cooked", "people[0].client", one.text(), "people[0].attendance", "CAME",
                "people[1].client", two.text(), "people[1].attendance", "CAME", "sign", "true"}, more));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/contacts";
    }

    private String latest(ClientId client) {
        return latest(town.rosa(), client);
    }

    private String latest(Actor who, ClientId client) {
        return path(client) + "/" + town.as(who, () -> contacts.of(client, null, null)).getFirst().contact().id().text();
    }

    private static String[] plus(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] fields(String[] usual, String... more) {
        var all = new LinkedHashMap<String, String>();
        for (var some : List.of(usual, more)) {
            for (int i = 0; i < some.length; i += 2) {
                all.put(some[i], some[i + 1]);
            }
        }
        return all.entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())).toArray(String[]::new);
    }

    private MvcTestResult record(Actor who, ClientId client, String... more) {
        return town.post(who, path(client), fields(new String[] {"on", Town.today().toString(), "at", "00:05", "mode", "PHONE", "direction", "OUTGOING", "party", "CLIENT", "outcome", "REACHED"}, more));
    }
}
