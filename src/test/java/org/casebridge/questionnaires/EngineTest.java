package org.casebridge.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is asked, computed, demanded and scored, with small questionnaires of our own. */
class EngineTest {

    private final Engine engine = new Engine();

    static Questionnaire read(String items) {
        return read("", items);
    }

    static Questionnaire read(String head, String items) {
        var reading = QuestionnaireReader.read("{'resourceType':'Questionnaire','status':'draft',%s'item':[%s]}".formatted(head, items).replace('\'', '"').replace('`', '\''));
        assertThat(reading).as("%s", reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).questionnaire();
    }

    static Filling filled(Object... placesAndValues) {
        var filling = Filling.EMPTY;
        for (int i = 0; i < placesAndValues.length; i += 2) {
            filling = filling.put(Place.parse((String) placesAndValues[i]), value(placesAndValues[i + 1]));
        }
        return filling;
    }

    static Value value(Object plain) {
        return switch (plain) {
            case Value it -> it;
            case Integer it -> new Value.Whole(it);
            case Boolean it -> new Value.Truth(it);
            case Double it -> new Value.Decimal(BigDecimal.valueOf(it));
            default -> plain.toString().startsWith("#") ? new Value.Coded(null, plain.toString().substring(1), "") : new Value.Words(plain.toString());
        };
    }

    private State state(Questionnaire questionnaire, Object... answers) {
        return engine.state(questionnaire, filled(answers), Launch.NONE);
    }

    private static String asked(State state) {
        return state.all().filter(State.Field::asked).map(it -> it.item().linkId()).collect(Collectors.joining(" "));
    }

    private static List<String> problems(State state, Problem.Kind kind) {
        return state.problems().stream().filter(it -> it.kind() == kind).map(it -> it.place().toString()).toList();
    }

    static String item(String linkId, String type, String more) {
        return "{'linkId':'%s','type':'%s','text':'%s'%s}".formatted(linkId, type, linkId, more);
    }

    static String when(String question, String operator, String answer) {
        return "{'question':'%s','operator':'%s','answer%s}".formatted(question, operator, answer);
    }

    static String expression(String url, String name, String fhirpath) {
        return "{'url':'%s','valueExpression':{'language':'text/fhirpath',%s'expression':'%s'}}".formatted(url, name.isEmpty() ? "" : "'name':'" + name + "',", fhirpath.replace("'", "`"));
    }

    static String calculated(String linkId, String type, String fhirpath) {
        return item(linkId, type, ",'extension':[" + expression(Urls.CALCULATED, "", fhirpath) + "]");
    }

    static String weighted(String linkId, boolean required) {
        var options = List.of(0, 1, 2, 3).stream().map(it -> "{'valueCoding':{'code':'w%d','display':'weighs %d'},'extension':[{'url':'%s','valueDecimal':%d}]}".formatted(it, it, Urls.ORDINAL, it)).collect(Collectors.joining(","));
        return item(linkId, "choice", ",'required':" + required + ",'answerOption':[" + options + "]");
    }

    @Test
    void every_operator_decides_whether_a_question_is_asked() {
        var operators = List.of("=", "!=", ">", "<", ">=", "<=");
        var questionnaire = read(item("n", "integer", "") + operators.stream().map(it -> "," + item("n" + it, "string", ",'enableWhen':[" + when("n", it, "Integer':5") + "]")).collect(Collectors.joining())
                + "," + item("yes", "string", ",'enableWhen':[" + when("n", "exists", "Boolean':true") + "]") + "," + item("no", "string", ",'enableWhen':[" + when("n", "exists", "Boolean':false") + "]"));

        assertThat(asked(state(questionnaire))).isEqualTo("n no");
        assertThat(asked(state(questionnaire, "n", 5))).isEqualTo("n n= n>= n<= yes");
        assertThat(asked(state(questionnaire, "n", 6))).isEqualTo("n n!= n> n>= yes");
        assertThat(asked(state(questionnaire, "n", 4))).isEqualTo("n n!= n< n<= yes");
    }

    @Test
    void all_or_any_of_several_conditions_must_hold_and_what_is_not_asked_counts_as_unanswered() {
        var both = "'enableWhen':[" + when("a", "=", "Boolean':true") + "," + when("b", "=", "Boolean':true") + "]";
        var questionnaire = read(item("a", "boolean", "") + "," + item("b", "boolean", ",'enableWhen':[" + when("a", "=", "Boolean':true") + "]")
                + "," + item("all", "group", ",'enableBehavior':'all'," + both + ",'item':[" + item("inner", "string", "") + "]") + "," + item("any", "string", ",'enableBehavior':'any'," + both));

        assertThat(asked(state(questionnaire, "a", true))).isEqualTo("a b any");
        assertThat(asked(state(questionnaire, "a", true, "b", true))).isEqualTo("a b all inner any");
        assertThat(asked(state(questionnaire, "a", false, "b", true))).isEqualTo("a");
    }

    @Test
    void an_answer_to_what_is_not_asked_is_named_and_left_out() {
        var questionnaire = read(item("a", "boolean", "") + "," + item("b", "string", ",'enableWhen':[" + when("a", "=", "Boolean':true") + "]"));

        var state = state(questionnaire, "a", false, "b", "still here");

        assertThat(problems(state, Problem.Kind.NOT_ASKED)).containsExactly("b");
        assertThat(state.response(Launch.NONE, true)).doesNotContain("still here");
        assertThat(state.complete()).isTrue();
    }

    @Test
    void in_repeated_groups_each_repetition_decides_for_itself() {
        var questionnaire = read(item("g", "group", ",'repeats':true,'item':[" + item("a", "boolean", "") + "," + item("b", "string", ",'enableWhen':[" + when("a", "=", "Boolean':true") + "]") + "]"));

        var state = state(questionnaire, "a@1", true, "a@2", false, "b@1", "one", "b@2", "two");

        assertThat(state.all().filter(it -> it.item().linkId().equals("b")).map(State.Field::asked)).containsExactly(true, false);
        var again = Filling.from(questionnaire, state.response(Launch.NONE, false));
        assertThat(again.problems()).isEmpty();
        assertThat(again.filling().values()).isEqualTo(filled("a@1", true, "a@2", false, "b@1", "one").values());
    }

    @Test
    void another_row_can_be_added_and_stays_until_it_is_filled() {
        var questionnaire = read(item("phone", "string", ",'repeats':true"));

        var state = engine.state(questionnaire, filled("phone@1", "555 0100").another(Place.of("phone"), 1), Launch.NONE);

        assertThat(state.fields().getFirst().rows()).extracting(it -> it.place().toString()).containsExactly("phone@1", "phone@2");
    }

    @Test
    void a_score_of_a_partial_form_is_not_valid_yet_and_never_zero() {
        var questionnaire = read(weighted("q1", true) + "," + weighted("q2", true) + "," + weighted("q3", false) + "," + calculated("total", "integer", "%resource.item.answer.value.weight().sum()"));

        var nobody = state(questionnaire).scores().getFirst();
        assertThat(List.of(nobody.answered(), nobody.required(), nobody.valid())).isEqualTo(List.of(0, 2, false));
        assertThat(nobody.soFar()).isNull();

        var partial = state(questionnaire, "q1", "#w3");
        assertThat(partial.scores().getFirst().soFar()).isEqualByComparingTo("3");
        assertThat(partial.scores().getFirst().valid()).isFalse();
        assertThat(partial.values("total")).isEmpty();

        var whole = state(questionnaire, "q1", "#w3", "q2", "#w2");
        assertThat(whole.scores().getFirst().value()).isEqualByComparingTo("5");
        assertThat(whole.values("total")).containsExactly(new Value.Whole(5));
        assertThat(whole.tally(List.of("q1", "q2", "q3"))).isEqualTo(new State.Tally(BigDecimal.valueOf(5), 2, 3));
    }

    @Test
    void computed_values_follow_each_other_whatever_their_order() {
        var questionnaire = read(calculated("c", "decimal", "%resource.item.where(linkId='b').answer.value * 2") + "," + calculated("b", "decimal", "%resource.item.where(linkId='a').answer.value + 1") + "," + item("a", "decimal", "")
                + "," + item("shown", "string", ",'enableWhen':[" + when("c", ">", "Decimal':5") + "]"));

        assertThat(asked(state(questionnaire, "a", 1.0))).isEqualTo("c b a");
        assertThat(state(questionnaire, "a", 2.0).values("c").getFirst().counted()).isEqualByComparingTo("6");
        assertThat(asked(state(questionnaire, "a", 2.0))).isEqualTo("c b a shown");
    }

    @Test
    void a_value_put_in_place_of_a_computed_one_stays_until_it_is_taken_back() {
        var questionnaire = read(item("a", "integer", "") + "," + calculated("b", "integer", "%resource.item.where(linkId='a').answer.value + 1"));

        assertThat(state(questionnaire, "a", 1, "b", 7).values("b")).containsExactly(new Value.Whole(7));
        assertThat(engine.state(questionnaire, filled("a", 1, "b", 7).without(Place.of("b")), Launch.NONE).values("b")).containsExactly(new Value.Whole(2));
    }

    @Test
    void conditions_and_answers_offered_can_be_computed() {
        var questionnaire = read(item("n", "integer", "") + "," + item("big", "string", ",'extension':[" + expression(Urls.ENABLE_WHEN, "", "%resource.item.where(linkId='n').answer.value > 10") + "]")
                + "," + item("pick", "choice", ",'extension':[" + expression(Urls.ANSWERS, "", "%resource.item.where(linkId='name').answer.value") + "]") + "," + item("name", "string", ",'repeats':true"));

        assertThat(asked(state(questionnaire, "n", 11))).isEqualTo("n big pick name");
        var state = state(questionnaire, "n", 1, "name@1", "Ann", "name@2", "Bea", "pick", "Cid");
        assertThat(asked(state)).isEqualTo("n pick name");
        assertThat(state.fields().get(2).options()).extracting(it -> it.text().plain()).containsExactly("Ann", "Bea");
        assertThat(problems(state, Problem.Kind.WRONG)).containsExactly("pick");
    }

    @Test
    void answers_keep_to_their_limits() {
        var questionnaire = read(item("must", "string", ",'required':true") + "," + item("short", "string", ",'maxLength':3")
                + "," + item("few", "integer", ",'extension':[{'url':'%s','valueInteger':1},{'url':'%s','valueInteger':5}]".formatted(Urls.LEAST, Urls.GREATEST))
                + "," + item("zip", "string", ",'extension':[{'url':'%s','valueString':'[0-9]{5}'},{'url':'%s','valueString':'12345'}]".formatted(Urls.REGEX, Urls.EXAMPLE))
                + "," + item("money", "decimal", ",'extension':[{'url':'%s','valueInteger':2}]".formatted(Urls.DECIMALS)) + "," + weighted("one", false) + "," + item("web", "url", ""));

        var state = state(questionnaire, "short", "long", "few", 6, "zip", "1234", "money", 1.234, "one", "#other", "web", new Value.Link("javascript:alert(1)"));

        assertThat(problems(state, Problem.Kind.MISSING)).containsExactly("must");
        assertThat(problems(state, Problem.Kind.WRONG)).containsExactly("short", "few", "zip", "money", "one", "web");
        assertThat(state(questionnaire, "must", "here", "short", "abc", "few", 5, "zip", "12345", "money", 1.23, "one", "#w1", "web", new Value.Link("https://example.org")).problems()).isEmpty();
    }

    @Test
    void the_client_and_the_last_response_fill_in_what_they_can() {
        var questionnaire = read("'extension':[{'url':'%s','extension':[{'url':'name','valueCoding':{'code':'patient'}},{'url':'type','valueCode':'Patient'}]},{'url':'%s','extension':[{'url':'name','valueId':'last'},{'url':'type','valueCode':'QuestionnaireResponse'}]}],"
                        .formatted(Urls.LAUNCH, Urls.LAUNCH),
                item("name", "string", ",'extension':[" + expression(Urls.INITIAL, "", "%patient.name.first().family") + "]") + "," + item("size", "integer", ",'extension':[" + expression(Urls.INITIAL, "", "%last.item.where(linkId='size').answer.value") + "]")
                        + "," + item("country", "string", ",'initial':[{'valueString':'US'}]")
                        + "," + item("contact", "group", ",'repeats':true,'extension':[" + expression(Urls.POPULATION, "c", "%patient.contact") + "],'item':[" + item("who", "string", ",'extension':[" + expression(Urls.INITIAL, "", "%c.name.text") + "]") + "]"));
        var launch = Launch.NONE.with("patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Asante\"}],\"contact\":[{\"name\":{\"text\":\"Efua\"}},{\"name\":{\"text\":\"Kofi\"}}]}")
                .with("last", "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"item\":[{\"linkId\":\"size\",\"answer\":[{\"valueInteger\":4}]}]}");

        assertThat(engine.begin(questionnaire, launch).values()).isEqualTo(filled("name", "Asante", "size", 4, "country", "US", "who@1", "Efua", "who@2", "Kofi").values());
        assertThat(engine.populate(questionnaire, filled("name", "Own"), launch).at(Place.of("name"))).isEqualTo(new Value.Words("Own"));
    }

    @Test
    void answers_become_observations_where_the_questionnaire_says_so() {
        var questionnaire = read(item("weight", "decimal", ",'code':[{'system':'http://loinc.org','code':'29463-7'}],'extension':[{'url':'%s','valueBoolean':true},{'url':'%s','valueCoding':{'system':'http://unitsofmeasure.org','code':'kg'}}]".formatted(Urls.OBSERVATION, Urls.UNIT))
                + "," + item("note", "string", ",'code':[{'code':'n'}]"));

        var bundle = engine.extract(state(questionnaire, "weight", 70.5, "note", "private"), Launch.NONE.about("Patient/7", "Practitioner/3", "2026-11-24T04:00:00Z"));

        assertThat(bundle).contains("\"29463-7\"", "\"value\":70.5", "\"code\":\"kg\"", "Patient/7", "Practitioner/3").doesNotContain("private");
    }

    @Test
    void texts_are_read_in_the_language_one_asks_for() {
        var questionnaire = read("{'linkId':'a','type':'string','text':'How are you?','_text':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'es'},{'url':'content','valueString':'Que tal'}]}]}}");

        assertThat(questionnaire.languages()).containsExactly("en", "es");
        assertThat(questionnaire.items().getFirst().text().in(java.util.Locale.of("es", "MX"))).isEqualTo("Que tal");
        assertThat(questionnaire.items().getFirst().text().in(java.util.Locale.FRENCH)).isEqualTo("How are you?");
    }
}
