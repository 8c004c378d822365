package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class ConsentPagesTest {

    private static final LocalDate TODAY = ConsentExamples.TODAY;

    /** A whole consent to share substance use treatment records. */
    private static final List<String> WHOLE = List.of("parts", "PERSON", "parts", "PLAN", "classes", "PART2", "described", "My treatment plan & its <b>goals</b>", "discloser", "Eastside Agency",
            "kind", "ORGANIZATION", "recipient", "Harbor Clinic", "address", "1 Harbor Road", "purposes", "TREATMENT", "startsOn", TODAY.toString(), "expiresOn", TODAY.plusYears(1).toString(),
            "revokeHow", "Tell us", "refusalMeans", "We help all the same", "mayPassOn", "true", "signature", "TYPED", "signer", "CLIENT", "signedBy", "Amina Yusuf", "signedOn", TODAY.toString(),
            "language", "es", "interpreter", "Luis Mora");

    @Autowired Town town;
    @Autowired Consents consents;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private ClientId client;

    @BeforeEach
    void amina() {
        client = town.openCase("Amina Yusuf").clientId();
    }

    @Test
    void a_consent_is_recorded_read_printed_in_the_clients_language_and_taken_back() {
        assertThat(town.get(town.rosa(), path() + "/new")).hasStatusOk().bodyText().contains("Record a consent", "At any time, by telling or writing to us");
        var at = record(WHOLE);

        assertThat(town.get(town.rosa(), at)).hasStatusOk().bodyText().contains("In force", "Harbor Clinic", "Substance use treatment record", "&lt;b", "Luis Mora");
        assertThat(town.get(town.rosa(), path())).bodyText().contains("Harbor Clinic", "In force");
        assertThat(town.get(town.rosa(), at + "/print")).hasStatusOk().bodyText().contains("Mis derechos", "lang=\"es\"", "42 CFR parte 2");
        assertThat(town.get(town.rosa(), at + "/print?language=en")).bodyText().contains("My rights");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Agreed that Harbor Clinic may receive");

        assertThat(town.post(town.rosa(), at + "/revocation", "saidBy", "Amina", "how", "SPOKEN")).hasStatus(422).bodyText().contains("Choose what is taken back");
        assertThat(town.post(town.rosa(), at + "/revocation", "saidBy", "Amina", "how", "SPOKEN", "parts", "PLAN")).hasRedirectedUrl(at);
        assertThat(town.get(town.rosa(), at)).bodyText().contains("In force, in part taken back");
        assertThat(town.post(town.rosa(), at + "/revocation", "whole", "true", "saidBy", "", "how", "")).hasStatus(422).bodyText().contains("Write who takes it back");
        assertThat(town.post(town.rosa(), at + "/revocation", "whole", "true", "saidBy", "Amina", "how", "WRITTEN", "words", "I changed my mind")).hasRedirectedUrl(at);
        assertThat(town.get(town.rosa(), at)).bodyText().contains("Taken back", "I changed my mind", "recorded by Rosa");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Took back consent for Harbor Clinic");
        assertThat(town.post(town.rosa(), at + "/revocation", "whole", "true", "saidBy", "Amina", "how", "WRITTEN")).hasStatus(422).bodyText().contains("holds no longer");
    }

    @Test
    void taken_back_by_several_at_once_it_is_taken_back_once() throws Exception {
        var at = record(WHOLE);
        town.cookie(town.rosa());
        java.util.concurrent.Callable<Integer> back = () -> town.post(town.rosa(), at + "/revocation", "whole", "true", "saidBy", "Amina", "how", "SPOKEN").getResponse().getStatus();
        var said = new ArrayList<Integer>();
        try (var all = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            for (var one : all.invokeAll(java.util.Collections.nCopies(6, back))) {
                said.add(one.get());
            }
        }
        assertThat(said).filteredOn(it -> it == 303).hasSize(1);
        assertThat(town.as(town.rosa(), () -> consents.of(client)).getFirst().revocations()).hasSize(1);
    }

    /** Each element of 42 CFR 2.31 left out is named in the refusal, with its section. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            described    | 42 CFR 2.31(a)(3)
            discloser    | 42 CFR 2.31(a)(2)
            recipient    | 42 CFR 2.31(a)(4)(i)
            mayPassOn    | 42 CFR 2.31(a)(4)(iii)
            purposes     | 42 CFR 2.31(a)(5)
            revokeHow    | 42 CFR 2.31(a)(6)
            expiresOn    | 42 CFR 2.31(a)(7)
            signedBy     | 42 CFR 2.31(a)(8)
            refusalMeans | 42 CFR 2.31(a)(10)
            """)
    void a_missing_element_is_named_with_its_section(String field, String section) {
        assertThat(town.post(town.rosa(), path(), without(field).toArray(String[]::new))).hasStatus(422).bodyText().contains("(" + section + ")");
        assertThat(town.as(town.rosa(), () -> consents.of(client))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signature VERBAL witness Rosa                | 42 CFR 2.31(a)(8)
            intermediary true                            | 42 CFR 2.31(a)(4)(ii)
            signer GUARDIAN                              | 42 CFR 2.15(a)
            classes SUD_NOTES                            | 42 CFR 2.31(b)
            classes THERAPY_NOTES                        | 45 CFR 164.508(b)(3)(ii)
            purposes LEGAL                               | 42 CFR 2.31(d)
            purposes SERVICES kind TREATING              | 42 CFR 2.31(a)(4)(i)
            expiresOn - openEnded true purposes SERVICES | 42 CFR 2.31(a)(7)
            signedOn -                                   | Write the day on which it was signed
            signature PAPER                              | where the signed paper is kept
            signature DRAWN                              | Nothing was drawn
            signature DRAWN strokes <script>             | Nothing was drawn
            startsOn 1999-01-01                          | cannot begin before it was signed
            signedOn 2999-01-01                          | still to come
            expiresOn 1999-01-01                         | cannot end before it begins
            classes NOT_A_CLASS                          | Choose one of the answers offered
            signature nothing                            | Choose one of the answers offered
            """)
    void what_cannot_be_is_refused_beside_its_field_and_nothing_is_kept(String changed, String refusal) {
        assertThat(town.post(town.rosa(), path(), with(changed.split(" ")).toArray(String[]::new))).hasStatus(422).bodyText().contains(refusal);
        assertThat(town.as(town.rosa(), () -> consents.of(client))).isEmpty();
    }

    @Test
    void a_minor_signs_themself_and_where_the_state_asks_for_it_a_parent_too() {
        var born = new About(TODAY.minusYears(16), false, null, "", "", List.of(), null, List.of(), "", "", false, null);
        client = town.client(new NewClient(List.of(PersonName.read("Milo Yusuf")), born, org.casebridge.clients.SafeContact.unknown(), List.of(), List.of(), List.of(), null));

        assertThat(town.post(town.rosa(), path(), WHOLE.toArray(String[]::new))).hasStatus(422).bodyText().contains("42 CFR 2.14");
        assertThat(town.post(town.rosa(), path(), with("signer", "PARENT", "authority", "mother").toArray(String[]::new))).hasStatus(422).bodyText().contains("42 CFR 2.14");
        assertThat(town.post(town.rosa(), path(), with("signer", "MINOR").toArray(String[]::new))).hasStatus(422).bodyText().contains("42 CFR 2.14");
        assertThat(town.post(town.rosa(), path(), with("signer", "MINOR", "alsoSigned", "Hodan Yusuf").toArray(String[]::new))).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(), with("signer", "MINOR", "minorAlone", "true").toArray(String[]::new))).hasStatus3xxRedirection();
    }

    @Test
    void a_drawn_signature_is_shown_again_as_it_was_drawn() {
        var at = record(with("signature", "DRAWN", "strokes", "M10 10L200 150L300 20M5 5L6 6"));
        assertThat(town.get(town.rosa(), at)).bodyText().contains("<path d=\"M10 10L200 150L300 20M5 5L6 6\"");
    }

    @Test
    void a_replaced_consent_holds_no_longer_and_one_that_was_to_end_with_an_event_ends_with_it() {
        var at = record(WHOLE);
        assertThat(town.get(town.rosa(), path() + "/new?replaces=" + id(at))).hasStatusOk().bodyText().contains("Harbor Clinic");
        var next = record(with("expiresOn", "-", "expiresWhen", "I leave the shelter", "replaces", id(at)));
        assertThat(town.get(town.rosa(), at)).bodyText().contains("Replaced");
        assertThat(town.post(town.rosa(), next + "/end", "on", "2999-01-01")).hasStatus(422).bodyText().contains("Choose a day between");
        assertThat(town.post(town.rosa(), next + "/end", "on", TODAY.toString())).hasRedirectedUrl(next);
        assertThat(town.get(town.rosa(), next)).bodyText().contains("Ended", "That happened on");
    }

    @Test
    void a_consent_that_ends_soon_is_a_need_on_my_day_and_a_chip() {
        record(with("expiresOn", TODAY.plusDays(3).toString(), "recipient", "Nearly Over House"));
        assertThat(town.get(town.rosa(), "/?order=DEADLINE&more=5000")).bodyText().contains("Consent ends: Nearly Over House");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Consent for Nearly Over House ends");
    }

    @Test
    void whoever_does_not_reach_the_client_or_may_not_finds_nothing() {
        var at = record(WHOLE);
        var other = town.openCase("Boris Antonov").clientId();
        for (var page : List.of(path(), at, at + "/print", path() + "/new", "/clients/" + client.text() + "/sharing", "/clients/" + client.text() + "/disclosures")) {
            assertThat(town.get(town.sam(), page)).as(page).hasStatus(404);
            assertThat(town.get(town.paul(), page)).as(page).hasStatus(403);
        }
        assertThat(town.post(town.sam(), path(), WHOLE.toArray(String[]::new))).hasStatus(404);
        assertThat(town.post(town.sam(), at + "/revocation", "whole", "true", "saidBy", "me", "how", "SPOKEN")).hasStatus(404);
        assertThat(town.post(town.adam(), at + "/revocation", "whole", "true", "saidBy", "me", "how", "SPOKEN")).hasStatus(403);
        assertThat(town.get(town.rosa(), "/clients/" + other.text() + "/consents/" + id(at))).hasStatus(404);
        assertThat(town.post(town.rosa(), "/clients/" + other.text() + "/consents/" + id(at) + "/revocation", "whole", "true", "saidBy", "me", "how", "SPOKEN")).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> consents.of(client)).getFirst().revocations()).isEmpty();
    }

    /** The table holds the plainest rules too, should a statement ever come by another way. */
    @Test
    void the_table_itself_refuses_a_spoken_consent_for_more_than_the_general_record_and_notes_beside_anything() {
        for (var broken : List.of("signature = 'VERBAL', witness = 'x', strokes = ''", "classes = array['GENERAL', 'SUD_NOTES']", "classes = array['HIV', 'THERAPY_NOTES']", "expires_on = null")) {
            var at = record(WHOLE);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.rosa().run(() -> transaction.executeWithoutResult(_ ->
                    db.sql("update consent.consent set " + broken + " where id = ?::uuid").param(id(at)).update()))).hasStackTraceContaining("violates check constraint");
        }
        var at = record(WHOLE);
        town.post(town.rosa(), at + "/revocation", "whole", "true", "saidBy", "Amina", "how", "SPOKEN");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.rosa().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("delete from consent.revocation where consent_id = ?::uuid").param(id(at)).update()))).hasStackTraceContaining("permission denied");
    }

    @Test
    void asking_whether_something_is_allowed_names_recipient_purpose_part_and_classes() {
        record(WHOLE);
        var clinic = new Recipient(Recipient.Kind.ORGANIZATION, null, "harbor  clinic", "", Recipient.Standing.OTHER);
        town.rosa().run(() -> {
            assertThat(consents.allows(client, clinic, Purpose.TREATMENT, Part.PLAN, Set.of(DataClass.PART2))).isTrue();
            assertThat(consents.allows(client, clinic, Purpose.PAYMENT, Part.PLAN, Set.of(DataClass.PART2))).isFalse();
            assertThat(consents.allows(client, clinic, Purpose.TREATMENT, Part.CONTACTS, Set.of(DataClass.PART2))).isFalse();
            assertThat(consents.allows(client, clinic, Purpose.TREATMENT, Part.PLAN, Set.of(DataClass.PART2, DataClass.HIV))).isFalse();
        });
    }

    private String record(List<String> fields) {
        var answer = town.post(town.rosa(), path(), fields.toArray(String[]::new));
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl();
    }

    private static String id(String at) {
        return at.replaceAll(".*/", "");
    }

    private static List<String> without(String field) {
        return with(field, "-");
    }

    /** The whole, with these fields another value; "-" leaves one out; classes, parts and purposes are added to. */
    private static List<String> with(String... changes) {
        var fields = new ArrayList<>(WHOLE);
        for (int i = 0; i < changes.length; i += 2) {
            var field = changes[i];
            var added = Arrays.asList("classes", "purposes").contains(field) && !changes[i + 1].equals("-") && !(field.equals("purposes") && Arrays.asList(changes).contains("kind") || Arrays.asList(changes).contains("openEnded"));
            for (int at = 0; !added && at < fields.size(); at += 2) {
                if (fields.get(at).equals(field)) {
                    fields.remove(at);
                    fields.remove(at);
                    at -= 2;
                }
            }
            if (!changes[i + 1].equals("-")) {
                fields.add(field);
                fields.add(changes[i + 1]);
            }
        }
        return fields;
    }

    private String path() {
        return "/clients/" + client.text() + "/consents";
    }
}
