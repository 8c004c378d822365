package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.fault.Superuser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counseling and therapy notes are kept apart: their author reads them, and nobody else, whatever their role. */
@PageTest
class ApartNotesTest {

    private static final String WORDS = "He spoke of his first relapse";

    @Autowired Town town;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Superuser superuser;

    private Actor rosa;
    private Actor colleague;
    private ClientId client;
    private String contact;

    @BeforeEach
    void a_session_with_a_note_kept_apart() {
        rosa = town.rosa();
        client = town.openCase("Jerome Asante").clientId();
        colleague = town.account(Role.CASE_MANAGER, "Nora Beck");
        town.vera().run(() -> reach.give(colleague.account(), client.value(), "team", null));
        assertThat(record("apart", "SUD_NOTES", "sign", "true")).isEqualTo(303);
        contact = "/clients/" + client.text() + "/contacts/" + rosa.act(() -> transaction.execute(_ -> db.sql("select id::text from messaging.contact where client_id = ?").param(client.value()).query(String.class).single()));
    }

    @Test
    void its_author_reads_it_and_all_others_see_the_contact_alone() {
        assertThat(town.get(rosa, contact)).bodyText().contains(WORDS, "Kept apart: only you read this note");
        for (var other : List.of(colleague, town.vera(), town.ines())) {
            for (var page : List.of(contact, "/clients/" + client.text(), "/clients/" + client.text() + "/contacts", "/?more=5000")) {
                assertThat(town.get(other, page)).as(page).hasStatusOk().bodyText().doesNotContain("first relapse").doesNotContain("Kept apart");
            }
            assertThat(town.get(other, contact)).bodyText().contains("Nothing was noted.");
        }
        assertThat(town.get(rosa, "/clients/" + client.text())).bodyText().doesNotContain("first relapse");
    }

    @Test
    void nobody_else_adds_to_it_signs_it_or_learns_of_it() {
        for (var deed : List.of("/addenda", "/note")) {
            assertThat(town.post(colleague, contact + deed, "words", "More")).hasStatus(404);
        }
        assertThat(town.post(rosa, contact + "/addenda", "words", "And of his second relapse")).hasStatus3xxRedirection();
        assertThat(town.get(rosa, contact)).bodyText().contains("And of his second relapse");
        assertThat(town.get(town.vera(), contact)).bodyText().doesNotContain("relapse");
        assertThat(town.get(town.vera(), "/clients/" + client.text())).bodyText().doesNotContain("relapse");
    }

    @Test
    void the_log_proves_its_words_and_does_not_hold_them() {
        assertThat(town.post(rosa, contact + "/addenda", "words", "And of his second relapse")).hasStatus3xxRedirection();
        assertThat(record("words", "Called about the rent")).isEqualTo(303);
        var logged = superuser.ask(db -> db.sql("select became ->> 'words' from audit.entry where client = ? and kind = 'CHANGE' and what in ('messaging.note', 'messaging.addendum') order by id").param(client.value()).query(String.class).list());
        assertThat(logged).containsExactly(sha256(WORDS), sha256("And of his second relapse"), "Called about the rent");
        int readable = superuser.ask(db -> db.sql("select count(*) from audit.entry where client = ? and coalesce(was::text, '') || coalesce(became::text, '') like '%relapse%'").param(client.value()).query(Integer.class).single());
        assertThat(readable).isZero();
    }

    private static String sha256(String words) {
        try {
            return "sha256:" + java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    @Test
    void it_leaves_by_a_consent_for_such_notes_alone_and_only_when_its_author_shares_it() {
        consent("GENERAL", "Harbor Clinic");
        assertThat(shared(rosa, "Harbor Clinic")).contains("Phone").doesNotContain("first relapse");
        consent("SUD_NOTES", "Bridge Clinic");
        assertThat(shared(rosa, "Bridge Clinic")).contains("first relapse");
        assertThat(shared(colleague, "Bridge Clinic")).doesNotContain("first relapse");
    }

    @Test
    void a_draft_stays_apart_and_so_does_every_row() {
        assertThat(record("apart", "THERAPY_NOTES")).isEqualTo(303);
        for (var other : List.of(colleague, town.vera())) {
            int seen = other.act(() -> transaction.execute(_ -> db.sql("select count(*) from messaging.note where client_id = ?").param(client.value()).query(Integer.class).single()));
            assertThat(seen).as(other.name()).isZero();
        }
        assertThatThrownBy(() -> rosa.run(() -> transaction.executeWithoutResult(_ -> db.sql("update messaging.note set apart = null where client_id = ?").param(client.value()).update()))).hasMessageContaining("stays so");
        assertThat(town.post(rosa, "/clients/" + client.text() + "/contacts", fields("words", "", "apart", "SUD_NOTES"))).hasStatus(422).bodyText().contains("Write the note that is kept apart.");
    }

    private int record(String... more) {
        return town.post(rosa, "/clients/" + client.text() + "/contacts", fields(more)).getResponse().getStatus();
    }

    private static String[] fields(String... more) {
        var all = new java.util.LinkedHashMap<String, String>();
        for (var it : new String[][] {{"on", Town.today().toString()}, {"at", "00:01"}, {"mode", "PHONE"}, {"direction", "OUTGOING"}, {"party", "CLIENT"}, {"outcome", "REACHED"}, {"words", WORDS}}) {
            all.put(it[0], it[1]);
        }
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all.entrySet().stream().flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue())).toArray(String[]::new);
    }

    private void consent(String dataClass, String to) {
        assertThat(town.post(rosa, "/clients/" + client.text() + "/consents", "parts", "CONTACTS", "classes", dataClass, "described", "x", "discloser", "Eastside", "kind", "ORGANIZATION", "recipient", to,
                "purposes", "TREATMENT", "startsOn", Town.today().toString(), "expiresOn", Town.today().plusYears(1).toString(), "revokeHow", "Tell us", "refusalMeans", "Nothing", "mayPassOn", "true",
                "signature", "TYPED", "signer", "CLIENT", "signedBy", "Jerome Asante", "signedOn", Town.today().toString(), "language", "en")).hasStatus3xxRedirection();
    }

    private String shared(Actor who, String to) {
        var answer = town.post(who, "/clients/" + client.text() + "/sharing", "kind", "ORGANIZATION", "recipient", to, "standing", "OTHER", "purpose", "TREATMENT", "parts", "CONTACTS", "way", "PRINT");
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
