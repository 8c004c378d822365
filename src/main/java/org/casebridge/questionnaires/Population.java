package org.casebridge.questionnaires;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.fhirpath.FhirPath;
import org.casebridge.questionnaires.fhirpath.Patience;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** Finds first answers. An expression that fails or does not end leaves its question open, as if nothing had been found. hl7.org/fhir/uv/sdc/populate.html */
final class Population {

    private final Questionnaire questionnaire;
    private final Launch launch;
    private final Map<Place, Value> values = new HashMap<>();
    private final Map<Place, Integer> rows = new HashMap<>();

    private Population(Questionnaire questionnaire, Launch launch) {
        this.questionnaire = questionnaire;
        this.launch = launch;
    }

    static Filling begin(Questionnaire questionnaire, Launch launch) {
        var population = new Population(questionnaire, launch);
        population.initial(questionnaire.items(), List.of());
        var brought = new Filling(population.values, population.rows);
        if (!questionnaire.index().formulas()) {
            return brought;
        }
        try {
            return Patience.within(() -> {
                var sheet = new Sheet(questionnaire, brought);
                sheet.decide();
                var root = Surroundings.root(questionnaire.variables(), Mirror.of(sheet, launch), population::everywhere);
                population.found(questionnaire.items(), List.of(), root);
                return new Filling(population.values, population.rows);
            });
        } catch (Patience.RanOut endless) {
            return brought;
        }
    }

    private void initial(List<Item> items, List<Integer> turns) {
        for (var item : items) {
            put(item, turns, item.initial());
            initial(item.items(), item.repeats() ? new Place(item.linkId(), turns).turn(1).turns() : turns);
        }
    }

    private void found(List<Item> items, List<Integer> turns, Surroundings outer) {
        for (var item : items) {
            var here = outer.inside(item, new QuestionnaireResponseItemComponent().setLinkIdElement(new org.hl7.fhir.r4.model.StringType(item.linkId())));
            var population = item.computing().population();
            if (population != null) {
                var contexts = evaluate(here, population);
                for (int i = 0; i < Math.max(1, Math.min(contexts.size(), item.repeats() ? Filling.MOST_ROWS : 1)); i++) {
                    var inside = outer.inside(item, new QuestionnaireResponseItemComponent()).know(String.valueOf(population.name()), contexts.isEmpty() ? List.of() : List.of(contexts.get(i)));
                    found(item.items(), item.repeats() ? new Place(item.linkId(), turns).turn(i + 1).turns() : turns, inside);
                }
                continue;
            }
            if (item.computing().initial() instanceof Formula formula && item.type().asks()) {
                put(item, turns, evaluate(here, formula).stream().map(it -> Elements.value(it, item)).filter(Objects::nonNull).toList());
            }
            found(item.items(), item.repeats() ? new Place(item.linkId(), turns).turn(1).turns() : turns, here);
        }
    }

    private void put(Item item, List<Integer> turns, List<Value> found) {
        var field = new Place(item.linkId(), turns);
        for (int i = 0; i < Math.min(found.size(), item.repeats() ? Filling.MOST_ROWS : 1); i++) {
            values.put(item.repeats() ? field.turn(i + 1) : field, found.get(i));
        }
    }

    private static List<Base> evaluate(Surroundings here, Formula formula) {
        try {
            return here.evaluate(formula);
        } catch (FhirPath.Failed nothing) {
            return List.of();
        }
    }

    private List<Base> everywhere(String name) {
        return name.equals("questionnaire") ? questionnaire.source().questionnaire()
                : name.startsWith("qitem ") ? questionnaire.source().item(name.substring("qitem ".length())) : Objects.requireNonNullElse(launch.named(name), List.of());
    }
}
