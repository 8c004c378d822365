package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words of an instrument that an agency may hold once it has read the terms: loaded, asked, scored by the library's bands, withdrawn. */
@PageTest
class WordingPagesTest {

    private static final String DRINKS = "/library/dast-10";

    @Autowired Town town;

    /** With words of this test's own, which are no instrument's; and withdrawn at the end, as the library is everybody's. */
    @Test
    void after_the_terms_were_confirmed_an_administrator_loads_words_that_are_asked_and_scored() {
        var client = town.openCase("Wilma Words").clientId();
        var asked = new Interviews(town, town.rosa());
        var before = asked.start(client, "dast-10");
        assertThat(asked.complete(before, "item-total", "2", "item-form", "Paper")).hasStatus(303);
        assertThat(load(DRINKS, ten(1))).hasStatus(403).bodyText().contains("First read the publisher’s terms");
        assertThat(load("/library/moca", ten(1))).hasStatus(403).bodyText().contains("only where the terms allow it");
        assertThat(town.post(town.adam(), DRINKS + "/terms", "textRead", "Terms of use, read today")).hasStatus(303);
        try {
            assertThat(load(DRINKS, "")).hasStatus(422).bodyText().contains("Paste the questionnaire.");
            assertThat(load(DRINKS, "{")).hasStatus(422).bodyText().contains("This is no FHIR Questionnaire in JSON.");
            assertThat(load(DRINKS, "[".repeat(5000))).hasStatus(422).bodyText().contains("This is no FHIR Questionnaire in JSON.");
            assertThat(load(DRINKS, "{\"resourceType\":\"Patient\"}")).hasStatus(422).bodyText().contains("This is no FHIR Questionnaire in JSON.");
            assertThat(load(DRINKS, ten(1).replace("\"type\":\"choice\"", "\"type\":\"<b>slider\""))).hasStatus(422).bodyText().contains("which is not understood").doesNotContain("<b>slider");
            assertThat(load(DRINKS, ten(2))).hasStatus(422).bodyText().contains("Its answers add up to 0 to 20, and DAST-10 goes from 0 to 10");
            assertThat(town.post(town.rosa(), DRINKS + "/words", "words", ten(1))).hasStatus(403);
            assertThat(load(DRINKS, ten(1))).hasStatus(303);
            assertThat(town.get(town.rosa(), DRINKS)).bodyText().contains("Asked here question by question, in words loaded", "by Adam Osei: 10 questions.");

            var path = asked.start(client, "dast-10");
            assertThat(town.get(town.rosa(), path + "/answers")).bodyText().contains("Question &lt;1&gt; of ours", "Yes").doesNotContain("item-total");
            assertThat(asked.complete(path, said(9))).hasStatus(422).bodyText().contains("9 of 10 are answered");
            assertThat(asked.complete(path, said(10))).hasStatus(303);
            assertThat(town.get(town.rosa(), path)).bodyText().contains(">9<", "severe level", "A rise of 7.", "Question &lt;1&gt; of ours");
            assertThat(town.get(town.rosa(), path + "/beside?other=" + before.replaceAll(".*/", ""))).hasStatus(422);
            assertThat(town.post(town.adam(), DRINKS + "/words/withdrawal")).hasStatus(303);
            assertThat(town.get(town.rosa(), path)).bodyText().contains("severe level", "Question &lt;1&gt; of ours");
            assertThat(town.get(town.rosa(), asked.start(client, "dast-10") + "/answers")).bodyText().contains("item-total");
        } finally {
            town.post(town.adam(), DRINKS + "/words/withdrawal");
        }
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult load(String page, String words) {
        return town.post(town.adam(), page + "/words", "words", words);
    }

    /** Ten questions with the third the other way, yes with so much weight; answers at the item and in a value set. */
    private static String ten(int weight) {
        var yes = "{\"valueCoding\":{\"code\":\"y\",\"display\":\"Yes\",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/itemWeight\",\"valueDecimal\":%d}]}}";
        var no = yes.replace("\"y\"", "\"n\"").replace("Yes", "No");
        return "{\"resourceType\":\"Questionnaire\",\"item\":[" + IntStream.rangeClosed(1, 10).mapToObj(it -> "{\"linkId\":\"q" + it + "\",\"type\":\"choice\",\"text\":\"Question <" + it + "> of ours\",\"answerOption\":["
                + yes.formatted(it == 3 ? 0 : weight) + "," + no.formatted(it == 3 ? weight : 0) + "]}").collect(Collectors.joining(",")) + "]}";
    }

    /** All yes: nine count, the third does not. */
    private static String[] said(int answers) {
        var fields = new ArrayList<String>();
        for (int i = 1; i <= answers; i++) {
            fields.addAll(List.of("item-q" + i, "y"));
        }
        return fields.toArray(String[]::new);
    }
}
