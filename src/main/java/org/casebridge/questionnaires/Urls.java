package org.casebridge.questionnaires;

import java.util.Set;

/** The extensions that are understood, by address. hl7.org/fhir/uv/sdc (STU 4.0), hl7.org/fhir/extensions */
final class Urls {

    static final String FHIR = "http://hl7.org/fhir/StructureDefinition/";
    static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    static final String VARIABLE = FHIR + "variable";
    static final String LAUNCH = SDC + "launchContext";
    static final String CALCULATED = SDC + "calculatedExpression";
    static final String INITIAL = SDC + "initialExpression";
    static final String OLD_INITIAL = FHIR + "questionnaire-initialExpression";
    static final String ENABLE_WHEN = SDC + "enableWhenExpression";
    static final String ANSWERS = SDC + "answerExpression";
    static final String POPULATION = SDC + "itemPopulationContext";
    static final String CONTROL = FHIR + "questionnaire-itemControl";
    static final String ORIENTATION = FHIR + "questionnaire-choiceOrientation";
    static final String HIDDEN = FHIR + "questionnaire-hidden";
    static final String UNIT = FHIR + "questionnaire-unit";
    static final String UNIT_OPTION = FHIR + "questionnaire-unitOption";
    static final String UNIT_SET = FHIR + "questionnaire-unitValueSet";
    static final String UNIT_OPEN = SDC + "unitOpen";
    static final String PREFIX = FHIR + "questionnaire-optionPrefix";
    static final String EXCLUSIVE = FHIR + "questionnaire-optionExclusive";
    static final String ORDINAL = FHIR + "ordinalValue";
    static final String WEIGHT = FHIR + "itemWeight";
    static final String CATEGORY = FHIR + "questionnaire-displayCategory";
    static final String LEAST = FHIR + "minValue";
    static final String GREATEST = FHIR + "maxValue";
    static final String LEAST_AMOUNT = SDC + "minQuantity";
    static final String GREATEST_AMOUNT = SDC + "maxQuantity";
    static final String SHORTEST = FHIR + "minLength";
    static final String DECIMALS = FHIR + "maxDecimalPlaces";
    static final String REGEX = FHIR + "regex";
    static final String FEWEST = FHIR + "questionnaire-minOccurs";
    static final String MOST = FHIR + "questionnaire-maxOccurs";
    static final String EXAMPLE = FHIR + "entryFormat";
    static final String SLIDER_STEP = FHIR + "questionnaire-sliderStepValue";
    static final String COLUMNS = SDC + "columnCount";
    static final String MIME = FHIR + "mimeType";
    static final String BYTES = FHIR + "maxSize";
    static final String CONSTRAINT = FHIR + "targetConstraint";
    static final String OLD_CONSTRAINT = FHIR + "questionnaire-constraint";
    static final String OBSERVATION = SDC + "observationExtract";
    static final String OBSERVATION_CATEGORY = SDC + "observation-extract-category";
    static final String DEFINITION = SDC + "definitionExtract";
    static final String DEFINITION_VALUE = SDC + "definitionExtractValue";
    static final String ALLOCATE = SDC + "extractAllocateId";
    static final String OLD_DEFINITION = SDC + "itemExtractionContext";

    static final String ADAPTIVE = SDC + "questionnaireAdaptive";
    static final String SUB = SDC + "subQuestionnaire";
    static final String EXPECTATION = SDC + "assemble-expectation";
    static final String ASSEMBLE_CONTEXT = SDC + "assembleContext";
    static final String CQF = FHIR + "cqf-expression";
    static final String TOGGLE = SDC + "answerOptionsToggleExpression";
    static final String REPEATS_ANSWER = FHIR + "questionnaire-answerRepeats";
    static final String SIGNATURE = FHIR + "questionnaire-signatureRequired";

    /** Without these the questionnaire would mean something else, and they are not done here. */
    static final Set<String> NEEDED_AND_MISSING = Set.of(ADAPTIVE, TOGGLE);

    static final Set<String> DONE = Set.of(VARIABLE, LAUNCH, CALCULATED, INITIAL, OLD_INITIAL, ENABLE_WHEN, ANSWERS, POPULATION, CONTROL, ORIENTATION, HIDDEN, UNIT, UNIT_OPTION, UNIT_SET, UNIT_OPEN, PREFIX,
            EXCLUSIVE, ORDINAL, WEIGHT, CATEGORY, LEAST, GREATEST, LEAST_AMOUNT, GREATEST_AMOUNT, SHORTEST, DECIMALS, REGEX, FEWEST, MOST, EXAMPLE, SLIDER_STEP, COLUMNS, MIME, BYTES, CONSTRAINT, OLD_CONSTRAINT,
            OBSERVATION, OBSERVATION_CATEGORY, DEFINITION, DEFINITION_VALUE, ALLOCATE, OLD_DEFINITION, EXPECTATION, ASSEMBLE_CONTEXT, SUB);

    private Urls() {}

    /** The last part of an address: what people call the extension. */
    static String name(String url) {
        var last = url.substring(url.lastIndexOf('/') + 1);
        return last.startsWith("sdc-questionnaire-") ? last.substring("sdc-questionnaire-".length()) : last.startsWith("questionnaire-") ? last.substring("questionnaire-".length()) : last;
    }
}
