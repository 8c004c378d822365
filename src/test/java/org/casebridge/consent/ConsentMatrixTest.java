package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.fault.Fault;
import org.casebridge.fault.Superuser;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Mode;
import org.casebridge.referrals.NewReferral;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.Referrals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every way out, every state of a consent, every class of record, through HTTP, against a table that was written apart from the code; and for every release exactly one row in
 * the account.
 */
@PageTest
class ConsentMatrixTest {

    /** Behind {@code bin/test --full} more than 20,000 releases. */
    private static final int ROUNDS = Boolean.getBoolean("casebridge.full") && !Fault.any() ? 220 : 1;
    private static final List<Way> FILES = List.of(Way.PDF, Way.PRINT, Way.CSV, Way.FHIR, Way.EMAIL, Way.ELSEWHERE);

    @Autowired Town town;
    @Autowired Consents consents;
    @Autowired Labels labels;
    @Autowired Contacts contacts;
    @Autowired Referrals referrals;
    @Autowired Services services;
    @Autowired Partners partners;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Superuser superuser;

    private final Random random = new Random(20261124);
    private Actor worker;
    private Actor partner;
    private ServiceId service;
    private String organization;

    @BeforeEach
    void a_worker_and_a_partner() {
        worker = town.account(Role.CASE_MANAGER, "Noor Haddad");
        partner = town.account(Role.PARTNER, "Paul Meyer");
        service = town.as(town.vera(), () -> services.add(AddService.of("Matrix House " + UUID.randomUUID().toString().substring(0, 8), "A bed", NeedCategory.HOUSING, "555-0142")));
        var line = town.as(town.rosa(), () -> services.line(service));
        organization = line.organizationName();
        partners.link(partner.account(), line.organization());
    }

    @Test
    void what_leaves_by_files_is_what_the_table_says_and_one_row_is_written() throws Exception {
        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_partner_reads_is_what_the_table_says_and_one_row_is_written() throws Exception {
        assertThat(partners()).isEmpty();
    }

    /** With a fault planted, the states in which it shows. */
    private static List<MatrixState> states() {
        return MatrixState.all().stream().filter(it -> !Fault.any() || Set.of("scoped", "treating").contains(it.name())).toList();
    }

    private void unlabel(ClientId client) {
        worker.run(() -> transaction.executeWithoutResult(_ -> db.sql("delete from consent.label where client_id = ?").param(client.value()).update()));
    }

    private List<String> files() throws Exception {
        var wrong = new ArrayList<String>();
        var expected = MatrixState.expected();
        for (int round = 0; round < ROUNDS; round++) {
            files(round == 0 ? EnumSet.allOf(DataClass.class) : some(), wrong, expected);
        }
        return wrong;
    }

    /** Every state of a consent and every way, for a record that holds something of these classes. */
    private void files(Set<DataClass> held, List<String> wrong, Map<String, Set<DataClass>> expected) throws Exception {
        for (var state : states()) {
            var client = client(state);
            var markers = notes(client, held);
            var leaving = EnumSet.noneOf(DataClass.class);
            leaving.addAll(expected.get("file " + state.name()));
            leaving.retainAll(held);
            worker.run(() -> state.making().make(consents, client, organization));
            if (Fault.LABELS_LOST.planted()) {
                unlabel(client);
            }
            for (var way : FILES) {
                int before = rows(client);
                var text = text(way, town.post(worker, "/clients/" + client.text() + "/sharing", "kind", "ORGANIZATION", "recipient", organization, "standing", state.standing().name(),
                        "purpose", state.purpose().name(), "basis", "CONSENT", "parts", "CONTACTS", "way", way.name()), client);
                judge(wrong, way + " " + state.name(), markers, leaving, text, rows(client) - before);
            }
        }
    }

    /** A record as any other: it holds some classes and others not. */
    private Set<DataClass> some() {
        var held = EnumSet.noneOf(DataClass.class);
        for (var one : DataClass.values()) {
            if (random.nextBoolean()) {
                held.add(one);
            }
        }
        return held;
    }

    private List<String> partners() throws Exception {
        var wrong = new ArrayList<String>();
        var expected = MatrixState.expected();
        for (var state : states().stream().filter(it -> !it.name().equals("treating but no provider")).toList()) {
            var client = client(state);
            var pages = referred(client);
            worker.run(() -> state.making().make(consents, client, organization));
            if (Fault.PARTNER_LABELS_LOST.planted()) {
                unlabel(client);
            }
            for (var dataClass : DataClass.values()) {
                int before = rows(client);
                var answer = town.get(partner, pages.get(dataClass));
                var text = answer.getResponse().getStatus() == 404 ? "" : answer.getResponse().getContentAsString();
                var leaves = expected.get("partner " + state.name()).contains(dataClass);
                if (leaves && (dataClass == DataClass.PART2 && !text.contains("42 CFR part 2 prohibits unauthorized use") || !text.contains("Consent signed on"))) {
                    wrong.add("PARTNER " + state.name() + ": no notice or scope with " + dataClass);
                }
                if (text.contains(marker(client, dataClass)) != leaves || rows(client) - before != (leaves ? 1 : 0)) {
                    wrong.add("PARTNER " + state.name() + ": " + dataClass);
                }
            }
            int before = rows(client);
            var list = town.get(partner, "/answers").getResponse().getContentAsString();
            for (var page : pages.entrySet()) {
                if (list.contains(page.getValue()) != expected.get("partner " + state.name()).contains(page.getKey())) {
                    wrong.add("PARTNER list " + state.name() + ": " + page.getKey());
                }
            }
            if (rows(client) - before != (expected.get("partner " + state.name()).isEmpty() ? 0 : 1)) {
                wrong.add("PARTNER list " + state.name() + ": rows");
            }
        }
        return wrong;
    }

    private static void judge(List<String> wrong, String where, Map<DataClass, String> markers, Set<DataClass> expected, String text, int rows) {
        if (where.startsWith("ELSEWHERE") && !text.equals(expected.isEmpty() ? "" : expected.size() + " pieces")) {
            wrong.add(where + ": " + text);
        }
        markers.forEach((dataClass, marker) -> {
            if (!where.startsWith("ELSEWHERE") && text.contains(marker) != expected.contains(dataClass)) {
                wrong.add(where + ": " + dataClass);
            }
        });
        if (rows != (expected.isEmpty() ? 0 : 1)) {
            wrong.add(where + ": " + rows + " rows");
        }
        if (expected.contains(DataClass.PART2) && !where.startsWith("ELSEWHERE") && !text.contains("42 CFR part 2 prohibits unauthorized use")) {
            wrong.add(where + ": no notice");
        }
        // 42 CFR 2.32(b): a copy of the consent or its scope goes along, by whatever way.
        if (!expected.isEmpty() && !where.startsWith("ELSEWHERE") && !text.replaceAll("\\s+", " ").contains("Consent signed on")) {
            wrong.add(where + ": no scope of the consent");
        }
    }

    private String text(Way way, org.springframework.test.web.servlet.assertj.MvcTestResult answer, ClientId client) throws Exception {
        var bytes = answer.getResponse().getContentAsByteArray();
        if (answer.getResponse().getStatus() == 422) {
            return "";
        }
        if (way == Way.ELSEWHERE) {
            return worker.act(() -> transaction.execute(_ -> db.sql("select pieces || ' pieces' from consent.disclosure where client_id = ? order by at desc, id desc limit 1").param(client.value()).query(String.class).single()));
        }
        assertThat(answer.getResponse().getStatus()).as(way.name()).isEqualTo(200);
        if (way == Way.PDF) {
            try (var pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (way == Way.EMAIL) {
            try (var pdf = Loader.loadPDF(part(text, "application/pdf"))) {
                return new String(part(text, "text/plain"), StandardCharsets.UTF_8) + new PDFTextStripper().getText(pdf);
            }
        }
        return text;
    }

    /** A part of a message, by its type. */
    static byte[] part(String mail, String type) {
        var part = mail.substring(mail.indexOf("Content-Type: " + type));
        var body = part.substring(part.indexOf("\r\n\r\n") + 4);
        return java.util.Base64.getMimeDecoder().decode(body.substring(0, body.indexOf("\r\n--")));
    }

    private ClientId client(MatrixState state) {
        return town.as(worker, () -> town.clients().add(NewClient.of(PersonName.read("Matrix " + UUID.randomUUID().toString().substring(0, 6)), About.born(state.bornOn()))));
    }

    /** One signed note of each class; the person spoken with is the marker, so that it stands in what every way writes. */
    private Map<DataClass, String> notes(ClientId client, Set<DataClass> held) {
        var markers = new EnumMap<DataClass, String>(DataClass.class);
        for (var dataClass : held) {
            markers.put(dataClass, marker(client, dataClass));
            worker.run(() -> {
                var contact = contacts.record(client, new Contact.Said(Instant.now(), Mode.PHONE, Contact.Direction.OUTGOING, Contact.Party.OTHER, "Somebody", null, Contact.Outcome.REACHED),
                        "They said " + marker(client, dataClass), true, List.of());
                labels.mark(client, contact.id().value(), EnumSet.of(dataClass));
            });
        }
        return markers;
    }

    /** One referral of each class, sent by the client's word, which is then taken back. */
    private Map<DataClass, String> referred(ClientId client) {
        var pages = new EnumMap<DataClass, String>(DataClass.class);
        return worker.act(() -> {
            var spoken = consents.record(client, guardianFor());
            for (var dataClass : DataClass.values()) {
                var sent = referrals.send(client, service, new NewReferral(NeedCategory.HOUSING, null, "A bed, " + marker(client, dataClass), Referral.Urgency.ROUTINE, "", "by phone", Town.today()));
                labels.mark(client, sent.id().value(), EnumSet.of(dataClass));
                pages.put(dataClass, "/answers/" + client.text() + "/" + sent.id().text());
            }
            consents.revoke(client, spoken.id(), new RevokeConsent(true, null, null, "The client", Revocation.How.SPOKEN, null));
            return pages;
        });
    }

    /** Covers the sending for minors too, as a guardian signs it. */
    private NewConsent guardianFor() {
        var it = ConsentExamples.consent(organization, Set.of(DataClass.GENERAL), Purpose.SERVICES);
        return new NewConsent(it.scope(), it.discloser(), it.designation(), it.aim(), it.term(), it.revokeHow(), it.mayPassOn(), it.refusalMeans(),
                new Signature(Signature.Kind.TYPED, "", "", "", Signature.Signer.GUARDIAN, "A Guardian", "Order of the court", false, "", ConsentExamples.TODAY, "en", ""), null);
    }

    private static String marker(ClientId client, DataClass dataClass) {
        return "MK" + dataClass.name().replace("_", "") + client.text().substring(24, 32);
    }

    private int rows(ClientId client) {
        if (Fault.RELEASE_UNACCOUNTED.planted()) {
            superuser.force(it -> it.sql("delete from consent.disclosure where client_id = ?").param(client.value()).update());
        }
        return worker.act(() -> transaction.execute(_ -> db.sql("select count(*) from consent.disclosure where client_id = ?").param(client.value()).query(Integer.class).single()));
    }
}
