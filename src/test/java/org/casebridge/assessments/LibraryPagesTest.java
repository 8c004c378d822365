package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class LibraryPagesTest {

    @Autowired Town town;
    @Autowired Instruments instruments;

    @Test
    void workers_and_administrators_read_what_there_is_and_partners_do_not() {
        for (var who : java.util.List.of(town.rosa(), town.vera(), town.adam())) {
            assertThat(town.get(who, "/library")).bodyText().contains("GAD-7", "C-SSRS screener", "Zarit Burden Interview", "Public domain, or no permission needed", "Fee or permission: score only", "About 3 minutes.");
            assertThat(town.get(who, "/library/gad-7")).bodyText().contains("10 to 14", "moderate anxiety", "Spitzer, Kroenke, Williams, Löwe", "A change of 4 points or more.", "LOINC", "English and Spanish");
        }
        assertThat(town.get(town.paul(), "/library")).hasStatus(403);
        assertThat(town.get(town.paul(), "/library/gad-7")).hasStatus(403);
        assertThat(town.get(town.rosa(), "/library/nothing-such")).hasStatus(404);
    }

    @Test
    void it_is_found_by_name_and_by_purpose_in_both_languages() {
        assertThat(town.get(town.rosa(), "/library?find=older")).bodyText().contains("GDS-15").doesNotContain("GAD-7");
        assertThat(town.get(town.rosa(), "/library?find=urgencias")).bodyText().contains("LACE index").doesNotContain("GAD-7");
        assertThat(town.get(town.rosa(), "/library?find=<script>")).bodyText().contains("Nothing in the library is called that", "&lt;script&gt;").doesNotContain("find=<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VI-SPDAT", "vispdat", "Vi Spdat 2.0", "TAY-VI-SPDAT", "VI-F-SPDAT", "Vulnerability Index"})
    void the_vi_spdat_is_refused_with_its_reason_however_it_is_written(String name) {
        assertThat(town.get(town.rosa(), "/library?find={name}", name)).bodyText().contains("it put people of color behind others in the same need", "its makers withdrew it").doesNotContain("/library/");
        assertThat(Instruments.refused(name)).isTrue();
        assertThat(instruments.all()).noneMatch(it -> Instruments.refused(it.id()) || Instruments.refused(it.title().english()));
    }

    @Test
    void nothing_whose_words_may_not_be_held_is_asked_item_by_item() {
        assertThat(instruments.all()).filteredOn(it -> it.licence().licenceClass() == Instrument.LicenceClass.RESTRICTED || it.licence().licenceClass() == Instrument.LicenceClass.VERIFY)
                .hasSize(20).allMatch(it -> it.use() == Instrument.Use.SCORE_ONLY).allSatisfy(it -> assertThat(it.item("form")).isPresent());
        assertThat(instruments.all()).filteredOn(it -> it.use() == Instrument.Use.ASKED).hasSize(12);
    }
}
