package org.casebridge.questionnaires;

import java.math.BigDecimal;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.jspecify.annotations.Nullable;

/** Which values a question of a type takes. hl7.org/fhir/R4/questionnaireresponse.html (invariants of answer.value) */
final class Kinds {

    private Kinds() {}

    /** The value as the type has it (a whole number is a decimal too), or null when it is of another kind. */
    static @Nullable Value as(Type type, Value value) {
        return switch (type) {
            case GROUP, DISPLAY -> null;
            case BOOLEAN -> value instanceof Value.Truth ? value : null;
            case DECIMAL -> value instanceof Value.Decimal ? value : value instanceof Value.Whole(int number) ? new Value.Decimal(BigDecimal.valueOf(number)) : null;
            case INTEGER -> value instanceof Value.Whole ? value : value instanceof Value.Decimal(var number) && whole(number) ? new Value.Whole(number.intValue()) : null;
            case DATE -> value instanceof Value.Day ? value : value instanceof Value.Moment(var iso) && iso.length() >= 10 ? new Value.Day(iso.substring(0, 10)) : null;
            case DATE_TIME -> value instanceof Value.Moment ? value : value instanceof Value.Day(var iso) ? new Value.Moment(iso) : null;
            case TIME -> value instanceof Value.Clock ? value : null;
            case STRING, TEXT -> value instanceof Value.Words ? value : null;
            case URL -> value instanceof Value.Link ? value : value instanceof Value.Words(var text) ? new Value.Link(text) : null;
            case CHOICE, OPEN_CHOICE -> value instanceof Value.Truth || value instanceof Value.Amount || value instanceof Value.File ? null : value;
            case ATTACHMENT -> value instanceof Value.File ? value : null;
            case REFERENCE -> value instanceof Value.Pointer ? value : null;
            case QUANTITY -> value instanceof Value.Amount ? value : null;
        };
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
