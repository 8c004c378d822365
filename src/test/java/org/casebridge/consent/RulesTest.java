package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deciding function alone: grounds other than consent, what is the client's own, and classes that come together. */
class RulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** What a ground opens without a consent, by class: yes or no. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            TPO,             yes, no,  no,  no,  no,  no
            REQUIRED_BY_LAW, yes, no,  no,  no,  no,  no
            CHILD_ABUSE,     yes, yes, no,  no,  no,  no
            PUBLIC_HEALTH,   yes, no,  no,  no,  no,  no
            OVERSIGHT,       yes, no,  no,  no,  no,  no
            COURT_ORDER,     yes, yes, yes, yes, yes, yes
            LAW_ENFORCEMENT, yes, no,  no,  no,  no,  no
            SERIOUS_THREAT,  yes, no,  no,  no,  yes, yes
            EMERGENCY,       yes, yes, no,  no,  yes, no
            """)
    void a_ground_opens_what_the_law_opens(Basis basis, String general, String part2, String sudNotes, String dv, String hiv, String therapy) {
        var expected = List.of(general, part2, sudNotes, dv, hiv, therapy);
        for (var dataClass : DataClass.values()) {
            assertThat(leaves(piece(dataClass), release(basis, "42 CFR 2.51"))).as(basis + " " + dataClass).isEqualTo(expected.get(dataClass.ordinal()).equals("yes"));
            if (basis.needsAuthority()) {
                assertThat(leaves(piece(dataClass), release(basis, ""))).as("without naming the law").isFalse();
            }
        }
    }

    @Test
    void the_client_gets_their_record_but_not_the_notes_kept_apart() {
        var own = Release.toClient("Amina", Set.of(Part.CONTACTS), Way.PDF);
        assertThat(leaves(piece(DataClass.GENERAL), own)).isTrue();
        assertThat(leaves(piece(DataClass.PART2), own)).isTrue();
        assertThat(leaves(piece(DataClass.DV_LOCATION), own)).isTrue();
        assertThat(leaves(piece(DataClass.SUD_NOTES), own)).isFalse();
        assertThat(leaves(piece(DataClass.THERAPY_NOTES), own)).isFalse();
    }

    @Test
    void nobody_else_receives_on_the_clients_ground_and_the_client_on_no_other() {
        var stranger = new Release(new Recipient(Recipient.Kind.PERSON, null, "Amina", "", Recipient.Standing.OTHER), Purpose.REQUEST, "", Basis.CLIENT, "", "", Set.of(Part.CONTACTS), Way.PDF, null);
        var asIfByLaw = new Release(Recipient.client("Amina"), Purpose.REQUEST, "", Basis.COURT_ORDER, "an order", "", Set.of(Part.CONTACTS), Way.PDF, null);
        assertThat(leaves(piece(DataClass.GENERAL), stranger)).isFalse();
        assertThat(leaves(piece(DataClass.GENERAL), asIfByLaw)).isFalse();
    }

    @Test
    void the_account_and_the_consents_go_to_the_client_and_to_nobody_else() {
        for (var part : List.of(Part.ACCOUNTING, Part.CONSENTS)) {
            var piece = Piece.of(part, UUID.randomUUID(), TODAY, "x", List.of());
            assertThat(leaves(piece, Release.toClient("Amina", Set.of(part), Way.PDF))).isTrue();
            assertThat(leaves(piece, release(Basis.COURT_ORDER, "an order"))).isFalse();
        }
    }

    @Test
    void a_piece_of_several_classes_needs_each_of_them_covered() {
        var both = piece(DataClass.PART2).guarded(Set.of(DataClass.HIV));
        assertThat(both.classes()).containsExactlyInAnyOrder(DataClass.PART2, DataClass.HIV);
        assertThat(leaves(both, release(Basis.CHILD_ABUSE, "first report"))).isFalse();
        assertThat(leaves(both, release(Basis.EMERGENCY, "heart attack, St. Mary"))).isTrue();
    }

    @Test
    void a_label_nobody_knows_is_guarded_as_every_class_at_once() {
        assertThat(DataClass.of(List.of())).containsExactly(DataClass.GENERAL);
        assertThat(DataClass.of(List.of("PART2", "HIV"))).containsExactlyInAnyOrder(DataClass.PART2, DataClass.HIV);
        assertThat(DataClass.of(List.of("something new"))).hasSize(5).doesNotContain(DataClass.GENERAL);
    }

    @Test
    void a_table_cell_is_never_a_formula() {
        for (var formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            assertThat(CsvEnvelope.cell(formula)).startsWith("'");
        }
        assertThat(CsvEnvelope.cell("Groceries")).isEqualTo("Groceries");
    }

    private static boolean leaves(Piece piece, Release release) {
        return Rules.decide(piece, release, List.of(), null, TODAY) instanceof Verdict.Leaves;
    }

    private static Piece piece(DataClass dataClass) {
        return new Piece(Part.CONTACTS, UUID.randomUUID(), Set.of(dataClass), TODAY, "A call", List.of());
    }

    private static Release release(Basis basis, String authority) {
        return new Release(new Recipient(Recipient.Kind.ORGANIZATION, null, "Harbor House", "1 Harbor Road", Recipient.Standing.PROVIDER), Purpose.TREATMENT, "", basis, authority, "",
                Set.of(Part.CONTACTS), Way.PDF, null);
    }
}
