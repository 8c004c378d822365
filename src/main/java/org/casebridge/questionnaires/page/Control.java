package org.casebridge.questionnaires.page;

import org.casebridge.questionnaires.Questionnaire.Type;
import org.casebridge.questionnaires.State.Field;

/** What asks a question on a page. hl7.org/fhir/R4/codesystem-questionnaire-item-control.html */
public enum Control {
    GROUP, TABLE, WORDS, FIXED, RADIOS, CHECKS, LIST, LINE, AREA, NUMBER, SLIDER, DATE, MOMENT, TIME, ADDRESS, AMOUNT, FILE, POINTER;

    private static final int FEW = 7;

    /** As the questionnaire wishes where that suits the question, otherwise as people find it easiest. */
    public static Control of(Field field) {
        var item = field.item();
        if (item.type().asks() && (field.computed() || item.readOnly())) {
            return FIXED;
        }
        return switch (item.type()) {
            case GROUP -> (item.look().is("gtable") || item.look().is("table")) && item.repeats() && item.items().stream().allMatch(it -> it.type().asks() && it.items().isEmpty() && !it.repeats()) ? TABLE : GROUP;
            case DISPLAY -> WORDS;
            case BOOLEAN -> item.look().is("drop-down") ? LIST : RADIOS;
            case CHOICE, OPEN_CHOICE -> choice(field);
            case STRING, TEXT -> !field.options().isEmpty() ? choice(field) : item.type() == Type.STRING ? LINE : AREA;
            case DECIMAL, INTEGER -> item.look().is("slider") && item.limits().least() != null && item.limits().greatest() != null ? SLIDER : NUMBER;
            case DATE -> DATE;
            case DATE_TIME -> MOMENT;
            case TIME -> TIME;
            case URL -> ADDRESS;
            case QUANTITY -> AMOUNT;
            case ATTACHMENT -> FILE;
            case REFERENCE -> POINTER;
        };
    }

    private static Control choice(Field field) {
        var look = field.item().look();
        if (field.options().isEmpty()) {
            return LINE;
        }
        return field.item().repeats() ? CHECKS
                : look.is("drop-down") || look.is("autocomplete") || look.is("lookup") || field.options().size() > FEW && !look.is("radio-button") && !look.is("check-box") ? LIST : RADIOS;
    }

    /** Asks with a list of answers, whole: several are given in one field. */
    boolean several() {
        return this == CHECKS;
    }
}
