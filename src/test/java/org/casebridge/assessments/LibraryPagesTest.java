package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class LibraryPagesTest {

    @Autowired Town town;
    @Autowired Instruments instruments;
    @Autowired Assessments assessments;

    private final java.time.LocalDate today = Town.today();

    @Test
    void workers_and_administrators_read_what_there_is_and_partners_do_not() {
        for (var who : java.util.List.of(town.rosa(), town.vera(), town.adam())) {
            assertThat(town.get(who, "/library")).bodyText().contains("GAD-7", "C-SSRS screener", "Zarit Burden Interview", "Public domain, or no permission needed", "Fee or permission: score only", "About 3 minutes.");
            assertThat(town.get(who, "/library/gad-7")).bodyText().contains("10 to 14", "moderate anxiety", "Spitzer, Kroenke, Williams, Löwe", "A change of 6 points or more.", "LOINC", "English and Spanish");
        }
        assertThat(town.get(town.paul(), "/library")).hasStatus(403);
        assertThat(town.get(town.paul(), "/library/gad-7")).hasStatus(403);
        assertThat(town.get(town.rosa(), "/library/nothing-such")).hasStatus(404);
    }

    @Test
    void it_is_found_by_name_and_by_purpose_in_both_languages() {
        assertThat(town.get(town.rosa(), "/library?find=older")).bodyText().contains("GDS-15").doesNotContain("GAD-7");
        assertThat(town.get(town.rosa(), "/library?find=urgencias")).bodyText().contains("LACE index").doesNotContain("GAD-7");
        assertThat(town.get(town.rosa(), "/library?find={words}", "\"><script>x")).bodyText().contains("Nothing in the library is called that").doesNotContain("\"><script>x");
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
                .hasSize(21).allMatch(it -> it.use() == Instrument.Use.SCORE_ONLY).allSatisfy(it -> assertThat(it.item("form")).isPresent());
        assertThat(instruments.all()).filteredOn(it -> it.use() == Instrument.Use.ASKED).hasSize(13);
    }

    @Test
    void an_administrator_moves_cut_offs_only_by_a_new_version_and_scores_keep_theirs() {
        var client = town.openCase("Mia Morse").clientId();
        var before = score(client, 44);
        var path = "/library/morse";
        assertThat(town.get(town.adam(), path)).bodyText().contains("As published", "bands begin at 25, 45", "Move the cut-offs from a day on");
        assertThat(town.get(town.rosa(), path)).bodyText().contains("As published").doesNotContain("Move the cut-offs from a day on");
        assertThat(town.post(town.rosa(), path + "/cut-offs", "from", today.toString(), "bound-1", "30", "bound-2", "40", "reason", "x")).hasStatus(403);

        assertThat(town.post(town.adam(), path + "/cut-offs", "bound-1", "high", "bound-2", "40")).hasStatus(422).bodyText()
                .contains("Write the day from which they hold.", "Write why, and on which authority.", "Write a whole number from 0 to 125.");
        assertThat(town.post(town.adam(), path + "/cut-offs", "from", today.minusDays(1).toString(), "bound-1", "20", "bound-2", "40", "reason", "Fall board")).hasStatus(422).bodyText().contains("Cut-offs never reach back.");
        assertThat(town.post(town.adam(), path + "/cut-offs", "from", today.toString(), "bound-1", "40", "bound-2", "40", "reason", "Fall board")).hasStatus(422).bodyText().contains("Each band begins above the one before");
        assertThat(town.post(town.adam(), path + "/cut-offs", "from", today.toString(), "bound-1", "25", "bound-2", "45", "reason", "Fall board")).hasStatus(422).bodyText().contains("Nothing is different from the cut-offs in force.");
        assertThat(town.post(town.adam(), "/library/c-ssrs/cut-offs", "from", today.toString(), "bound-1", "1", "bound-2", "2", "bound-3", "3", "reason", "x")).hasStatus(409).bodyText().contains("no cut-offs that could be moved");
        assertThat(town.post(town.adam(), path + "/cut-offs", "from", today.toString(), "bound-1", "20", "bound-2", "40", "reason", "Fall board of <March>")).hasStatus(303);
        assertThat(town.post(town.adam(), path + "/cut-offs", "from", today.toString(), "bound-1", "21", "bound-2", "40", "reason", "Again")).hasStatus(422).bodyText().contains("Choose a later day.");

        assertThat(town.get(town.rosa(), path)).bodyText().contains("bands begin at 20, 40", "Fall board of &lt;March&gt;", "Adam Osei", "As published");
        var after = score(client, 44);
        assertThat(town.get(town.rosa(), before.path())).bodyText().contains("moderate risk of a fall");
        assertThat(town.get(town.rosa(), after.path())).bodyText().contains("high risk of a fall");
        assertThat(town.rosa().act(() -> assessments.trend(client, "morse")).orElseThrow().points()).extracting(it -> it.band().name().english()).containsExactly("moderate risk of a fall", "high risk of a fall");
    }

    @Test
    void an_administrator_confirms_terms_once_and_the_page_says_who_when_and_which_text() {
        var path = "/library/audit";
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Nobody has confirmed the terms yet.").doesNotContain("I read the terms");
        assertThat(town.post(town.rosa(), path + "/terms", "textRead", "x")).hasStatus(403);
        assertThat(town.post(town.adam(), path + "/terms", "textRead", " ")).hasStatus(422).bodyText().contains("Write which text you read");
        assertThat(town.post(town.adam(), path + "/terms", "textRead", "AUDIT manual, 2nd edition, <2001>")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Confirmed", "by Adam Osei: AUDIT manual, 2nd edition, &lt;2001&gt;");
        assertThat(town.post(town.adam(), path + "/terms", "textRead", "Again")).hasStatus(409).bodyText().contains("were confirmed already");
        assertThat(town.post(town.adam(), "/library/moca/terms", "textRead", "Any")).hasStatus(409).bodyText().contains("need no confirmation, or allow none");
        assertThat(town.post(town.adam(), "/library/vi-spdat/terms", "textRead", "Any")).hasStatus(422).bodyText().contains("its makers withdrew it");
    }

    /** instruments.md, row by row: what there is, and in which class. */
    @ParameterizedTest
    @CsvSource({"phq-9, PD, ASKED", "phq-2, PD, ASKED", "gad-7, PD, ASKED", "c-ssrs, FREE, ASKED", "taps, PD, ASKED", "pc-ptsd-5, PD, ASKED", "pcl-5, PD, ASKED", "gds-15, PD, ASKED", "lace, FREE, ASKED",
            "slums, PD, SCORE_ONLY", "bims, PD, SCORE_ONLY", "audit, VERIFY, SCORE_ONLY", "audit-c, VERIFY, SCORE_ONLY", "dast-10, VERIFY, SCORE_ONLY", "katz-adl, VERIFY, SCORE_ONLY", "lawton-iadl, VERIFY, SCORE_ONLY",
            "hunger-vital-sign, FREE, ASKED", "ahc-hrsn, VERIFY, SCORE_ONLY", "ahc-hrsn-safety, VERIFY, SCORE_ONLY", "prapare, RESTRICTED, SCORE_ONLY", "self-sufficiency, VERIFY, SCORE_ONLY", "mini-cog, VERIFY, SCORE_ONLY",
            "morse, VERIFY, SCORE_ONLY", "whodas, VERIFY, SCORE_ONLY", "cans, VERIFY, SCORE_ONLY", "ansa, VERIFY, SCORE_ONLY", "moca, RESTRICTED, SCORE_ONLY", "mmse, RESTRICTED, SCORE_ONLY", "zarit, RESTRICTED, SCORE_ONLY",
            "sf-12, RESTRICTED, SCORE_ONLY", "eq-5d, RESTRICTED, SCORE_ONLY", "epds, RESTRICTED, SCORE_ONLY", "outcomes-star, RESTRICTED, SCORE_ONLY", "needs, FREE, ASKED", "social-needs, FREE, ASKED", "strengths, FREE, ASKED"})
    void every_instrument_of_the_list_is_there_in_its_class(String id, Instrument.LicenceClass licence, Instrument.Use use) {
        assertThat(instruments.get(id)).satisfies(it -> {
            assertThat(it.licence().licenceClass()).isEqualTo(licence);
            assertThat(it.use()).isEqualTo(use);
        });
    }

    private Assessment score(org.casebridge.clients.ClientId client, int total) {
        return town.rosa().act(() -> {
            var draft = assessments.start(client, "morse");
            return assessments.complete(client, draft.id(), AssessmentExamples.about(today), new Answers(java.util.Map.of("total", String.valueOf(total), "form", "Paper")), false, null);
        });
    }
}
