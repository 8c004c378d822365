package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class ReferralPagesTest {

    private static final String TODAY = Town.today().toString();

    @Autowired Town town;
    @Autowired Referrals referrals;
    @Autowired Services services;
    @Autowired Partners partners;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private ClientId client;
    private ServiceId service;

    @BeforeEach
    void amina_and_a_pantry() {
        client = town.openCase("Amina Yusuf").clientId();
        service = ReferralExamples.service(town, services);
    }

    @Test
    void a_referral_goes_from_the_search_to_the_confirmed_outcome() {
        assertThat(town.get(town.rosa(), path() + "/new?words=pantry")).hasStatusOk().bodyText().contains("Refer here", "/referrals/new/");
        var id = send();
        assertThat(town.get(town.rosa(), path())).bodyText().contains("Groceries for the week", "no answer recorded");

        assertThat(town.post(town.rosa(), path() + "/" + id + "/steps", "next", "ACCEPTED")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path() + "/" + id + "/outcome", "outcome", "MET", "on", TODAY)).hasStatus(422).bodyText().contains("has not ended yet");
        assertThat(town.post(town.rosa(), path() + "/" + id + "/steps", "next", "COMPLETED", "words", "four boxes")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path() + "/" + id + "/outcome", "outcome", "MET", "on", TODAY, "told", "We eat every day <b>")).hasStatus3xxRedirection();

        assertThat(town.get(town.rosa(), path() + "/" + id)).bodyText().contains("The need is met", "We eat every day &lt;b");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Referred to Harbor Pantry", "accepted the referral", "The need is met: Groceries");
        assertThat(town.as(town.rosa(), () -> referrals.of(client)).getFirst().open()).isFalse();
    }

    @Test
    void nothing_is_sent_without_the_clients_agreement() {
        assertThat(town.post(town.rosa(), path() + "/new/" + service.text(), "need", "FOOD", "asked", "A box <i>each</i> week", "urgency", "ROUTINE", "reachBy", "by text"))
                .hasStatus(422).bodyText().contains("Ask the client first", "A box &lt;i>each".substring(0, 9), "by text");
        assertThat(town.post(town.rosa(), path() + "/new/" + service.text(), "need", "FOOD", "asked", "A box", "urgency", "ROUTINE", "reachBy", "by text", "agreedOn", "2999-01-01"))
                .hasStatus(422).bodyText().contains("still to come");
        assertThat(town.post(town.rosa(), path() + "/new/" + service.text(), "need", "NOT_A_NEED", "asked", "A\0box", "urgency", "", "reachBy", "", "agreedOn", "2026-02-31"))
                .hasStatus(422).bodyText().contains("Choose one of the answers offered", "Write a date that exists", "a character that cannot be kept");
        assertThat(town.as(town.rosa(), () -> referrals.of(client))).isEmpty();
    }

    @Test
    void a_step_that_does_not_follow_is_refused_in_words() {
        var id = send();
        town.post(town.rosa(), path() + "/" + id + "/steps", "next", "REJECTED", "words", "Out of area");

        assertThat(town.post(town.rosa(), path() + "/" + id + "/steps", "next", "ACCEPTED")).hasStatus(422).bodyText().contains("This referral is already: Declined.");
        assertThat(town.get(town.rosa(), path() + "/" + id)).bodyText().contains("They cannot help. Who else can?");
        assertThat(town.post(town.rosa(), path() + "/" + id + "/noting")).hasRedirectedUrl(path() + "/new?need=FOOD");
        assertThat(town.as(town.rosa(), () -> referrals.openOf(town.rosa().account()))).noneMatch(it -> it.id().text().equals(id));
    }

    @Test
    void the_last_step_can_be_taken_back_and_stays_to_be_read() {
        var id = send();
        town.post(town.rosa(), path() + "/" + id + "/steps", "next", "REJECTED", "words", "The wrong client's answer");

        assertThat(town.post(town.rosa(), path() + "/" + id + "/undoing", "why", "")).hasStatus(422).bodyText().contains("Say why");
        assertThat(town.post(town.rosa(), path() + "/" + id + "/undoing", "why", "It was about someone else")).hasStatus3xxRedirection();

        assertThat(town.get(town.rosa(), path() + "/" + id)).bodyText().contains("Sent, no answer yet", "taken back", "The wrong client's answer");
        assertThat(town.post(town.rosa(), path() + "/" + id + "/undoing", "why", "again")).hasStatus(422).bodyText().contains("no step to take back");
    }

    @Test
    void a_partner_reads_and_answers_what_was_sent_to_its_own_organization_and_nothing_else() {
        var paul = town.account(Role.PARTNER, "Paul Meyer");
        var stranger = town.account(Role.PARTNER, "Nina Cole");
        partners.link(paul.account(), town.as(town.rosa(), () -> services.line(service)).organization());
        var id = send();
        var answer = "/answers/" + client.text() + "/" + id;

        assertThat(town.get(stranger, "/answers")).hasStatusOk().bodyText().doesNotContain("Amina");
        assertThat(town.get(stranger, answer)).hasStatus(404);
        assertThat(town.post(stranger, answer, "next", "ACCEPTED")).hasStatus(404);
        assertThat(town.get(paul, "/clients/" + client.text())).hasStatus(403);
        assertThat(town.get(paul, path() + "/" + id)).hasStatus(403);

        assertThat(town.get(paul, "/answers")).bodyText().contains("Amina Yusuf", "Groceries for the week",
                "Partner agency, " + town.as(town.rosa(), () -> services.line(service)).organizationName());
        assertThat(town.get(stranger, "/answers")).bodyText().contains("Partner agency").doesNotContain("Partner agency,");
        assertThat(town.get(paul, answer)).hasStatusOk().bodyText().contains("Two adults, one baby", "by text after 16:00");
        assertThat(town.get(town.rosa(), path())).bodyText().contains("seen, no answer");
        assertThat(town.post(paul, answer, "next", "REJECTED", "words", "")).hasStatus(422).bodyText().contains("Say why");
        assertThat(town.post(paul, answer, "next", "ENTERED_IN_ERROR", "words", "not ours to say")).hasStatus(422).bodyText().contains("the other side");
        assertThat(town.post(paul, answer, "next", "ACCEPTED", "words", "Saturday at ten")).hasStatus3xxRedirection();

        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("accepted the referral", "Saturday at ten · by Paul Meyer");
        assertThat(town.post(town.rosa(), path() + "/" + id + "/undoing", "why", "I did not like it")).hasStatus(422).bodyText().contains("took that step itself");
    }

    @Test
    void a_partner_answers_several_at_once() {
        var paul = town.account(Role.PARTNER, "Paul Meyer");
        partners.link(paul.account(), town.as(town.rosa(), () -> services.line(service)).organization());
        var one = send();
        var two = send();
        assertThat(town.post(paul, "/answers/several", "next", "ACCEPTED")).hasStatus(422).bodyText().contains("Tick the referrals");
        assertThat(town.post(paul, "/answers/several", "next", "CANCELLED", "words", "no", "referrals", one)).hasStatus(422).bodyText().contains("look at it by itself");
        assertThat(town.post(paul, "/answers/several", "next", "ACCEPTED", "referrals", one, "referrals", two)).hasStatus3xxRedirection();
        assertThat(town.as(town.rosa(), () -> referrals.of(client))).extracting(ReferralLine::status).containsOnly(Referral.Status.ACCEPTED);
        assertThat(town.post(paul, "/answers/several", "next", "ACCEPTED", "referrals", one, "referrals", ReferralId.next().text())).hasStatus(422).bodyText().contains("2 were not answered so");
        assertThat(town.post(paul, "/answers/" + client.text() + "/" + one + "/messages", "message", "When can she come?")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), path() + "/" + one)).bodyText().contains("When can she come?", "Paul Meyer");
    }

    @Test
    void a_partner_says_whether_its_own_services_have_room_and_no_others() {
        var paul = town.account(Role.PARTNER, "Paul Meyer");
        partners.link(paul.account(), town.as(town.rosa(), () -> services.line(service)).organization());
        var other = ReferralExamples.service(town, services);
        assertThat(town.get(paul, "/answers/services")).hasStatusOk().bodyText().contains("Groceries for the week", "Nobody said yet");
        assertThat(town.post(paul, "/answers/services/" + service.text() + "/capacity", "capacity", "PERHAPS")).hasStatus(422);
        assertThat(town.post(paul, "/answers/services/" + service.text() + "/capacity", "capacity", "NO_CAPACITY")).hasStatus3xxRedirection();
        assertThat(town.post(paul, "/answers/services/" + other.text() + "/capacity", "capacity", "NO_CAPACITY")).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> services.line(service)).full()).isTrue();
        assertThat(town.as(town.rosa(), () -> services.line(other)).full()).isFalse();
    }

    @Test
    void a_colleague_out_of_reach_and_a_swapped_client_find_nothing() {
        var id = send();
        var other = town.openCase("Boris Antonov").clientId();

        assertThat(town.get(town.sam(), path())).hasStatus(404);
        assertThat(town.get(town.sam(), path() + "/" + id)).hasStatus(404);
        assertThat(town.post(town.sam(), path() + "/" + id + "/steps", "next", "ACCEPTED")).hasStatus(404);
        assertThat(town.post(town.sam(), path() + "/new/" + service.text(), "need", "FOOD", "asked", "x", "urgency", "ROUTINE", "reachBy", "x", "agreedOn", TODAY)).hasStatus(404);
        assertThat(town.post(town.priya(), path() + "/" + id + "/steps", "next", "ACCEPTED")).hasStatus(403);
        assertThat(town.get(town.rosa(), "/clients/" + other.text() + "/referrals/" + id)).hasStatus(404);
        assertThat(town.post(town.rosa(), "/clients/" + other.text() + "/referrals/" + id + "/steps", "next", "ACCEPTED")).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> referrals.of(client)).getFirst().status()).isEqualTo(Referral.Status.REQUESTED);
    }

    @Test
    void my_day_says_which_referral_waits_and_why() {
        var id = send();
        town.vera().run(() -> transaction.executeWithoutResult(_ -> {
            var past = Timestamp.from(Instant.now().minus(8, ChronoUnit.DAYS));
            db.sql("update referrals.referral set sent_at = ?, changed_at = ? where id = ?::uuid").params(past, past, id).update();
        }));

        assertThat(town.get(town.rosa(), "/referrals")).hasStatusOk().bodyText().contains("Amina Yusuf", "working days ago, no answer recorded");
        assertThat(town.get(town.rosa(), "/?order=DEADLINE&more=5000")).hasStatusOk().bodyText().contains("Referral not answered: Harbor Pantry");
    }

    private String send() {
        var answer = town.post(town.rosa(), path() + "/new/" + service.text(), "need", "FOOD", "asked", "A box each week", "urgency", "ROUTINE",
                "shared", "Two adults, one baby", "reachBy", "by text after 16:00", "agreedOn", TODAY);
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl().replaceAll(".*/", "");
    }

    private String path() {
        return "/clients/" + client.text() + "/referrals";
    }
}
