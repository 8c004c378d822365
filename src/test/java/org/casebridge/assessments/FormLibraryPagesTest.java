package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Loading, licensing and publishing forms of the agency, and everything that is refused on the way. */
@PageTest
class FormLibraryPagesTest {

    @Autowired Town town;
    @Autowired OwnForms forms;
    @Autowired MockMvcTester http;
    @Autowired org.casebridge.access.Accounts accounts;
    @Autowired org.casebridge.caseload.CaseFiles cases;
    @Autowired org.casebridge.caseload.Programs programs;
    @Autowired DueRules dueRules;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_file_is_loaded_tried_licensed_published_and_followed_by_a_new_version() {
        var path = loaded(OwnFormPagesTest.FORM.formatted(UUID.randomUUID(), "Loaded form"));
        assertThat(town.get(town.adam(), path)).bodyText().contains("Loaded form", "Draft", "Write the licence record first", "Strain");
        assertThat(town.get(town.adam(), path + "/preview")).bodyText().contains("Trouble sleeping", "Answers given here are kept by nobody");
        assertThat(town.post(town.adam(), path + "/preview", "item-sleep", "often", "item-food", "no")).hasStatusOk().bodyText().contains("What keeps you up?", "Strain: 3");
        assertThat(town.post(town.adam(), path + "/preview", "item-sleep", "made-up")).hasStatus(422).bodyText().contains("This is not one of the answers offered.");

        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(422).bodyText().contains("nothing is published without one");
        assertThat(town.post(town.adam(), path + "/licence", "licenceClass", "FREE", "holder", "", "attribution", "Us", "mayAdminister", "Anyone", "minutes", "5")).hasStatus(422).bodyText().contains("Write who holds the rights");
        assertThat(town.post(town.adam(), path + "/licence", "licenceClass", "RESTRICTED", "holder", "Somebody", "attribution", "Us", "mayAdminister", "Anyone", "minutes", "5")).hasStatus(303);
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(422).bodyText().contains("Record its result only.");
        assertThat(town.post(town.adam(), path + "/licence", "licenceClass", "FREE", "holder", "Our agency", "attribution", "Us", "mayAdminister", "Anyone", "minutes", "5")).hasStatus(303);
        assertThat(town.post(town.adam(), path + "/rules", "score", "total", "bands[0].from", "0", "bands[0].to", "3", "bands[0].name", "low", "bands[1].from", "5", "bands[1].to", "6", "bands[1].name", "high"))
                .hasStatus(422).bodyText().contains("must begin where the one before it ends");
        assertThat(town.post(town.adam(), path + "/rules", "score", "total", "bands[0].from", "0", "bands[0].to", "3", "bands[0].name", "low", "bands[1].from", "4", "bands[1].to", "6", "bands[1].name", "high", "criticals[0].answer", "sleep\nOften"))
                .hasStatus(303);
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(303);
        assertThat(town.get(town.adam(), path)).bodyText().contains("published", "low", "Trouble sleeping: Often", "Begin the next version").doesNotContain("Keep the rules");

        assertThat(town.post(town.adam(), path + "/rules", "score", "")).hasStatus(409).bodyText().contains("This version is published and stays as it is.");
        assertThatThrownBy(() -> town.adam().run(() -> transaction.executeWithoutResult(_ -> db.sql("update assessments.own_form set title = 'x' where id = ?::uuid").param(id(path)).update())))
                .hasMessageContaining("does not change");
        assertThat(town.post(town.adam(), path + "/version")).hasStatus(303);
        assertThat(town.get(town.adam(), path)).bodyText().contains("Version 2", "Draft", "Version 1");
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(303);
        assertThat(town.get(town.adam(), path + "?version=1")).bodyText().contains("Version 1").doesNotContain("Begin the next version");
    }

    @Test
    void a_critical_answer_is_acted_on_before_it_is_saved() {
        var path = loaded(OwnFormPagesTest.FORM.formatted(UUID.randomUUID(), "Critical form"));
        town.post(town.adam(), path + "/rules", "criticals[0].answer", "sleep\nOften");
        town.post(town.adam(), path + "/licence", "licenceClass", "FREE", "holder", "Our agency", "attribution", "Us", "mayAdminister", "Anyone", "minutes", "5");
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(303);
        var client = town.openCase("Carl Critical").clientId();
        var at = town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "own-" + id(path)).getResponse().getHeader("Location").replace("/answers", "");
        var page = town.get(town.rosa(), at + "/form");
        assertThat(page).bodyText().contains("These ask for action at once: Trouble sleeping “Often”.");
        var answers = OwnFormPagesTest.fields(page, "item-sleep", "often", "item-food", "no", "item-why", "Rent");
        assertThat(town.post(town.rosa(), at + "/form/completion", answers)).hasStatus(422).bodyText().contains("Trouble sleeping was answered “Often”. Ask about it now");
        page = town.get(town.rosa(), at + "/form");
        assertThat(town.post(town.rosa(), at + "/form/completion", OwnFormPagesTest.fields(page, "item-why", "Rent", "safetyNote", "We called together"))).hasStatus(303);
        assertThat(town.get(town.rosa(), at)).bodyText().contains("Trouble sleeping was answered “Often”.", "We called together");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("chip flag", "Trouble sleeping");
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name_and_place_and_nothing_is_kept() {
        refused("{\"resourceType\":\"Questionnaire\",\"title\":\"Circle\",\"item\":[" + when("a", "b") + "," + when("b", "a") + "]}", "<b>a</b>", "It is asked depending on itself");
        refused("{\"resourceType\":\"Questionnaire\",\"title\":\"Many\",\"item\":[" + IntStream.range(0, 10_000).mapToObj(it -> "{\"linkId\":\"i" + it + "\",\"type\":\"string\"}").collect(Collectors.joining(",")) + "]}",
                "From here on there are more than 5,000 items.");
        refused("{\"resourceType\":\"Questionnaire\",\"title\":\"Type\",\"item\":[{\"linkId\":\"x\",\"type\":\"hologram\"}]}", "<b>x</b>", "Items of type “hologram” are not known.");
        refused("{\"resourceType\":\"Questionnaire\",\"title\":\"Twice\",\"item\":[{\"linkId\":\"x\",\"type\":\"string\"},{\"linkId\":\"x\",\"type\":\"string\"}]}", "Another item has the same link id.");
        refused(computed("1 +"), "<b>c</b>", "The expression cannot be read");
        refused(computed("repeat(1).select($this)".replace("repeat(1)", "'a'.replaceMatches('(a+)+b','') & %nowhere")), "which is defined nowhere");
        refused(computed("(1 | 2 | 3).repeat(iif(true, $this * 3 + 1, {})).count()"), "<b>c</b>", "was given up");
        refused("{\"resourceType\":\"Patient\"}", "This is a Patient, not a Questionnaire.");
        refused("<script>alert(1)</script>", "The file is not JSON");
        refused("{\"resourceType\":\"Questionnaire\",\"title\":\"" + "x".repeat(19_000_000) + "\"}", "The file is larger than");
        refused("{\"resourceType\":\"Questionnaire\",\"title\":\"VI-SPDAT\",\"item\":[{\"linkId\":\"x\",\"type\":\"string\"}]}", "its makers withdrew it");
        assertThat(upload(new byte[] {(byte) 0xff, (byte) 0xfe, 0x41})).hasStatus(422).bodyText().contains("The file is not text in UTF-8.");
        assertThat(town.adam().act(() -> forms.all())).noneMatch(it -> List.of("Circle", "Many", "Type", "Twice", "Computed", "VI-SPDAT").contains(it.title()));
    }

    @Test
    void forms_belong_to_their_agency_and_only_administrators_load_them() {
        var path = loaded(OwnFormPagesTest.FORM.formatted(UUID.randomUUID(), "Ours alone"));
        assertThat(town.get(town.rosa(), path)).hasStatus(403);
        assertThat(town.get(town.adam(), "/library/forms/" + UUID.randomUUID())).hasStatus(404);
        var client = town.openCase("Dora Draft").clientId();
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "own-" + id(path))).hasStatus(404);
    }

    @Test
    void a_form_is_built_item_by_item_with_conditions_weights_and_a_score() {
        var path = town.post(town.adam(), "/library/forms/blank", "title", "Built form").getResponse().getHeader("Location").replace("/items", "");
        var items = path + "/items";
        assertThat(town.post(town.adam(), items, "type", "GROUP", "text", "At night")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "CHOICE", "text", "How often do you wake up?", "spanish", "¿Cuántas veces se despierta?", "answers", "Never | Nunca = 0\nOften | A menudo = 3", "required", "true", "section", "q1", "look", "ACROSS")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "CHOICE", "text", "How often are you tired?", "answers", "Never = 0\nOften = 3", "required", "true")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "What wakes you?", "section", "q1", "when[0].question", "q2", "when[0].operator", "=", "when[0].answer", "Often")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "INTEGER", "text", "Hours of sleep", "least", "0", "greatest", "24", "help", "In the last night | Anoche")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "CHOICE", "text", "Nothing to choose")).hasStatus(422).bodyText().contains("Write the answers that are offered, one a line.", "Nothing to choose");
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "Never asked", "when[0].question", "q2", "when[0].operator", "=", "when[0].answer", "Sometimes")).hasStatus(422).bodyText().contains("is not one of the answers to that question");
        assertThat(town.post(town.adam(), items + "/score", "name", "Tiredness", "of", "q2")).hasStatus(422).bodyText().contains("A score adds up two questions or more.");
        assertThat(town.post(town.adam(), items + "/score", "name", "Tiredness | Cansancio", "of", "q2", "of", "q3")).hasStatus(303);
        assertThat(town.post(town.adam(), items + "/place", "item", "q3", "way", "up")).hasStatus(303);
        assertThat(town.post(town.adam(), items + "/removal", "item", "q2")).hasStatus(422).bodyText().contains("q2");
        assertThat(town.get(town.adam(), items + "?item=q5")).bodyText().contains("In the last night | Anoche");
        assertThat(town.get(town.adam(), items + "?item=q2")).bodyText().contains("Change this item", "Often | A menudo = 3");

        assertThat(town.get(town.adam(), path + "/preview?in=es")).bodyText().contains("¿Cuántas veces se despierta?", "A menudo", "Anoche", "Cansancio").doesNotContain("What wakes you?");
        var tried = town.post(town.adam(), path + "/preview", "item-q2", "2-often", "item-q3", "2-often", "item-q5", "99");
        assertThat(tried).hasStatus(422).bodyText().contains("What wakes you?", "Tiredness: 6", "At most 24, please.");
        assertThat(town.post(town.adam(), path + "/licence", "licenceClass", "PD", "holder", "Nobody", "attribution", "Our own words", "mayAdminister", "Anyone", "minutes", "2")).hasStatus(303);
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "Too late")).hasStatus(409);
        assertThat(town.get(town.adam(), path + "/file")).hasStatusOk().bodyText().contains("\"resourceType\":\"Questionnaire\"", "ordinal()");
    }

    @Test
    void several_conditions_hold_all_together_or_any_of_them_and_what_was_not_touched_stays() {
        var path = town.post(town.adam(), "/library/forms/blank", "title", "Conditions").getResponse().getHeader("Location").replace("/items", "");
        var items = path + "/items";
        town.post(town.adam(), items, "type", "BOOLEAN", "text", "Children at home?");
        town.post(town.adam(), items, "type", "CHOICE", "text", "Work?", "answers", "None\nSome");
        town.post(town.adam(), items, "type", "STRING", "text", "Employer");
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "Who minds them?", "when[0].question", "q1", "when[0].answer", "yes", "when[1].question", "q2", "when[1].operator", "!=", "when[1].answer", "None")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "What would help?", "any", "true", "when[0].question", "q1", "when[0].answer", "yes", "when[2].question", "q3", "when[2].operator", "missing")).hasStatus(303);
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "Nothing said", "when[1].question", "q2", "when[1].operator", "=")).hasStatus(422).bodyText().contains("Write the answer that decides.", "href=\"#when[1].answer\"");
        assertThat(town.post(town.adam(), items, "type", "TEXT", "text", "Made up", "when[0].question", "q99", "when[0].answer", "x")).hasStatus(422).bodyText().contains("There is no such item in this form.");

        assertThat(town.post(town.adam(), path + "/preview", "item-q1", "true", "item-q2", "1-none", "item-q3", "Mill")).bodyText().contains("What would help?").doesNotContain("Who minds them?");
        assertThat(town.post(town.adam(), path + "/preview", "item-q1", "true", "item-q2", "2-some", "item-q3", "Mill")).bodyText().contains("Who minds them?", "What would help?");
        assertThat(town.post(town.adam(), path + "/preview", "item-q1", "false", "item-q2", "2-some", "item-q3", "Mill")).bodyText().doesNotContain("Who minds them?", "What would help?");
        assertThat(town.post(town.adam(), path + "/preview", "item-q1", "false", "item-q2", "2-some")).bodyText().contains("What would help?");

        var known = town.get(town.adam(), items + "?item=q5");
        assertThat(known).bodyText().contains("name=\"any\" value=\"true\" checked", "<option value=\"missing\" selected>");
        assertThat(town.post(town.adam(), items, "linkId", "q5", "type", "TEXT", "text", "What would help you?", "any", "true", "when[0].question", "q1", "when[0].answer", "true", "when[1].question", "q3", "when[1].operator", "missing")).hasStatus(303);
        assertThat(town.get(town.adam(), path + "/file")).bodyText().contains("What would help you?", "\"enableBehavior\":\"any\"", "\"operator\":\"exists\",\"answerBoolean\":false", "\"enableBehavior\":\"all\"");
        assertThat(town.post(town.adam(), items, "linkId", "q5", "type", "TEXT", "text", "What would help you?")).hasStatus(303);
        assertThat(town.get(town.adam(), path + "/file")).bodyText().doesNotContain("\"enableBehavior\":\"any\"");
    }

    @Test
    void bands_and_critical_answers_are_read_in_spanish_too_each_with_its_danger_and_clock() {
        var path = loaded(OwnFormPagesTest.FORM.formatted(UUID.randomUUID(), "Two languages"));
        assertThat(town.post(town.adam(), path + "/rules", "score", "total", "bands[0].from", "0", "bands[0].to", "6", "bands[0].name", "some strain", "bands[0].spanishName", "algo de tensión", "bands[0].meaning", "Look at it.",
                "bands[0].spanishMeaning", "Mírelo.", "criticals[0].answer", "sleep\nOften", "criticals[0].danger", "VIOLENCE", "criticals[0].hours", "99")).hasStatus(422).bodyText().contains("1 to 72");
        assertThat(town.post(town.adam(), path + "/rules", "criticals[0].answer", "sleep\nOften", "criticals[1].answer", "sleep\nOften")).hasStatus(422).bodyText().contains("stands here twice");
        assertThat(town.post(town.adam(), path + "/rules", "score", "total", "bands[0].from", "0", "bands[0].to", "6", "bands[0].name", "some strain", "bands[0].spanishName", "algo de tensión", "bands[0].meaning", "Look at it.",
                "bands[0].spanishMeaning", "Mírelo.", "criticals[0].answer", "sleep\nOften", "criticals[0].danger", "VIOLENCE", "criticals[0].hours", "2")).hasStatus(303);
        assertThat(town.get(town.adam(), path)).bodyText().contains("value=\"algo de tensión\"", "value=\"2\"");
        town.post(town.adam(), path + "/licence", "licenceClass", "FREE", "holder", "Our agency", "attribution", "Us", "mayAdminister", "Anyone", "minutes", "5");
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(303);

        var worker = town.account(org.casebridge.access.Role.CASE_MANAGER, "Lena Lengua");
        var theCase = town.openCase("Sara Spanish");
        town.vera().run(() -> cases.assign(theCase.clientId(), theCase.id(), worker.account()));
        var client = theCase.clientId();
        var at = town.post(worker, "/clients/" + client.text() + "/assessments", "instrument", "own-" + id(path)).getResponse().getHeader("Location").replace("/answers", "");
        var page = town.get(worker, at + "/form");
        assertThat(page).bodyText().contains("800 799 7233").doesNotContain("Suicide and Crisis Lifeline");
        assertThat(town.post(worker, at + "/form/completion", OwnFormPagesTest.fields(page, "item-sleep", "often", "item-food", "no", "item-why", "Rent", "safetyNote", "We called together"))).hasStatus(303);
        assertThat(town.get(worker, at)).bodyText().contains("some strain", "Look at it.", "Trouble sleeping was answered “Often”.", "800 799 7233");
        accounts.speak(worker.account(), "es");
        var inSpanish = town.account(org.casebridge.access.Role.CASE_MANAGER, "Elena Lengua");
        accounts.speak(inSpanish.account(), "es");
        town.vera().run(() -> cases.assign(theCase.clientId(), theCase.id(), inSpanish.account()));
        assertThat(town.get(inSpanish, at)).bodyText().contains("algo de tensión", "Mírelo.", "Problemas para dormir").doesNotContain("some strain");
        assertThat(town.get(inSpanish, "/clients/" + client.text())).bodyText().contains("algo de tensión");
    }

    @Test
    void a_form_is_withdrawn_with_its_reason_and_what_was_begun_is_finished() {
        var id = OwnFormPagesTest.published(town, forms, "To be withdrawn");
        var path = "/library/forms/" + id.text();
        var begun = town.openCase("Wim Withdrawn").clientId();
        var program = town.adam().act(() -> programs.add("Asks for a form " + id.text().substring(28), 14));
        var asked = town.client("Ada Asked");
        town.vera().run(() -> cases.open(asked, program, town.rosa().account(), Town.today()));
        town.adam().run(() -> dueRules.add(program, id.instrument(), Assessment.Stage.INTAKE, DueRule.From.OPENED, 7, Town.today(), "Contract"));
        assertThat(town.get(town.rosa(), "/clients/" + asked.text() + "/assessments")).bodyText().contains("What the programmes ask for", "To be withdrawn");
        var at = town.post(town.rosa(), "/clients/" + begun.text() + "/assessments", "instrument", id.instrument()).getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.post(town.rosa(), path + "/withdrawal", "reason", "No")).hasStatus(403);
        assertThat(town.post(town.adam(), path + "/withdrawal", "reason", " ")).hasStatus(422).bodyText().contains("Write why, for those who would begin it.");
        assertThat(town.post(town.adam(), path + "/withdrawal", "reason", "Its wording <hurt> people.")).hasStatus(303);
        assertThat(town.post(town.adam(), path + "/withdrawal", "reason", "Twice")).hasStatus(409).bodyText().contains("It is withdrawn already.");
        assertThat(town.get(town.adam(), path)).bodyText().contains("Its wording &lt;hurt&gt; people.", "Offer it again", "Adam");
        assertThat(town.get(town.adam(), "/library/forms")).bodyText().contains("Withdrawn");

        assertThat(town.get(town.rosa(), "/clients/" + asked.text() + "/assessments")).bodyText().doesNotContain("What the programmes ask for", "To be withdrawn");
        var other = town.openCase("Nell New").clientId();
        assertThat(town.get(town.rosa(), "/clients/" + other.text() + "/assessments")).bodyText().doesNotContain("To be withdrawn");
        assertThat(town.post(town.rosa(), "/clients/" + other.text() + "/assessments", "instrument", id.instrument())).hasStatus(409).bodyText().contains("This form was withdrawn", "Its wording &lt;hurt&gt; people.", "nothing new is begun");
        assertThat(town.post(town.rosa(), "/clients/" + begun.text() + "/assessments", "instrument", id.instrument())).hasStatus(303).hasRedirectedUrl(at + "/answers");
        assertThat(town.post(town.rosa(), at + "/form/completion", OwnFormPagesTest.fields(town.get(town.rosa(), at + "/form"), "item-sleep", "some", "item-food", "no"))).hasStatus(303);
        assertThat(town.get(town.rosa(), at)).bodyText().contains("some strain");
        assertThat(town.post(town.rosa(), at + "/correction")).hasStatus(303);

        assertThat(town.post(town.adam(), path + "/offer")).hasStatus(303);
        assertThat(town.post(town.adam(), path + "/offer")).hasStatus(409);
        assertThat(town.get(town.adam(), path)).bodyText().contains("Offered again", "Withdraw this form");
        assertThat(town.post(town.rosa(), "/clients/" + other.text() + "/assessments", "instrument", id.instrument())).hasStatus(303);
    }

    @Test
    void what_it_takes_to_ask_a_form_of_the_agency_is_required_as_of_every_instrument() {
        var id = OwnFormPagesTest.published(town, forms, "For the trained");
        var library = "/library/" + id.instrument();
        assertThat(town.get(town.adam(), "/library/forms/" + id.text())).bodyText().contains(library);
        assertThat(town.post(town.adam(), library + "/workers", "training", "Night school 7")).hasStatus(303);
        assertThat(town.get(town.adam(), library)).bodyText().contains("Night school 7", "some strain").doesNotContain("Move the cut-offs");
        assertThat(town.post(town.adam(), library + "/cut-offs", "from", Town.today().plusDays(1).toString(), "bound-1", "2", "reason", "Because")).hasStatus(409).bodyText().contains("changed in its next version");
        var client = town.openCase("Tina Trained").clientId();
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("You lack", "Night school 7");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", id.instrument())).hasStatus(403).bodyText().contains("For the trained is asked here by whoever has", "Night school 7");
    }

    @Test
    void a_questionnaire_of_several_parts_is_put_together_on_loading_or_refused_by_the_part_that_is_missing() {
        var sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
        var root = "{\"resourceType\":\"Questionnaire\",\"title\":\"Put together\",\"extension\":[{\"url\":\"" + sdc + "assemble-expectation\",\"valueCode\":\"assemble-root\"}],\"item\":[{\"linkId\":\"here\",\"type\":\"display\",\"extension\":[{\"url\":\""
                + sdc + "subQuestionnaire\",\"valueCanonical\":\"urn:part:sleep\"}]},{\"linkId\":\"last\",\"type\":\"string\",\"text\":\"Anything else?\"}]}";
        var part = "{\"resourceType\":\"Questionnaire\",\"url\":\"urn:part:sleep\",\"contained\":[{\"resourceType\":\"ValueSet\",\"id\":\"how\",\"compose\":{\"include\":[{\"system\":\"urn:h\",\"concept\":[{\"code\":\"well\",\"display\":\"Soundly\"}]}]}}],"
                + "\"item\":[{\"linkId\":\"sleep\",\"type\":\"choice\",\"text\":\"How do you sleep?\",\"answerValueSet\":\"#how\"}]}";
        assertThat(upload(root.getBytes(java.nio.charset.StandardCharsets.UTF_8))).hasStatus(422).bodyText().contains("<b>here</b>", "The questionnaire urn:part:sleep is not at hand.");
        assertThat(upload(root.getBytes(java.nio.charset.StandardCharsets.UTF_8), "[]", "{\"resourceType\":\"Questionnaire\",\"url\":\"\",\"item\":[7]}")).hasStatus(422).bodyText().contains("is not at hand");
        assertThat(upload(root.getBytes(java.nio.charset.StandardCharsets.UTF_8), part.replace("[{\"linkId\"", "[7,{\"linkId\""))).hasStatus(422);
        var loaded = upload(root.getBytes(java.nio.charset.StandardCharsets.UTF_8), part);
        assertThat(loaded).hasStatus(303);
        assertThat(town.get(town.adam(), loaded.getResponse().getHeader("Location") + "/preview")).bodyText().contains("How do you sleep?", "Soundly", "Anything else?");
        var bundle = upload(("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":" + part + "},{\"resource\":" + root.replace("Put together", "Put together from a bundle") + "}]}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(bundle).hasStatus(303);
        assertThat(town.get(town.adam(), bundle.getResponse().getHeader("Location") + "/preview")).bodyText().contains("Put together from a bundle", "How do you sleep?", "Anything else?");
    }

    @Test
    void the_last_response_to_the_same_form_fills_in_the_next() {
        var file = "{\"resourceType\":\"Questionnaire\",\"title\":\"Remembers\",\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext\",\"extension\":[{\"url\":\"name\",\"valueCoding\":{\"code\":\"lastResponse\"}},"
                + "{\"url\":\"type\",\"valueCode\":\"QuestionnaireResponse\"}]}],\"item\":[{\"linkId\":\"doctor\",\"type\":\"string\",\"text\":\"Your doctor\",\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression\","
                + "\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":\"%lastResponse.item.where(linkId='doctor').answer.value\"}}]}]}";
        var path = loaded(file);
        town.post(town.adam(), path + "/licence", "licenceClass", "PD", "holder", "Nobody", "attribution", "Us", "mayAdminister", "Anyone", "minutes", "5");
        assertThat(town.post(town.adam(), path + "/publication")).hasStatus(303);
        var client = town.openCase("Laszlo Last").clientId();
        var begin = "/clients/" + client.text() + "/assessments";
        var first = town.post(town.rosa(), begin, "instrument", "own-" + id(path)).getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.get(town.rosa(), first + "/form")).bodyText().doesNotContain("Dr. Okafor");
        assertThat(town.post(town.rosa(), first + "/form/completion", OwnFormPagesTest.fields(town.get(town.rosa(), first + "/form"), "item-doctor", "Dr. Okafor"))).hasStatus(303);
        var second = town.post(town.rosa(), begin, "instrument", "own-" + id(path)).getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.get(town.rosa(), second + "/form")).bodyText().contains("value=\"Dr. Okafor\"");
        var other = town.openCase("Otto Other").clientId();
        var theirs = town.post(town.rosa(), "/clients/" + other.text() + "/assessments", "instrument", "own-" + id(path)).getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.get(town.rosa(), theirs + "/form")).bodyText().doesNotContain("Dr. Okafor");
    }

    private static String when(String item, String other) {
        return "{\"linkId\":\"" + item + "\",\"type\":\"boolean\",\"enableWhen\":[{\"question\":\"" + other + "\",\"operator\":\"=\",\"answerBoolean\":true}]}";
    }

    private static String computed(String expression) {
        return "{\"resourceType\":\"Questionnaire\",\"title\":\"Computed\",\"item\":[{\"linkId\":\"c\",\"type\":\"integer\",\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\","
                + "\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":\"" + expression + "\"}}]}]}";
    }

    private void refused(String file, String... reasons) {
        assertThat(upload(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))).hasStatus(422).bodyText().contains(reasons).doesNotContain("<script>alert");
    }

    private String loaded(String file) {
        var answer = upload(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(303);
        return answer.getResponse().getHeader("Location");
    }

    private MvcTestResult upload(byte[] file, String... beside) {
        var request = http.post().uri("/library/forms").multipart().file(new MockMultipartFile("file", "form.json", "application/json", file));
        for (var one : beside) {
            request = request.file(new MockMultipartFile("lists", "part.json", "application/json", one.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return request.cookie(town.cookie(town.adam())).with(csrf()).exchange();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
