package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Consents;
import org.casebridge.consent.Revocation;
import org.casebridge.consent.RevokeConsent;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account linked to an organization after something was sent to it. */
@PageTest
class NewPartnerPagesTest {

    @Autowired Town town;
    @Autowired Referrals referrals;
    @Autowired Services services;
    @Autowired Partners partners;
    @Autowired Consents consents;

    private ClientId client;
    private ServiceId service;
    private OrganizationId pantry;
    private Actor late;

    @BeforeEach
    void amina_a_pantry_and_somebody_who_comes_later() {
        client = town.openCase("Amina Yusuf").clientId();
        service = ReferralExamples.service(town, services);
        pantry = town.as(town.rosa(), () -> services.line(service)).organization();
        late = town.account(Role.PARTNER, "Lena Late");
    }

    @Test
    void finds_what_is_still_open_and_answers_it_until_unlinked() {
        var open = send();
        var over = send();
        assertThat(town.post(town.rosa(), path() + "/" + over + "/steps", "next", "REJECTED", "words", "Out of area")).hasStatus3xxRedirection();
        assertThat(town.get(late, "/answers")).hasStatusOk().bodyText().doesNotContain("Amina");

        town.adam().run(() -> partners.link(late.account(), pantry));

        assertThat(town.get(late, "/answers")).hasStatusOk().bodyText().contains("Amina Yusuf", "/" + open, "Waits for your answer since").doesNotContain("/" + over);
        assertThat(town.get(late, answer(over))).hasStatus(404);
        assertThat(town.post(late, answer(open), "next", "ACCEPTED", "words", "Saturday at ten")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("accepted the referral", "Saturday at ten · by Lena Late");

        town.adam().run(() -> partners.unlink(late.account(), pantry));
        assertThat(town.get(late, answer(open))).hasStatus(404);
        assertThat(town.get(late, "/answers")).bodyText().doesNotContain("Amina");
    }

    @Test
    void finds_nothing_whose_consent_was_taken_back_and_nothing_of_another_organization() {
        var sent = send();
        town.rosa().run(() -> consents.of(client).forEach(it -> consents.revoke(client, it.id(), new RevokeConsent(true, null, null, "Amina", Revocation.How.SPOKEN, null))));
        town.adam().run(() -> partners.link(late.account(), pantry));
        assertThat(town.get(late, answer(sent))).hasStatus(404);
        assertThat(town.get(late, "/answers")).hasStatusOk().bodyText().doesNotContain("Amina");

        var elsewhere = town.account(Role.PARTNER, "Nina Cole");
        var bakery = town.as(town.rosa(), () -> services.line(ReferralExamples.service(town, services)).organization());
        town.adam().run(() -> partners.link(elsewhere.account(), bakery));
        assertThat(town.get(elsewhere, answer(sent))).hasStatus(404);
    }

    private String send() {
        var sent = town.post(town.rosa(), path() + "/new/" + service.text(), "need", "FOOD", "asked", "A box each week", "urgency", "ROUTINE", "shared", "Two adults", "reachBy", "by text",
                "agreedOn", Town.today().toString());
        assertThat(sent).hasStatus3xxRedirection();
        return sent.getResponse().getRedirectedUrl().replaceAll(".*/", "");
    }

    private String path() {
        return "/clients/" + client.text() + "/referrals";
    }

    private String answer(String referral) {
        return "/answers/" + client.text() + "/" + referral;
    }
}
