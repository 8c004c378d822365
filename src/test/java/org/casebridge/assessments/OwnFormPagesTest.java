package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A form of the agency, from its FHIR Questionnaire to what is in the record. */
@PageTest
class OwnFormPagesTest {

    /** Every way of asking in one form: a score, a condition, groups that repeat, units, a table, hostile words. */
    static final String FORM = """
            {"resourceType": "Questionnaire", "status": "active", "url": "https://example.org/q/%s", "version": "1", "title": "%s",
             "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext", "extension": [
                 {"url": "name", "valueCoding": {"code": "patient"}}, {"url": "type", "valueCode": "Patient"}]},
                 {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext", "extension": [
                 {"url": "name", "valueCoding": {"code": "lastResponse"}}, {"url": "type", "valueCode": "QuestionnaireResponse"}]}],
             "contained": [{"resourceType": "ValueSet", "id": "often", "compose": {"include": [{"system": "urn:test", "concept": [
                 {"code": "no", "display": "Never", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 0}], "designation": [{"language": "es", "value": "Nunca"}]},
                 {"code": "some", "display": "Sometimes", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 1}], "designation": [{"language": "es", "value": "A veces"}]},
                 {"code": "often", "display": "Often", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 3}], "designation": [{"language": "es", "value": "A menudo"}]}]}]}}],
             "item": [
              {"linkId": "born", "type": "date", "text": "Born on", "readOnly": true, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
                 "valueExpression": {"language": "text/fhirpath", "expression": "%%patient.birthDate"}}]},
              {"linkId": "sleep", "type": "choice", "text": "Trouble sleeping", "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
                 {"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "Problemas para dormir"}]}]}, "required": true, "answerValueSet": "#often"},
              {"linkId": "food", "type": "choice", "text": "Trouble eating", "required": true, "answerValueSet": "#often"},
              {"linkId": "total", "type": "integer", "text": "Strain", "readOnly": true, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                 "valueExpression": {"language": "text/fhirpath", "expression": "%%resource.item.where(linkId='sleep' or linkId='food').answer.value.ordinal().sum()"}}]},
              {"linkId": "why", "type": "text", "text": "What keeps you up?", "enableWhen": [{"question": "sleep", "operator": "=", "answerCoding": {"system": "urn:test", "code": "often"}}], "required": true, "maxLength": 50},
              {"linkId": "weight", "type": "quantity", "text": "Body weight", "code": [{"system": "http://loinc.org", "code": "29463-7", "display": "Body weight"}],
                 "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kg"}},
                    {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract", "valueBoolean": true}]},
              {"linkId": "phones", "type": "string", "text": "Phone", "repeats": true},
              {"linkId": "home/1", "type": "group", "text": "Who lives with you", "repeats": true, "item": [
                 {"linkId": "home/1/name", "type": "string", "text": "Name"}, {"linkId": "home/1/age", "type": "integer", "text": "Age", "extension": [
                    {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 120}]}]},
              {"linkId": "pets", "type": "open-choice", "text": "Animals <script>alert(1)</script>", "repeats": true, "answerOption": [{"valueString": "Dog"}, {"valueString": "Cat"}]}
             ]}""";

    @Autowired Town town;
    @Autowired OwnForms forms;
    @Autowired org.springframework.test.web.servlet.assertj.MockMvcTester browser;
    @Autowired Instruments instruments;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_form_of_the_agency_is_asked_kept_completed_and_read() {
        var client = town.openCase("Oona Own").clientId();
        var form = published("Strain check");
        var path = start(client, form);
        var page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("Strain check", "Trouble sleeping", "Sometimes", "Body weight", "kg", "Who lives with you", "Animals &lt;script&gt;", "not valid yet: 0 of 2 answered")
                .doesNotContain("What keeps you up?", "<script>alert");
        assertThat(town.get(town.rosa(), path + "/form?in=es")).bodyText().contains("Problemas para dormir", "Nunca");

        assertThat(send(path, page, "item-sleep", "often", "item-food", "some", "item-weight", "70,5", "item-weight~unit", "kg")).hasStatus(303);
        page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("What keeps you up?", "Strain: 4", "value=\"70.5\"");

        assertThat(complete(path, page)).hasStatus(422).bodyText().contains("Please answer this question.", "value=\"70.5\"");
        page = town.get(town.rosa(), path + "/form");
        assertThat(complete(path, page, "item-why", "The <rent>", "item-pets", "Dog", "item-pets~other", "Parrot", "item-home_2f_1_2f_name@1", "Ana", "item-home_2f_1_2f_age@1", "9"))
                .hasStatus(303).hasRedirectedUrl(path);

        assertThat(town.get(town.rosa(), path)).bodyText().contains("The &lt;rent&gt;", "Dog · Parrot", "Ana", "Scores", "Strain", "Added to the record", "70.5 kg", "We made it ourselves");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Strain check: 4, a lot", "Body weight: 70.5 kg");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("4 of 6, a lot");
        assertThat(town.get(town.rosa(), path + "/copy")).bodyText().contains("Trouble sleeping", "Often");
        assertThat(rows("response", path)).isEqualTo(1);
        assertThat(rows("scored", path)).isEqualTo(1);
        assertThat(rows("extracted", path)).isEqualTo(1);
        assertThat(rows("given", path)).isZero();
        assertThat(one("select response -> 'item' -> 0 ->> 'linkId' from assessments.response where assessment_id = ?::uuid", path)).isEqualTo("sleep");

        var correction = town.post(town.rosa(), path + "/correction").getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.get(town.rosa(), correction + "/form")).bodyText().contains("The &lt;rent&gt;", "Ana", "This corrects an earlier one");
        assertThat(complete(correction, town.get(town.rosa(), correction + "/form"), "item-food", "no")).hasStatus(303);
        assertThat(town.get(town.rosa(), correction)).bodyText().contains("3", "some strain", "This corrects an earlier assessment.");

        var second = start(client, form);
        assertThat(complete(second, town.get(town.rosa(), second + "/form"), "item-sleep", "some", "item-food", "no")).hasStatus(303);
        assertThat(town.get(town.rosa(), second)).bodyText().contains("A fall of 2. Not enough is known", "Before: 3");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("<polyline");
        assertThat(town.get(town.rosa(), second + "/beside")).hasStatusOk().bodyText().contains("Trouble sleeping", "Often", "Sometimes");
        var file = town.post(town.rosa(), second + "/copy");
        assertThat(file).hasStatusOk();
        assertThat(new String(file.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @Test
    void groups_and_answers_repeat_without_script() {
        var client = town.openCase("Rita Repeat").clientId();
        var path = start(client, published("Household"));
        var page = town.get(town.rosa(), path + "/form");
        assertThat(send(path, page, "item-home_2f_1_2f_name@1", "Ana", "_more", "item-home_2f_1")).hasStatus(303);
        page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("item-home_2f_1_2f_name@2", "1 of 2");
        assertThat(send(path, page, "item-home_2f_1_2f_name@2", "Ben", "_less", "item-home_2f_1@1")).hasStatus(303);
        page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("value=\"Ben\"").doesNotContain("value=\"Ana\"", "name@2");
    }

    @Test
    void what_cannot_be_an_answer_is_refused_beside_its_question_and_nothing_of_it_is_kept() {
        var client = town.openCase("Wanda Wrong").clientId();
        var path = start(client, published("Wrong answers"));
        var page = town.get(town.rosa(), path + "/form");
        assertThat(complete(path, page, "item-sleep", "made-up", "item-food", "no", "item-weight", "heavy", "item-home_2f_1_2f_age@1", "999", "item-nothing", "x", "item-total", "99")).hasStatus(422).bodyText()
                .contains("This is not one of the answers offered.", "value=\"heavy\"", "The answer is not a number with its unit.", "At most 120, please.", "There is no such question.", "This is not answered by hand.");
        assertThat(one("select count(*)::text from assessments.given where assessment_id = ?::uuid and value::text like '%made-up%'", path)).isEqualTo("0");
        page = town.get(town.rosa(), path + "/form");
        assertThat(complete(path, page, "item-sleep", "no", "item-food", "no", "item-home_2f_1_2f_age@1", "9", "item-why", "Answered though it is not asked")).hasStatus(422).bodyText()
                .contains("What was answered before means that this is not asked.", "Answered though it is not asked");
        assertThat(rows("response", path)).isZero();
    }

    @Test
    void two_people_on_one_draft_are_merged_place_by_place_and_asked_where_they_differ() {
        var client = town.openCase("Tess Two").clientId();
        var path = start(client, published("Two at once"));
        var other = town.vera();
        var mine = town.get(town.rosa(), path + "/form");
        var theirs = town.get(other, path + "/form");
        assertThat(send(path, mine, "item-sleep", "no", "item-why", "")).hasStatus(303);
        assertThat(town.post(other, path + "/form", fields(theirs, "item-food", "often"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path + "/form")).bodyText().contains("Strain: 3");

        var clash = town.post(other, path + "/form", fields(theirs, "item-sleep", "some"));
        assertThat(clash).hasStatus(422).bodyText().contains("Rosa Alvarez answered this too", "Yours: Sometimes", "Rosa Alvarez: Never", "Say which answer holds.");
        assertThat(town.post(other, path + "/form/completion", fields(clash, "_open", "item-sleep", "item-sleep", "some"))).hasStatus(422).bodyText().contains("Rosa Alvarez answered this too");
        assertThat(town.post(other, path + "/form", fields(clash, "_open", "item-sleep", "item-sleep", "some", "_settle-item-sleep", "mine"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path + "/form")).bodyText().contains("Strain: 4");
    }

    @Test
    void a_page_that_sends_back_what_it_showed_neither_overwrites_what_came_since_nor_asks() {
        var path = start(town.openCase("Stella Stale").clientId(), published("Sent back"));
        assertThat(send(path, town.get(town.rosa(), path + "/form"), "item-sleep", "no")).hasStatus(303);
        var stale = town.get(town.vera(), path + "/form");
        assertThat(send(path, town.get(town.rosa(), path + "/form"), "item-sleep", "some")).hasStatus(303);

        assertThat(town.post(town.vera(), path + "/form", fields(stale, "item-sleep", "no", "item-food", "often"))).hasStatus(303);

        assertThat(town.get(town.rosa(), path + "/form")).bodyText().contains("Strain: 4");
    }

    @Test
    void two_people_on_one_interview_are_shown_both_texts_and_say_which_holds() {
        var client = town.openCase("Tula Twice").clientId();
        var path = start(client, published("Two interviewers"));
        var other = town.vera();
        var mine = town.get(town.rosa(), path + "/form");
        var theirs = town.get(other, path + "/form");
        assertThat(send(path, mine, "mode", "PHONE", "present", "Her sister")).hasStatus(303);
        assertThat(town.post(other, path + "/form", fields(theirs, "interpreter", "PROFESSIONAL"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path + "/form")).bodyText().contains("<option value=\"PHONE\" selected", "value=\"Her sister\"", "<option value=\"PROFESSIONAL\" selected");

        var both = town.post(other, path + "/form", fields(theirs, "present", "Her <mother>"));
        assertThat(both).hasStatus(422).bodyText().contains("Who else was present: Rosa Alvarez wrote something else", "Yours: Her &lt;mother&gt;", "Rosa Alvarez: Her sister");
        assertThat(town.post(other, path + "/form/completion", fields(both, "present", "Her <mother>", "item-sleep", "no", "item-food", "no"))).hasStatus(422).bodyText().contains("Rosa Alvarez: Her sister");
        var live = browser.post().uri(path + "/form").cookie(town.cookie(other)).header("HX-Request", "true").with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .params(params(fields(both, "present", "Her <mother>", "_settle.present", "mine"))).exchange();
        assertThat(live).hasStatusOk().headers().containsHeader("HX-Redirect");
        assertThat(town.get(town.rosa(), path + "/form")).bodyText().contains("value=\"Her &lt;mother>\"", "<option value=\"PHONE\" selected");
        assertThat(complete(path, town.get(town.rosa(), path + "/form"), "mode", "PHONE", "interpreter", "PROFESSIONAL", "present", "Her <mother>", "item-sleep", "no", "item-food", "no")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Her &lt;mother&gt;", "By phone", "A professional interpreter");
    }

    @Test
    void two_people_on_one_draft_of_the_library_are_merged_too() {
        var client = town.openCase("Lia Library").clientId();
        var at = town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "phq-2").getResponse().getHeader("Location").replace("/answers", "");
        var items = town.rosa().act(() -> instruments.get("phq-2").questions().stream().map(it -> it.field()).toList());
        var codes = town.rosa().act(() -> instruments.get("phq-2").questions().getFirst().choices().stream().map(it -> it.code()).toList());
        var other = town.vera();
        var mine = town.get(town.rosa(), at + "/answers");
        var theirs = town.get(other, at + "/answers");
        assertThat(town.post(town.rosa(), at + "/draft", fields(mine, items.get(0), codes.get(1)))).hasStatus(303);
        assertThat(town.post(other, at + "/draft", fields(theirs, items.get(1), codes.get(2)))).hasStatus(303);
        var both = town.post(other, at + "/draft", fields(theirs, items.get(0), codes.get(3), items.get(1), codes.get(2)));
        assertThat(both).hasStatus(422).bodyText().contains("Rosa Alvarez wrote something else");
        assertThat(town.post(other, at + "/completion", fields(theirs, items.get(0), codes.get(3), items.get(1), codes.get(2)))).hasStatus(422).bodyText().contains("Rosa Alvarez wrote something else");
        assertThat(one("select answers::text from assessments.assessment where id = ?::uuid", at)).contains(codes.get(1), codes.get(2)).doesNotContain(codes.get(3));
        assertThat(town.post(other, at + "/completion", fields(both, items.get(0), codes.get(3), items.get(1), codes.get(2), "_settle." + items.get(0), "theirs"))).hasStatus(303);
        assertThat(one("select answers::text from assessments.assessment where id = ?::uuid", at)).contains(codes.get(1), codes.get(2)).doesNotContain(codes.get(3));
    }

    @Test
    void a_table_and_a_slider_are_asked_with_their_labels_and_answered_without_script() {
        var id = town.adam().act(() -> {
            var form = forms.load(forms.check("""
                    {"resourceType":"Questionnaire","title":"Widgets","item":[
                      {"linkId":"pain","type":"integer","text":"How strong is the pain?","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"slider"}]}},
                        {"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10},
                        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue","valueInteger":2}]},
                      {"linkId":"endless","type":"integer","text":"Without ends","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"slider"}]}}]},
                      {"linkId":"kin","type":"group","text":"Who helps","repeats":true,"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"gtable"}]}}],"item":[
                        {"linkId":"name","type":"string","text":"Helper","required":true},{"linkId":"days","type":"integer","text":"Days a week","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":7}]}]}]}""", List.of()), "");
            forms.license(form.id(), new OwnForm.Licence(Instrument.LicenceClass.PD, "Nobody", "Ours", "Anyone"), 5);
            return forms.publish(form.id()).id();
        });
        var client = town.openCase("Wilma Widget").clientId();
        var path = start(client, id);
        var page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("data-slide=\"0 10 2\"", "<th scope=\"col\">Helper", "<th scope=\"col\">Days a week", "aria-label=\"Who helps\"", "for=\"item-name@1\">Helper 1", "for=\"item-days@1\">Days a week 1")
                .containsOnlyOnce("data-slide=");
        assertThat(send(path, page, "item-pain", "6", "item-name@1", "Ana", "item-days@1", "3", "_more", "item-kin")).hasStatus(303);
        page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("for=\"item-name@2\">Helper 2", "value=\"Ana\"");
        assertThat(complete(path, page, "item-pain", "11", "item-name@2", "Ben", "item-days@2", "8")).hasStatus(422).bodyText().contains("At most 10, please.", "At most 7, please.", "href=\"#item-days@2\"", "value=\"8\"");
        page = town.get(town.rosa(), path + "/form");
        assertThat(complete(path, page, "item-pain", "8", "item-name@2", "Ben", "item-days@2", "2")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Ana", "Ben", "8");
    }

    @Test
    void another_agency_and_a_colleague_who_cannot_reach_the_client_find_nothing() {
        var client = town.openCase("Nora Nowhere").clientId();
        var path = start(client, published("Out of reach"));
        assertThat(town.get(town.sam(), path + "/form")).hasStatus(404);
        assertThat(town.post(town.sam(), path + "/form", "_base", "1", "item-sleep", "no")).hasStatus(404);
        var elsewhere = town.openCase("Ella Elsewhere").clientId();
        assertThat(town.get(town.rosa(), path.replace(client.text(), elsewhere.text()) + "/form")).hasStatus(404);
    }

    @Test
    void a_file_is_an_answer_which_is_fetched_again_as_a_file() {
        var id = town.adam().act(() -> {
            var form = forms.load(forms.check("""
                    {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Questionnaire","title":"Papers","item":[
                      {"linkId":"paper","type":"attachment","text":"The letter"},{"linkId":"kind","type":"choice","text":"What it is","answerValueSet":"urn:kinds"}]}},
                     {"resource":{"resourceType":"ValueSet","url":"urn:kinds","compose":{"include":[{"system":"urn:k","concept":[{"code":"court","display":"From the court"}]}]}}}]}""", List.of()), "");
            forms.license(form.id(), new OwnForm.Licence(Instrument.LicenceClass.PD, "Nobody", "Ours", "Anyone"), 5);
            return forms.publish(form.id()).id();
        });
        var client = town.openCase("Fay File").clientId();
        var path = start(client, id);
        var page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("From the court", "type=\"file\"");
        assertThat(upload(path, page, "letter.html", "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8))).hasStatus(303);
        page = town.get(town.rosa(), path + "/form");
        assertThat(page).bodyText().contains("letter.html", "Take this file out");
        assertThat(upload(path, page, "large.bin", new byte[1_500_000])).hasStatus(422).bodyText().contains("This file is larger than 1,000,000 bytes.");
        assertThat(complete(path, page, "item-kind", "court")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("letter.html", "From the court");
        var file = town.get(town.rosa(), path + "/form/file?item=item-paper");
        assertThat(file).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff").headers().hasValue("Content-Type", "application/octet-stream");
        assertThat(file).bodyText().isEqualTo("<script>alert(1)</script>");
        assertThat(town.get(town.rosa(), path + "/form/file?item=item-kind")).hasStatus(404);
        assertThat(town.get(town.sam(), path + "/form/file?item=item-paper")).hasStatus(404);
    }

    private MvcTestResult upload(String path, MvcTestResult page, String name, byte[] file) {
        var request = browser.post().uri(path + "/form").multipart().file(new org.springframework.mock.web.MockMultipartFile("item-paper", name, "text/html", file)).cookie(town.cookie(town.rosa()))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf());
        var fields = fields(page);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private FormId published(String title) {
        return published(town, forms, title);
    }

    static FormId published(Town town, OwnForms forms, String title) {
        return town.adam().act(() -> {
            var form = forms.load(forms.check(FORM.formatted(java.util.UUID.randomUUID(), title), List.of()), "");
            forms.rule(form.id(), new FormRules("total", true, List.of(new FormRules.Band(0, 3, "some strain", "Nothing to do at once.", 0), new FormRules.Band(4, 6, "a lot", "Look at it soon.", 2)), List.of()));
            forms.license(form.id(), new OwnForm.Licence(Instrument.LicenceClass.FREE, "Our agency", "We made it ourselves", "Any worker"), 5);
            return forms.publish(form.id()).id();
        });
    }

    private String start(ClientId client, FormId form) {
        return town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", form.instrument()).getResponse().getHeader("Location").replace("/answers", "");
    }

    private MvcTestResult send(String path, MvcTestResult page, String... answers) {
        return town.post(town.rosa(), path + "/form", fields(page, answers));
    }

    private MvcTestResult complete(String path, MvcTestResult page, String... answers) {
        return town.post(town.rosa(), path + "/form/completion", fields(page, answers));
    }

    /** The answers, as of the revision that the page showed. */
    static String[] fields(MvcTestResult page, String... answers) {
        var fields = new ArrayList<String>();
        var said = List.of(answers);
        for (var one : java.util.Map.of("stage", "UPDATE", "assessedOn", Town.today().toString(), "mode", "IN_PERSON", "language", "en").entrySet()) {
            if (!said.contains(one.getKey())) {
                fields.addAll(List.of(one.getKey(), one.getValue()));
            }
        }
        try {
            var carried = java.util.regex.Pattern.compile("name=\"(_base|_shown)\" value=\"([^\"]*)\"").matcher(page.getResponse().getContentAsString());
            while (carried.find()) {
                fields.addAll(List.of(carried.group(1), carried.group(2)));
            }
            assertThat(fields).contains("_shown");
        } catch (java.io.UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
        fields.addAll(List.of(answers));
        return fields.toArray(String[]::new);
    }

    private static org.springframework.util.MultiValueMap<String, String> params(String[] fields) {
        var params = new org.springframework.util.LinkedMultiValueMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            params.add(fields[i], fields[i + 1]);
        }
        return params;
    }

    private int rows(String table, String path) {
        return Integer.parseInt(one("select count(*)::text from assessments." + table + " where assessment_id = ?::uuid", path));
    }

    private String one(String sql, String path) {
        return town.rosa().act(() -> transaction.execute(_ -> db.sql(sql).param(path.substring(path.lastIndexOf('/') + 1)).query(String.class).single()));
    }
}
