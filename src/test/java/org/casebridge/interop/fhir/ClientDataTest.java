package org.casebridge.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.TestData;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything in the third-party exports of patients comes in whole, with these very counts, and once. */
@PageTest
class ClientDataTest {

    @Autowired ClientImport imports;
    @Autowired Town town;

    private ClientReport bring(String folder) {
        var from = TestData.folder(folder);
        return Actor.machine().act(() -> imports.bring(from, null, _ -> { }));
    }

    @Test
    void all_patients_of_the_bulk_export_come_in() {
        var first = bring("bulk-fhir-1000-patients-demographics");
        var again = bring("bulk-fhir-1000-patients-demographics");

        assertThat(first.problems()).isEmpty();
        assertThat(List.of(first.added(), first.history())).containsExactly(1144, 1144);
        assertThat(List.of(again.added(), again.unchanged(), again.history())).containsExactly(0, 1144, 0);
    }

    @Test
    void the_synthetic_adults_come_in_with_their_history() {
        var first = bring("synthea-generated");
        var again = bring("synthea-generated");

        assertThat(first.problems()).isEmpty();
        assertThat(first.added()).isEqualTo(32);
        // a line for each person, then 802 conditions, 1,587 medications, 105 plans, 105 teams, 1,054 visits, 661 answers
        assertThat(first.history()).isEqualTo(32 + 802 + 1587 + 105 + 105 + 1054 + 661);
        assertThat(first.passedOver()).containsEntry("Observation", 12493 - 661).containsEntry("Procedure", 2398).containsEntry("Provenance", 32);
        assertThat(List.of(again.added(), again.unchanged(), again.history())).containsExactly(0, 32, 0);
    }
}
