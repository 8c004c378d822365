package org.casebridge.questionnaires;

import java.util.List;
import java.util.stream.Stream;

/** When an item is asked. hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen */
public sealed interface Condition {

    enum Operator {
        EQUAL("="), DIFFERENT("!="), MORE(">"), LESS("<"), AT_LEAST(">="), AT_MOST("<=");

        private final String code;

        Operator(String code) { this.code = code; }

        public String code() { return code; }
    }

    record Always() implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    /** Whether the question was answered at all, or was not. */
    record Answered(String question, boolean expected) implements Condition {}

    /** Whether one of the question's answers compares so; with {@link Operator#DIFFERENT}, whether it was answered and none of the answers is this. */
    record Compared(String question, Operator operator, Value value) implements Condition {}

    record Computed(Formula formula) implements Condition {}

    Condition ALWAYS = new Always();

    /** The link ids of the questions that decide. */
    default Stream<String> questions() {
        return switch (this) {
            case Always _ -> Stream.empty();
            case All(var conditions) -> conditions.stream().flatMap(Condition::questions);
            case Any(var conditions) -> conditions.stream().flatMap(Condition::questions);
            case Answered it -> Stream.of(it.question());
            case Compared it -> Stream.of(it.question());
            case Computed it -> it.formula().mentions().stream();
        };
    }

    default Stream<Formula> formulas() {
        return switch (this) {
            case All(var conditions) -> conditions.stream().flatMap(Condition::formulas);
            case Any(var conditions) -> conditions.stream().flatMap(Condition::formulas);
            case Computed it -> Stream.of(it.formula());
            default -> Stream.empty();
        };
    }
}
