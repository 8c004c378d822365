package org.casebridge.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebridge.questionnaires.EngineTest.filled;
import static org.casebridge.questionnaires.EngineTest.item;
import static org.casebridge.questionnaires.EngineTest.read;
import static org.casebridge.questionnaires.EngineTest.when;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Questionnaires of several parts become one, and answers become resources by definition. */
class AssemblyTest {

    private static final String PART = json("{'resourceType':'Questionnaire','url':'http://example.org/part','extension':[{'url':'%s','valueString':'linkIdPrefix'}],'item':[%s,%s]}"
            .formatted(Urls.ASSEMBLE_CONTEXT, item("a", "boolean", ""), item("b", "string", ",'enableWhen':[" + when("a", "=", "Boolean':true") + "]")));

    private static String json(String text) {
        return text.replace('\'', '"').replace('`', '\'');
    }

    private static String uses(String url, String prefix) {
        return item("x" + prefix, "display", ",'extension':[{'url':'%s','valueCanonical':'%s'},%s]".formatted(Urls.SUB, url, EngineTest.expression(Urls.VARIABLE, "linkIdPrefix", "'" + prefix + "'")));
    }

    private static String root(String items) {
        return json("{'resourceType':'Questionnaire','extension':[{'url':'%s','valueCode':'assemble-root'}],'item':[%s]}".formatted(Urls.EXPECTATION, items));
    }

    @Test
    void a_part_used_twice_stands_twice_under_link_ids_of_its_own() {
        var root = root(uses("http://example.org/part", "one.") + "," + uses("http://example.org/part", "two."));
        assertThat(QuestionnaireReader.read(root)).isInstanceOf(Reading.Refused.class);

        var assembled = Assembly.assemble(root, List.of(PART));

        assertThat(assembled.refusals()).isEmpty();
        var questionnaire = ((Reading.Understood) QuestionnaireReader.read(assembled.json())).questionnaire();
        assertThat(questionnaire.questions()).extracting(Questionnaire.Item::linkId).containsExactly("one.a", "one.b", "two.a", "two.b");
        assertThat(questionnaire.item("two.b").when()).isEqualTo(new Condition.Compared("two.a", Condition.Operator.EQUAL, new Value.Truth(true)));
    }

    @Test
    void a_part_that_is_missing_or_holds_itself_is_refused_by_its_item() {
        assertThat(Assembly.assemble(root(uses("http://example.org/gone", "x.")), List.of(PART)).refusals()).extracting(Finding::item).containsExactly("xx.");
        var itself = json("{'resourceType':'Questionnaire','url':'http://example.org/self','item':[%s]}".formatted(uses("http://example.org/self", "s.")));
        assertThat(Assembly.assemble(root(uses("http://example.org/self", "s.")), List.of(itself)).refusals()).extracting(Finding::feature).contains("subQuestionnaire");
        assertThat(Assembly.assemble("nonsense", List.of("[", "{}")).refusals()).hasSize(1);
    }

    @Test
    void answers_become_the_elements_their_definitions_name() {
        var patient = "http://hl7.org/fhir/StructureDefinition/Patient";
        var questionnaire = read("'extension':[{'url':'%s','extension':[{'url':'definition','valueCanonical':'%s'}]}],".formatted(Urls.DEFINITION, patient),
                item("name", "group", ",'repeats':true,'definition':'%s#Patient.name','item':[%s,%s]".formatted(patient, item("family", "string", ",'definition':'%s#Patient.name.family'".formatted(patient)),
                        item("given", "string", ",'repeats':true,'definition':'%s#Patient.name.given'".formatted(patient))))
                        + "," + item("born", "date", ",'definition':'%s#Patient.birthDate'".formatted(patient)) + "," + item("odd", "string", ",'definition':'%s#Patient.nosuch.thing'".formatted(patient)));

        var engine = new Engine();
        var bundle = engine.extract(engine.state(questionnaire, filled("family@1", "Asante", "given@1.1", "Jerome", "given@1.2", "K", "family@2", "Mensah", "born", new Value.Day("1980-02-03"), "odd", "x"), Launch.NONE), Launch.NONE);

        assertThat(bundle).contains("{\"family\":\"Asante\",\"given\":[\"Jerome\",\"K\"]},{\"family\":\"Mensah\"}", "\"birthDate\":\"1980-02-03\"", "\"resourceType\":\"Patient\"");
    }
}
