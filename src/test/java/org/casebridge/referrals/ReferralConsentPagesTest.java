package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.consent.Consent;
import org.casebridge.consent.Consents;
import org.casebridge.consent.RevokeConsent;
import org.casebridge.consent.Revocation;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.ServiceLine;
import org.casebridge.directory.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class ReferralConsentPagesTest {

    private static final LocalDate TODAY = Town.today();

    @Autowired Town town;
    @Autowired Consents consents;
    @Autowired Services services;
    @Autowired Partners partners;
    @Autowired Programs programs;
    @Autowired CaseFiles cases;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private ServiceId service;
    private ServiceLine line;
    private Actor paul;

    @BeforeEach
    void a_pantry_that_answers_here() {
        service = ReferralExamples.service(town, services);
        line = town.as(town.rosa(), () -> services.line(service));
        paul = town.account(Role.PARTNER, "Paul Meyer");
        partners.link(paul.account(), line.organization());
    }

    @Test
    void the_clients_word_is_kept_as_a_spoken_consent_and_its_end_closes_the_partners_page() {
        var client = town.openCase("Amina Yusuf").clientId();
        assertThat(town.get(town.rosa(), form(client))).bodyText().contains("No consent on record covers " + line.organizationName(), "Record a signed consent instead");

        var answer = send(town.rosa(), client, TODAY);
        var spoken = only(client);
        assertThat(spoken.signature().kind().name()).isEqualTo("VERBAL");
        assertThat(town.get(town.rosa(), form(client))).bodyText().contains("Covered by a consent:");
        assertThat(town.get(paul, answer)).hasStatusOk().bodyText().contains("Two adults");
        assertThat(town.as(town.rosa(), () -> reach.has(paul.account(), client.value()))).isTrue();

        town.rosa().run(() -> consents.revoke(client, spoken.id(), new RevokeConsent(true, null, null, "Amina", Revocation.How.SPOKEN, null)));
        assertThat(town.get(paul, answer)).hasStatus(404);
        assertThat(town.post(paul, answer, "next", "ACCEPTED")).hasStatus(404);
        assertThat(town.get(paul, "/answers")).hasStatusOk().bodyText().doesNotContain("Amina");
        assertThat(town.as(town.rosa(), () -> reach.has(paul.account(), client.value()))).isFalse();

        assertThat(town.post(town.rosa(), form(client), fields(TODAY.minusDays(1)))).hasStatus(422).bodyText().contains("took back their consent for");
        send(town.rosa(), client, TODAY);
        assertThat(town.get(paul, answer)).hasStatusOk();
    }

    @Test
    void a_partners_reach_ends_with_the_consent() {
        var client = town.openCase("Amina Yusuf").clientId();
        var answer = send(town.rosa(), client, TODAY);
        assertThat(given(client)).containsExactly("referral false " + TODAY.plusYears(1));
        town.rosa().run(() -> transaction.executeWithoutResult(_ -> db.sql("update access.reach set ends_at = now() - interval '1 second' where client_id = ? and account_id = ?")
                .params(client.value(), paul.account().value()).update()));
        assertThat(town.get(paul, answer)).hasStatus(404);
        assertThat(town.get(paul, "/answers")).bodyText().doesNotContain("Amina");
    }

    @Test
    void for_a_minor_somebody_else_agrees_first() {
        var client = town.client(NewClient.of(PersonName.read("Milo Yusuf"), About.born(TODAY.minusYears(12))));
        assertThat(town.post(town.rosa(), form(client), fields(TODAY))).hasStatus(422).bodyText().contains("Milo Yusuf is a minor");
    }

    @Test
    void what_is_sent_by_telephone_is_in_the_account_once() {
        var client = town.openCase("Amina Yusuf").clientId();
        var elsewhere = ReferralExamples.service(town, services);
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/referrals/new/" + elsewhere.text(), fields(TODAY))).hasStatus3xxRedirection();
        var ways = town.as(town.rosa(), () -> transaction.execute(_ -> db.sql("select channel from consent.disclosure where client_id = ?").param(client.value()).query(String.class).list()));
        assertThat(ways).containsExactly("ELSEWHERE");
    }

    @Test
    void a_referral_from_a_part_2_programme_needs_a_signed_consent_and_then_reaches_its_partner() {
        var nadia = town.account(Role.CASE_MANAGER, "Nadia Okafor");
        var clinic = town.as(town.vera(), () -> programs.add("Riverside Clinic " + UUID.randomUUID().toString().substring(0, 6), 14, true));
        town.vera().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("insert into caseload.program_worker (program_id, worker) values (?, ?)").params(clinic.value(), nadia.account().value()).update()));
        var client = town.as(nadia, () -> town.clients().add(NewClient.of(PersonName.read("Quillon Abernathy " + UUID.randomUUID().toString().substring(0, 6)), About.unknown())));
        town.as(nadia, () -> cases.open(client, clinic, nadia.account(), TODAY));

        assertThat(town.post(nadia, form(client), fields(TODAY))).hasStatus(422).bodyText().contains("only by a signed consent (42 CFR 2.31)");
        assertThat(town.post(nadia, "/clients/" + client.text() + "/consents", "parts", "PERSON", "parts", "REFERRALS", "classes", "PART2", "described", "That I am in treatment", "discloser", "The clinic",
                "kind", "ORGANIZATION", "recipient", line.organizationName(), "organizationName", line.organizationName(), "organization", line.organization().text(), "purposes", "SERVICES",
                "startsOn", TODAY.toString(), "expiresOn", TODAY.plusYears(1).toString(), "revokeHow", "Tell us", "signature", "TYPED", "signer", "CLIENT", "signedBy", "Quillon", "signedOn",
                TODAY.toString(), "language", "en")).hasStatus3xxRedirection();
        var answer = send(nadia, client, TODAY);

        assertThat(town.get(paul, answer)).hasStatusOk().bodyText().contains("Two adults", "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
        assertThat(town.get(paul, "/answers")).bodyText().contains("Quillon");
        var consent = town.as(nadia, () -> consents.of(client)).getFirst();
        assertThat(given(client)).containsExactly("consent true " + TODAY.plusYears(1), "referral false " + TODAY.plusYears(1));
        nadia.run(() -> consents.revoke(client, consent.id(), new RevokeConsent(true, null, null, "Quillon", Revocation.How.SPOKEN, null)));
        assertThat(town.get(paul, answer)).hasStatus(404);
        assertThat(given(client)).isEmpty();
        for (var other : List.of(town.vera(), town.priya())) {
            var seen = other.act(() -> transaction.execute(_ -> db.sql("select count(*) from consent.disclosure where client_id = ?").param(client.value()).query(Integer.class).single()));
            assertThat(seen).as("what left of the clinic's rows is told to %s", other.name()).isZero();
        }
    }

    /** Because of what the partner reaches the client, whether Part 2 rows too, and the last day. */
    private List<String> given(ClientId client) {
        return town.as(town.rosa(), () -> transaction.execute(_ -> db.sql("""
                select because || ' ' || part2 || ' ' || coalesce(((ends_at at time zone 'America/New_York')::date - 1)::text, 'for ever') from access.reach where client_id = ? and account_id = ? order by 1
                """).params(client.value(), paul.account().value()).query(String.class).list()));
    }

    private Consent only(ClientId client) {
        var all = town.as(town.rosa(), () -> consents.of(client));
        assertThat(all).hasSize(1);
        return Set.copyOf(all).iterator().next();
    }

    private String send(Actor who, ClientId client, LocalDate agreed) {
        var sent = town.post(who, form(client), fields(agreed));
        assertThat(sent).hasStatus3xxRedirection();
        return "/answers/" + client.text() + "/" + sent.getResponse().getRedirectedUrl().replaceAll(".*/", "");
    }

    private static String[] fields(LocalDate agreed) {
        return new String[] {"need", "FOOD", "asked", "A box each week", "urgency", "ROUTINE", "shared", "Two adults", "reachBy", "by text", "agreedOn", agreed.toString()};
    }

    private String form(ClientId client) {
        return "/clients/" + client.text() + "/referrals/new/" + service.text();
    }
}
