package org.casebridge.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebridge.questionnaires.EngineTest.calculated;
import static org.casebridge.questionnaires.EngineTest.expression;
import static org.casebridge.questionnaires.EngineTest.filled;
import static org.casebridge.questionnaires.EngineTest.item;
import static org.casebridge.questionnaires.EngineTest.read;
import static org.casebridge.questionnaires.EngineTest.when;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in is refused by name and place; nothing fails, nothing runs for ever. */
class BadInputTest {

    private final Engine engine = new Engine();

    private static List<String> refusals(String json) {
        var reading = QuestionnaireReader.read(json.replace('\'', '"').replace('`', '\''));
        return reading instanceof Reading.Refused refused ? refused.refusals().stream().map(it -> it.feature() + " at " + it.item()).toList() : List.of();
    }

    private static List<String> refused(String items) {
        return refusals("{'resourceType':'Questionnaire','item':[" + items + "]}");
    }

    @Test
    void conditions_in_a_circle_are_refused_with_the_circle() {
        assertThat(refused(item("a", "boolean", ",'enableWhen':[" + when("c", "=", "Boolean':true") + "]") + "," + item("b", "boolean", ",'enableWhen':[" + when("a", "=", "Boolean':true") + "]")
                + "," + item("c", "boolean", ",'enableWhen':[" + when("b", "=", "Boolean':true") + "]"))).containsExactly("enableWhen at a");
        assertThat(refused(item("g", "group", ",'enableWhen':[" + when("inner", "=", "Boolean':true") + "],'item':[" + item("inner", "boolean", "") + "]"))).containsExactly("enableWhen at g");
        assertThat(refused(item("a", "boolean", ",'enableWhen':[" + when("gone", "=", "Boolean':true") + "]"))).containsExactly("enableWhen at a");
    }

    @Test
    void values_computed_in_a_circle_are_refused() {
        assertThat(refused(calculated("a", "integer", "%resource.item.where(linkId='b').answer.value") + "," + calculated("b", "integer", "%resource.item.where(linkId='a').answer.value + 1"))).containsExactly("calculatedExpression at a");
    }

    @Test
    void a_value_that_never_comes_to_rest_is_named() {
        var questionnaire = read(item("n", "integer", "") + "," + item("flips", "boolean", ",'extension':[" + expression(Urls.ENABLE_WHEN, "", "%resource.item.answer.value.count() < 2") + "],'initial':[{'valueBoolean':true}]"));

        var state = engine.state(questionnaire, filled("n", 1, "flips", true), Launch.NONE);

        assertThat(state.fields()).hasSize(2);
    }

    @Test
    void ten_thousand_items_are_refused_and_two_thousand_are_not() {
        assertThat(refused(many(10_000))).containsExactly("item at q5000");
        assertThat(refused(many(2_000))).isEmpty();
    }

    static String many(int items) {
        return IntStream.range(0, items).mapToObj(it -> item("q" + it, "string", "")).collect(Collectors.joining(","));
    }

    @Test
    void what_is_no_questionnaire_is_refused() {
        assertThat(refusals("not json")).containsExactly("json at ");
        assertThat(refusals("[]")).containsExactly("resourceType at ");
        assertThat(refusals("null")).containsExactly("resourceType at ");
        assertThat(refusals("{'resourceType':'Patient'}")).containsExactly("resourceType at ");
        assertThat(refusals("{'resourceType':'Questionnaire','title':'" + "x".repeat(20_000_000) + "'}")).containsExactly("size at ");
        assertThat(refusals("[".repeat(100_000))).containsExactly("json at ");
        assertThat(refused("{'linkId':'deep','type':'group','item':[".repeat(40) + item("x", "string", "") + "]}".repeat(40))).contains("linkId at deep");
    }

    @Test
    void items_that_cannot_be_understood_are_refused_by_their_link_id() {
        assertThat(refused(item("a", "telepathy", "") + "," + item("b", "string", "") + "," + item("b", "string", "") + ",{'type':'string'}," + item("c", "choice", "") + "," + item("d", "choice", ",'answerValueSet':'http://example.org/gone'")))
                .containsExactly("type at a", "linkId at b", "linkId at ", "answerOption at c", "answerValueSet at d");
        assertThat(refused(item("a", "string", ",'modifierExtension':[{'url':'http://example.org/not-this','valueBoolean':true}]"))).containsExactly("not-this at a");
        assertThat(refused(item("a", "string", ",'extension':[{'url':'%s','valueString':'['}]".formatted(Urls.REGEX)))).containsExactly("regex at a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +", "item.where(", "nosuchfunction()", "%nowhere + 1", "(((((((((("})
    void expressions_that_cannot_be_read_are_refused(String fhirpath) {
        assertThat(refused(calculated("a", "integer", fhirpath))).hasSize(1).allMatch(it -> it.endsWith(" at a"));
    }

    @Test
    void deep_expressions_are_refused() {
        assertThat(refused(calculated("a", "integer", "(".repeat(5_000) + "1" + ")".repeat(5_000)))).containsExactly("calculatedExpression at a");
        assertThat(refused(calculated("a", "integer", "1" + "+1".repeat(20_000)))).containsExactly("calculatedExpression at a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.repeat(iif(true, $this + 1, {}))", "(1 | 2 | 3).repeat(iif(true, $this * 3 + 1, {})).count()", "`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab`.matches(`^(a+)+$`)",
            "`a`.repeat(iif(true, $this & $this, {})).count()"})
    @Timeout(20)
    void expressions_that_never_end_are_given_up_by_name(String fhirpath) {
        var questionnaire = read(item("n", "integer", "") + "," + calculated("forever", "integer", fhirpath) + "," + calculated("fine", "integer", "%resource.item.where(linkId='n').answer.value"));
        var began = System.nanoTime();

        var state = engine.state(questionnaire, filled("n", 5), Launch.NONE);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
        assertThat(state.problems()).extracting(it -> it.place() + " " + it.kind()).contains("forever EXPRESSION");
    }

    @Test
    void a_regular_expression_that_never_ends_fits_nothing() {
        var questionnaire = read(item("a", "string", ",'extension':[{'url':'%s','valueString':'(a+)+'}]".formatted(Urls.REGEX)));

        assertThat(engine.state(questionnaire, filled("a", "a".repeat(40) + "b"), Launch.NONE).problems()).extracting(Problem::kind).containsExactly(Problem.Kind.WRONG);
    }

    @Test
    void answers_of_the_wrong_kind_or_to_unknown_questions_are_left_out_and_named() {
        var questionnaire = read(item("n", "integer", "") + "," + item("g", "group", ",'item':[" + item("s", "string", "") + "]"));

        var read = Filling.from(questionnaire, """
                {"resourceType":"QuestionnaireResponse","item":[{"linkId":"n","answer":[{"valueString":"five"}]},{"linkId":"gone","answer":[{"valueString":"x"}]},
                {"linkId":"s","answer":[{"valueString":"not at the top"}]},{"linkId":"n","answer":[{"valueInteger":1},{"valueInteger":2}]}]}""");

        assertThat(read.problems()).extracting(it -> it.place() + " " + it.kind()).containsExactly("n WRONG", "gone UNKNOWN", "s UNKNOWN", "n WRONG");
        assertThat(Filling.from(questionnaire, "{\"resourceType\":\"Patient\"}").problems()).hasSize(1);
        assertThat(Filling.from(questionnaire, "nonsense").problems()).hasSize(1);
        assertThat(engine.state(questionnaire, filled("n@3", 1, "n@99999", 2, "gone", "x"), Launch.NONE).problems()).extracting(Problem::kind).containsOnly(Problem.Kind.UNKNOWN);
    }

    @Test
    void numbers_beyond_measure_are_no_answers() {
        var questionnaire = read(item("n", "decimal", ""));

        assertThat(Filling.from(questionnaire, "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{\"linkId\":\"n\",\"answer\":[{\"valueDecimal\":1e999999999}]}]}").problems()).hasSize(1);
    }
}
