package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.data.HouseClock;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.matching.Matches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Following a referral beyond its states, and what services really do. */
@PageTest
class RealityPagesTest {

    private static final String TODAY = Town.today().toString();

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Referrals referrals;
    @Autowired RealityBoard board;
    @Autowired Matches matches;

    private ClientId client;
    private ServiceId service;

    @BeforeEach
    void amina_and_a_pantry() {
        client = town.openCase("Amina Yusuf").clientId();
        service = ReferralExamples.service(town, services);
    }

    @Test
    void a_service_without_money_is_warned_of_before_somebody_is_sent_there_and_few_answers_tell_nothing() {
        for (int i = 0; i < 2; i++) {
            decline(send());
        }
        later(1, () -> assertThat(town.as(town.rosa(), () -> board.of(service)).getFirst().enough()).isFalse());
        later(1, () -> assertThat(town.get(town.rosa(), "/referrals/board/" + service.text())).hasStatusOk().bodyText().contains("too few to tell").doesNotContain("% accepted", "No money left"));
        for (int i = 0; i < 4; i++) {
            decline(send());
        }
        later(2, () -> {
            var told = town.as(town.rosa(), () -> board.of(service)).getFirst();
            assertThat(told.noFundsStreak()).isEqualTo(6);
            assertThat(told.acceptedPercent()).isZero();
            assertThat(told.medianDays()).isNotNull();
        });
        later(2, () -> assertThat(town.get(town.rosa(), "/referrals/board/" + service.text())).bodyText().contains("The last 6 answers were that no money is left", "No money left for it (6)"));
        later(2, () -> assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/referrals/new/" + service.text() + "?need=FOOD")).bodyText().contains("Before you send it there", "no money is left", "See who fits"));
        later(2, () -> assertThat(town.as(town.rosa(), () -> matches.of(client, NeedCategory.FOOD, java.util.Set.of())).best()).filteredOn(it -> it.service().equals(service.value()))
                .allSatisfy(it -> assertThat(it.warning()).isNotNull()));
        later(2, () -> assertThat(town.get(town.rosa(), "/referrals/board?need=FOOD")).hasStatusOk());

        assertThat(town.get(town.rosa(), at(send()))).bodyText().contains("While they do not answer").doesNotContain("How the points add up");
        var other = ReferralExamples.service(town, services);
        var declined = send();
        decline(declined);
        assertThat(town.get(town.rosa(), at(declined))).as("the next best stands on its page").bodyText().contains("Who else can?", "How the points add up", "Refer here").doesNotContain("/referrals/new/" + service.text());
        assertThat(town.as(town.rosa(), () -> matches.of(client, NeedCategory.FOOD, java.util.Set.of(other.value())).best())).noneMatch(it -> it.service().equals(other.value()));

        var accepted = send();
        step(accepted, "ACCEPTED", "");
        later(3, () -> assertThat(town.as(town.rosa(), () -> board.of(service)).getFirst().noFundsStreak()).isZero());
    }

    @Test
    void what_goes_along_is_what_the_preview_showed_and_ends_with_the_consent() {
        var path = "/clients/" + client.text() + "/referrals/new/" + service.text();
        assertThat(town.post(town.rosa(), path + "/preview", "parts", "PERSON", "parts", "REFERRALS", "parts", "NONSENSE", "asked", "A box <b>")).hasStatusOk().bodyText()
                .contains("Nothing of the record goes along", "This stays", "A box &lt;b");
        send();
        assertThat(town.post(town.rosa(), path + "/preview", "parts", "PERSON")).hasStatusOk().bodyText().contains("This goes along");
        var second = town.post(town.rosa(), path, "need", "FOOD", "asked", "A box", "urgency", "ROUTINE", "reachBy", "by text", "agreedOn", TODAY, "parts", "PERSON", "parts", "PLAN", "forWhom", "Her son");
        assertThat(second).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), second.getResponse().getRedirectedUrl())).bodyText().contains("What goes along", "Her son", "Also asked for this need");
        assertThat(town.post(town.rosa(), path, "need", "FOOD", "asked", "A box", "urgency", "ROUTINE", "reachBy", "by text", "agreedOn", TODAY, "insteadOf", ReferralId.next().text())).hasStatus(404);
    }

    @Test
    void silence_is_reminded_of_handed_over_by_a_call_and_shown_to_the_supervisor() {
        var id = send();
        assertThat(town.post(town.rosa(), at(id) + "/reminder")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), at(id) + "/reminder")).hasStatus(409).bodyText().contains("reminded today already");
        assertThat(town.post(town.rosa(), at(id) + "/handoff", "on", Town.today().minusDays(1).toString(), "at", "10:00")).hasStatus(422).bodyText().contains("past");
        assertThat(town.post(town.rosa(), at(id) + "/handoff", "on", Town.today().plusDays(2).toString(), "at", "10:00", "withWhom", "Jo")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), at(id))).bodyText().contains("Call together", "While they do not answer");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/tasks")).bodyText().contains("Call together with");
        assertThat(town.get(town.vera(), "/referrals?all=true&late=true")).hasStatusOk().bodyText().doesNotContain(client.text());
        var line = town.as(town.rosa(), () -> referrals.of(client)).getFirst();
        assertThat(line.waits(Town.today(), Town.ZONE).english()).isEqualTo("Waits for your answer since {day}");
        assertThat(line.waits(Town.today().plusDays(10), Town.ZONE).english()).contains("over what was agreed");
        assertThat(line.escalated(Town.today(), Town.ZONE)).isFalse();
        assertThat(line.escalated(Town.today().plusDays(10), Town.ZONE)).isTrue();
    }

    @Test
    void an_outcome_can_be_asked_after_again_and_opened_again() {
        var id = send();
        step(id, "ACCEPTED", "");
        step(id, "COMPLETED", "");
        assertThat(town.post(town.rosa(), at(id) + "/outcome", "outcome", "PARTLY", "on", TODAY, "askAgainOn", TODAY)).hasStatus(422).bodyText().contains("still to come");
        assertThat(town.post(town.rosa(), at(id) + "/outcome", "outcome", "PARTLY", "on", TODAY, "askAgainOn", Town.today().plusDays(20).toString())).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/tasks")).bodyText().contains("Ask again whether it helped");
        assertThat(town.post(town.rosa(), at(id) + "/reopening", "reopened", "")).hasStatus(422);
        assertThat(town.post(town.rosa(), at(id) + "/reopening", "reopened", "The boxes stopped")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), at(id))).bodyText().contains("Confirm the outcome with the client");
        assertThat(town.post(town.rosa(), at(id) + "/reopening", "reopened", "again")).hasStatus(422).bodyText().contains("still open");
    }

    /** The board counts anew after ten minutes. */
    private void later(int times, Runnable work) {
        HouseClock.at(Instant.now().plus(Duration.ofMinutes(11L * times)), () -> {
            work.run();
            return null;
        });
    }

    private void decline(String id) {
        assertThat(town.post(town.rosa(), at(id) + "/steps", "next", "REJECTED", "cause", "NO_FUNDS")).hasStatus3xxRedirection();
    }

    private void step(String id, String next, String words) {
        assertThat(town.post(town.rosa(), at(id) + "/steps", "next", next, "words", words)).hasStatus3xxRedirection();
    }

    private String send() {
        var answer = town.post(town.rosa(), "/clients/" + client.text() + "/referrals/new/" + service.text(), "need", "FOOD", "asked", "A box each week", "urgency", "ROUTINE",
                "reachBy", "by text after 16:00", "agreedOn", TODAY);
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl().replaceAll(".*/", "");
    }

    private String at(String id) {
        return "/clients/" + client.text() + "/referrals/" + id;
    }
}
