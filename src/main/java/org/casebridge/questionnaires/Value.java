package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer. Days and moments keep the precision they were given with (2026, 2026-11), so they are text in FHIR's form
 * (hl7.org/fhir/R4/datatypes.html); everything else is what it says.
 */
public sealed interface Value {

    record Truth(boolean yes) implements Value {}

    record Whole(int number) implements Value {}

    record Decimal(BigDecimal number) implements Value {}

    record Day(String iso) implements Value {}

    record Moment(String iso) implements Value {}

    record Clock(String iso) implements Value {}

    record Words(String text) implements Value {}

    record Link(String address) implements Value {}

    /** Equal when system and code are, whatever they are displayed as. */
    record Coded(@Nullable String system, String code, String display) implements Value {

        /** The same answer; one that names no system fits any. */
        public boolean fits(Coded other) {
            return code.equals(other.code) && (system == null || other.system == null || system.equals(other.system));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Coded it && code.equals(it.code) && Objects.equals(system, it.system);
        }

        @Override
        public int hashCode() {
            return code.hashCode();
        }
    }

    /** {@code unit} is what people read, {@code code} what machines do (UCUM). */
    record Amount(BigDecimal number, @Nullable String unit, @Nullable String system, @Nullable String code) implements Value {}

    /** A file: where it lies, or its content in base64. */
    record File(@Nullable String contentType, @Nullable String title, @Nullable String address, @Nullable String data) implements Value {

        public long bytes() {
            return data == null ? 0 : data.length() * 3L / 4;
        }
    }

    record Pointer(String reference, @Nullable String display) implements Value {}

    /** As FHIR writes it: {@code {"valueInteger":3}}. */
    default String json() {
        var holder = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        Json.put(holder, "value", this);
        return Json.MAPPER.writeValueAsString(holder);
    }

    /** Reads what {@link #json} wrote; null for anything else. */
    static @Nullable Value read(String json) {
        return Json.value(Json.MAPPER.readTree(json), "value");
    }

    /** What a person reads, in no particular language. */
    default String shown() {
        return switch (this) {
            case Truth it -> Boolean.toString(it.yes);
            case Whole it -> Integer.toString(it.number);
            case Decimal it -> it.number.toPlainString();
            case Day it -> it.iso;
            case Moment it -> it.iso;
            case Clock it -> it.iso;
            case Words it -> it.text;
            case Link it -> it.address;
            case Coded it -> it.display.isEmpty() ? it.code : it.display;
            case Amount it -> it.number.toPlainString() + (it.unit != null ? " " + it.unit : it.code != null ? " " + it.code : "");
            case File it -> it.title != null ? it.title : it.address != null ? it.address : "";
            case Pointer it -> it.display != null ? it.display : it.reference;
        };
    }

    /** Its number, if it is one. */
    default @Nullable BigDecimal counted() {
        return switch (this) {
            case Whole it -> BigDecimal.valueOf(it.number);
            case Decimal it -> it.number;
            case Amount it -> it.number;
            default -> null;
        };
    }
}
