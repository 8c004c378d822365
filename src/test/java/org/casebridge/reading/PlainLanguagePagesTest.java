package org.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reading a text on a page and while one types; the agency's words and grade. */
@PageTest
class PlainLanguagePagesTest {

    @Autowired Town town;
    @Autowired PlainLanguage plain;

    @Test
    void a_text_is_read_in_its_own_language_and_nothing_of_it_is_markup() {
        var hard = "The multidisciplinary team will facilitate <b>authorization</b> of additional rehabilitation services prior to discharge.";
        assertThat(town.post(town.rosa(), "/plain-language/reading", "text", hard)).hasStatusOk().bodyText()
                .contains("wanted is 6 or less", "Flesch-Kincaid", "“facilitate”: rather say “help, make easier”", "“prior to”: rather say “before”", "&lt;b&gt;").doesNotContain("<b>authorization</b> of");
        assertThat(town.post(town.rosa(), "/plain-language/reading", "field", "why", "why", "Quiero vivir en una casa segura y tranquila.")).hasStatusOk().bodyText().contains("Fernández Huerta 79", "easy enough");
        assertThat(town.post(town.rosa(), "/plain-language/reading", "field", "nothing")).hasStatusOk();
    }

    @Test
    void an_agency_marks_its_own_words_and_aims_at_its_own_grade_and_another_agency_keeps_its_own() {
        assertThat(town.post(town.rosa(), "/plain-language/words", "language", "en", "word", "wraparound", "plainer", "all the help you need")).hasStatus(403);
        assertThat(town.post(town.vera(), "/plain-language/words", "language", "en", "word", "wraparound", "plainer", "all the help you need")).hasStatus(303);
        assertThat(town.post(town.vera(), "/plain-language/words", "language", "xx", "word", "a", "plainer", "b")).hasStatus(422);
        assertThat(town.post(town.vera(), "/plain-language/words", "language", "en", "word", " ")).hasStatus(422);
        assertThat(town.get(town.rosa(), "/plain-language")).hasStatusOk().bodyText().contains("wraparound", "all the help you need");
        assertThat(town.post(town.vera(), "/plain-language/target", "grade", "20")).hasStatus(422);
        try {
            assertThat(town.post(town.vera(), "/plain-language/target", "grade", "9")).hasStatus(303);
            town.rosa().run(() -> assertThat(plain.read("We put wraparound help around the whole family.")).returns(9, Reading::target).satisfies(it -> assertThat(it.jargon()).containsKey("wraparound")));
        } finally {
            town.post(town.vera(), "/plain-language/target", "grade", "6");
            town.post(town.vera(), "/plain-language/words", "language", "en", "word", "Wraparound", "plainer", "");
        }
        town.rosa().run(() -> assertThat(plain.read("We put wraparound help around the whole family.").jargon()).doesNotContainKey("wraparound"));
    }
}
