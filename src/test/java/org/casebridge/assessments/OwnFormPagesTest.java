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
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_form_of_the_agency_is_asked_kept_completed_and_read() {
        var client = town.openCase("Oona Own").clientId();
        var path = start(client, published("Strain check"));
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
        var fields = new ArrayList<>(List.of("stage", "UPDATE", "assessedOn", Town.today().toString(), "mode", "IN_PERSON", "language", "en"));
        try {
            var base = java.util.regex.Pattern.compile("name=\"_base\" value=\"(\\d+)\"").matcher(page.getResponse().getContentAsString());
            assertThat(base.find()).isTrue();
            fields.addAll(List.of("_base", base.group(1)));
        } catch (java.io.UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
        fields.addAll(List.of(answers));
        return fields.toArray(String[]::new);
    }

    private int rows(String table, String path) {
        return Integer.parseInt(one("select count(*)::text from assessments." + table + " where assessment_id = ?::uuid", path));
    }

    private String one(String sql, String path) {
        return town.rosa().act(() -> transaction.execute(_ -> db.sql(sql).param(path.substring(path.lastIndexOf('/') + 1)).query(String.class).single()));
    }
}
