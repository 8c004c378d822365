package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.SafeContact;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class SharingPagesTest {

    @Autowired Town town;
    @Autowired Consents consents;
    @Autowired Disclosures disclosures;
    @Autowired Contacts contacts;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Actor noor;
    private ClientId client;

    @BeforeEach
    void amina_with_a_note_and_a_place_that_is_not_safe() {
        noor = town.account(Role.CASE_MANAGER, "Noor Haddad");
        client = town.as(noor, () -> town.clients().add(new NewClient(List.of(PersonName.read("Amina Yusuf")), About.unknown(), SafeContact.unknown(), List.of(),
                List.of(new Address(Address.Kind.HOME, "12 Hidden Lane", "Salem", "MA", "01970", "US", "", true), Address.home("1 Open Street", "Salem", "MA", "01970")), List.of(), null)));
        noor.run(() -> contacts.record(client, new Contact.Said(Instant.now(), Mode.PHONE, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", null, Contact.Outcome.REACHED),
                "She told me of the new job <b>", true, List.of()));
        noor.run(() -> contacts.record(client, new Contact.Said(Instant.now(), Mode.PHONE, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", null, Contact.Outcome.REACHED),
                "An unsigned draft", false, List.of()));
    }

    @Test
    void the_simulator_shows_what_would_leave_and_what_stays_and_why_and_sends_nothing() {
        assertThat(town.get(noor, path())).hasStatusOk().bodyText().contains("See what would leave");
        assertThat(town.post(noor, path() + "/preview", to("Harbor House", "CONTACTS", "REACHING"))).hasStatusOk().bodyText()
                .contains("Nothing would leave", "No consent on record names this recipient.", "12 Hidden Lane");

        record(Set.of(DataClass.GENERAL));
        assertThat(town.post(noor, path() + "/preview", to("Harbor House", "CONTACTS", "REACHING"))).hasStatusOk().bodyText()
                .contains("3 pieces would leave", "One piece would be withheld", "The consent does not cover this class of record.", "PDF file");
        assertThat(town.post(noor, path() + "/preview", "kind", "ORGANIZATION")).hasStatus(422).bodyText().contains("Choose which parts are shared");
        assertThat(town.post(noor, path() + "/preview", "kind", "PERSON", "parts", "PLAN")).hasStatus(422).bodyText().contains("Write who receives it");
        assertThat(rows()).isZero();
    }

    @Test
    void what_the_simulator_said_is_what_leaves_without_a_trace_of_the_rest() throws Exception {
        record(Set.of(DataClass.GENERAL));
        var answer = town.post(noor, path(), with(to("Harbor House", "CONTACTS", "REACHING"), "way", "PRINT"));
        assertThat(answer).hasStatusOk().bodyText().contains("She told me of the new job &lt;b", "1 Open Street").doesNotContain("Hidden Lane").doesNotContain("unsigned draft").doesNotContain("withheld");
        assertThat(rows()).isEqualTo(1);

        var table = town.post(noor, path(), with(to("Harbor House", "CONTACTS", "REACHING"), "way", "CSV"));
        assertThat(table.getResponse().getHeader("Content-Disposition")).startsWith("attachment").doesNotContain("Amina");
        assertThat(table.getResponse().getContentAsString()).contains("1 Open Street", "Scope of the consent").doesNotContain("Hidden Lane");
        assertThat(rows()).isEqualTo(2);
        assertThat(deeds()).isEqualTo(2);
    }

    @Test
    void an_e_mail_is_a_message_to_be_sent_that_names_nobody_and_holds_the_file() throws Exception {
        record(Set.of(DataClass.GENERAL));
        var answer = town.post(noor, path(), with(to("Harbor House", "CONTACTS", "REACHING"), "way", "EMAIL"));
        var mail = answer.getResponse().getContentAsString();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).matches("attachment; filename=\"record-[-0-9]+\\.eml\"");
        assertThat(mail).startsWith("X-Unsent: 1\r\n").contains("Content-Type: multipart/mixed").doesNotContain("Amina").matches("(?s)[\\x00-\\x7F]*");
        assertThat(new String(ConsentMatrixTest.part(mail, "text/plain"), java.nio.charset.StandardCharsets.UTF_8)).contains("If it is not for you", "Harbor House").doesNotContain("Amina");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(ConsentMatrixTest.part(mail, "application/pdf"))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf)).contains("She told me of the new job", "1 Open Street").doesNotContain("Hidden Lane");
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nothing_that_may_leave_is_refused_in_words_and_writes_nothing() {
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "way", "PDF"))).hasStatus(422).bodyText().contains("Nothing of this may be shared with Harbor House now.");
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "way", "NO_WAY"))).hasStatus(422);
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "way", "PARTNER"))).hasStatus(422).bodyText().contains("It cannot leave this way");
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "basis", "COURT_ORDER", "address", "1 Court Square", "way", "PDF"))).hasStatus(422).bodyText().contains("Name the law, the order");
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "basis", "COURT_ORDER", "authority", "Order 12", "way", "PDF"))).hasStatus(422).bodyText().contains("Write the address");
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "basis", "CLIENT", "way", "PDF"))).hasStatus(422).bodyText().contains("Only the client receives");
        assertThat(town.post(noor, path(), with(to("Harbor House", "ACCOUNTING"), "basis", "COURT_ORDER", "authority", "x", "address", "y", "way", "PDF"))).hasStatus(422);
        assertThat(rows()).isZero();
    }

    @Test
    void a_consent_taken_back_while_an_export_runs_holds_from_its_next_part_on() {
        var consent = record(Set.of(DataClass.GENERAL));
        var release = Release.byConsent(new Recipient(Recipient.Kind.ORGANIZATION, null, "Harbor House", "", Recipient.Standing.OTHER), Purpose.SERVICES,
                Set.of(Part.PERSON, Part.REACHING, Part.CONTACTS), Way.CSV);
        var out = new ArrayList<Part>();
        noor.run(() -> disclosures.export(client, release, part -> {
            out.addAll(part.byPart().keySet());
            if (out.size() == 1) {
                consents.revoke(client, consent.id(), new RevokeConsent(true, null, null, "Amina", Revocation.How.SPOKEN, null));
            }
        }));
        assertThat(out).containsExactly(Part.PERSON);
        assertThat(rows()).isEqualTo(1);
        assertThat(noor.act(() -> disclosures.of(client, ConsentExamples.TODAY.minusDays(1))).getFirst().parts()).containsExactly(Part.PERSON);
    }

    @Test
    void an_export_that_is_not_interrupted_is_one_row_with_all_its_parts() {
        record(Set.of(DataClass.GENERAL));
        assertThat(town.post(noor, path(), with(to("Harbor House", "PERSON", "REACHING", "CONTACTS"), "way", "FHIR"))).hasStatusOk().bodyText().contains("\"resourceType\": \"Bundle\"", "Composition");
        var left = noor.act(() -> disclosures.of(client, ConsentExamples.TODAY.minusDays(1)));
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().parts()).containsExactlyInAnyOrder(Part.PERSON, Part.REACHING, Part.CONTACTS);
        assertThat(left.getFirst().pieces()).isEqualTo(4);
    }

    @Test
    void a_row_marked_by_a_worker_stays_until_a_consent_names_its_class() {
        record(Set.of(DataClass.GENERAL));
        var note = noor.act(() -> disclosures.preview(client, Release.byConsent(new Recipient(Recipient.Kind.ORGANIZATION, null, "Harbor House", "", Recipient.Standing.OTHER), Purpose.SERVICES,
                Set.of(Part.CONTACTS), Way.PDF))).leaving().stream().filter(it -> it.piece().lines().toString().contains("new job")).findFirst().orElseThrow().piece().row();
        assertThat(town.post(noor, path() + "/labels/" + note, "classes", "")).hasStatus3xxRedirection();
        assertThat(town.post(noor, path() + "/labels/" + note, "classes", "HIV")).hasStatus3xxRedirection();
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "way", "PRINT")).getResponse()).satisfies(it -> assertThat(it.getContentAsString()).doesNotContain("new job"));
        record(Set.of(DataClass.HIV));
        assertThat(town.post(noor, path(), with(to("Harbor House", "CONTACTS"), "way", "PRINT"))).bodyText().contains("new job");
        assertThat(town.post(town.sam(), path() + "/labels/" + note)).hasStatus(404);
    }

    @Test
    void the_clients_own_copy_is_in_their_language() {
        client = town.as(noor, () -> town.clients().add(NewClient.of(PersonName.read("Lucía Peña"),
                new About(null, false, null, "", "", List.of("es"), null, List.of(), "", "", false, null))));
        assertThat(town.post(noor, path(), "kind", "CLIENT", "parts", "PERSON", "way", "PRINT")).hasStatusOk().bodyText().contains("Del registro de Lucía Peña", "Idiomas: ");
    }

    @Test
    void whoever_reaches_the_client_by_an_emergency_only_lets_nothing_leave() {
        record(Set.of(DataClass.GENERAL));
        var lena = town.account(Role.CASE_MANAGER, "Lena Brandt");
        Actor.machine().run(() -> reach.give(lena.account(), client.value(), "break_glass", null));
        for (var way : List.of("PDF", "PRINT", "CSV", "FHIR", "ELSEWHERE")) {
            assertThat(town.post(lena, path(), with(to("Harbor House", "CONTACTS"), "way", way))).as(way).hasStatus(422).bodyText().contains("because of an emergency");
        }
        assertThat(rows()).isZero();
        noor.run(() -> reach.give(lena.account(), client.value(), "assigned", null));
        assertThat(town.post(lena, path(), with(to("Harbor House", "CONTACTS"), "way", "PRINT"))).hasStatusOk();
    }

    @Test
    void whoever_does_not_reach_the_client_or_may_not_share_gets_nothing() {
        record(Set.of(DataClass.GENERAL));
        for (var page : List.of(path(), path() + "/preview")) {
            assertThat(town.post(town.sam(), page, with(to("Harbor House", "CONTACTS"), "way", "PDF")).getResponse().getStatus()).as(page).isIn(404, 303, 302);
            assertThat(town.post(town.ines(), page, with(to("Harbor House", "CONTACTS"), "way", "PDF"))).as(page).hasStatus(403);
            assertThat(town.post(town.paul(), page, with(to("Harbor House", "CONTACTS"), "way", "PDF"))).as(page).hasStatus(403);
        }
        var sam = town.account(Role.CASE_MANAGER, "Sam Fresh");
        assertThat(town.post(sam, path(), with(to("Harbor House", "CONTACTS"), "way", "PDF"))).hasStatus(404);
        assertThat(rows()).isZero();
    }

    private Consent record(Set<DataClass> classes) {
        return town.as(noor, () -> consents.record(client, ConsentExamples.consent("Harbor House", classes, Purpose.SERVICES)));
    }

    private static String[] to(String recipient, String... parts) {
        var fields = new ArrayList<>(List.of("kind", "ORGANIZATION", "recipient", recipient, "standing", "OTHER", "purpose", "SERVICES"));
        for (var part : parts) {
            fields.addAll(List.of("parts", part));
        }
        return fields.toArray(String[]::new);
    }

    private static String[] with(String[] fields, String... more) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int rows() {
        return noor.act(() -> transaction.execute(_ -> db.sql("select count(*) from consent.disclosure where client_id = ?").param(client.value()).query(Integer.class).single()));
    }

    private int deeds() {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry where kind = 'DEED' and what = 'DISCLOSURE' and client = ?").param(client.value()).query(Integer.class).single()));
    }

    private String path() {
        return "/clients/" + client.text() + "/sharing";
    }
}
