package org.casebridge.questionnaires;

import java.math.BigDecimal;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.fhirpath.Weights;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** Values as HAPI's elements, and what expressions give as values. */
final class Elements {

    private Elements() {}

    static Type of(Value value) {
        return switch (value) {
            case Value.Truth(var yes) -> new BooleanType(yes);
            case Value.Whole(var number) -> new IntegerType(number);
            case Value.Decimal(var number) -> new DecimalType(number);
            case Value.Day(var iso) -> new DateType(iso);
            case Value.Moment(var iso) -> new DateTimeType(iso);
            case Value.Clock(var iso) -> new TimeType(iso);
            case Value.Words(var text) -> new StringType(text);
            case Value.Link(var address) -> new UriType(address);
            case Value.Coded it -> new Coding(it.system(), it.code(), it.display().isEmpty() ? null : it.display());
            case Value.Amount it -> new Quantity().setValue(it.number()).setUnit(it.unit()).setSystem(it.system()).setCode(it.code());
            case Value.File it -> new Attachment().setContentType(it.contentType()).setTitle(it.title()).setUrl(it.address());
            case Value.Pointer it -> new Reference(it.reference()).setDisplay(it.display());
        };
    }

    /** With what it counts in a score, for weight(). */
    static Type of(Value value, Item item) {
        var element = of(value);
        var option = value instanceof Value.Coded ? item.option(value) : null;
        if (option != null && option.weight() != null) {
            Weights.put(element, option.weight());
        }
        return element;
    }

    /** What the element says, in the type of the question; null when it says nothing of that kind. */
    static @Nullable Value value(Base element, Item item) {
        var value = value(element);
        var fitting = value == null ? null : Kinds.as(item.type(), value);
        if (value == null || fitting != null && !(fitting instanceof Value.Words && !item.options().isEmpty())) {
            return fitting;
        }
        return switch (item.type()) {
            case CHOICE, OPEN_CHOICE -> item.options().stream().filter(it -> it.value().shown().equals(value.shown()) || it.value() instanceof Value.Coded coded && coded.code().equals(value.shown()))
                    .map(Questionnaire.Option::value).findFirst().orElse(fitting);
            case STRING, TEXT -> new Value.Words(value.shown());
            case QUANTITY -> value.counted() == null ? null : amount(value.counted(), item);
            case INTEGER -> value.counted() == null ? null : Kinds.as(item.type(), new Value.Decimal(value.counted()));
            case DECIMAL -> value.counted() == null ? null : new Value.Decimal(value.counted());
            case DATE -> value instanceof Value.Words(var text) && Json.DAY.matcher(text).matches() ? new Value.Day(text) : null;
            default -> null;
        };
    }

    private static Value amount(BigDecimal number, Item item) {
        var units = item.limits().units();
        var unit = units.isEmpty() ? null : units.getFirst();
        return unit == null ? new Value.Amount(number, null, null, null) : new Value.Amount(number, unit.display().isEmpty() ? unit.code() : unit.display(), unit.system(), unit.code());
    }

    static @Nullable Value value(Base element) {
        return switch (element) {
            case BooleanType it -> new Value.Truth(it.booleanValue());
            case IntegerType it -> new Value.Whole(it.getValue());
            case DecimalType it -> Json.decimal(it.getValue());
            case DateType it -> new Value.Day(it.getValueAsString());
            case DateTimeType it -> new Value.Moment(it.getValueAsString());
            case InstantType it -> new Value.Moment(it.getValueAsString());
            case TimeType it -> new Value.Clock(it.getValue());
            case UriType it -> new Value.Link(it.getValue());
            case Coding it -> it.getCode() == null && it.getDisplay() == null ? null : coded(it.getSystem(), it.getCode(), it.getDisplay());
            case CodeableConcept it -> it.getCoding().isEmpty() ? it.getText() == null ? null : new Value.Words(it.getText()) : value(it.getCodingFirstRep());
            case ValueSet.ValueSetExpansionContainsComponent it -> coded(it.getSystem(), it.getCode(), it.getDisplay());
            case Quantity it -> it.getValue() == null ? null : new Value.Amount(it.getValue(), it.getUnit(), it.getSystem(), it.getCode());
            case Attachment it -> new Value.File(it.getContentType(), it.getTitle(), it.getUrl(), null);
            case Reference it -> new Value.Pointer(it.getReference() == null ? "" : it.getReference(), it.getDisplay());
            case QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent it -> it.hasValue() ? value(it.getValue()) : null;
            case org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent it -> it.hasValue() ? value(it.getValue()) : null;
            default -> element.isPrimitive() && element.primitiveValue() != null ? new Value.Words(element.primitiveValue()) : null;
        };
    }

    private static Value coded(@Nullable String system, @Nullable String code, @Nullable String display) {
        return new Value.Coded(system, code == null ? String.valueOf(display) : code, display == null ? "" : display);
    }
}
