package org.casebridge.questionnaires;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Refuses expressions that ask for a %name which stands for nothing where they are. */
final class Names {

    /** What FHIR (hl7.org/fhir/R4/fhirpath.html#variables) and SDC define, and those nearly every host hands in. */
    private static final Set<String> ALWAYS = Set.of("resource", "rootResource", "context", "questionnaire", "qitem", "ucum", "sct", "loinc", "patient", "user", "encounter", "us-zip");

    private final Findings found;
    private final Set<String> everywhere;

    private Names(Questionnaire questionnaire, Findings found) {
        this.found = found;
        everywhere = new HashSet<>(ALWAYS);
        everywhere.addAll(questionnaire.launch().keySet());
        everywhere.addAll(questionnaire.index().plan().named().keySet());
        everywhere.addAll(questionnaire.extraction().allocated());
        everywhere.addAll(found.handedIn);
    }

    static void check(Questionnaire questionnaire, Findings found) {
        if (!questionnaire.index().formulas()) {
            return;
        }
        var names = new Names(questionnaire, found);
        var scope = names.and(names.everywhere, questionnaire.variables(), null);
        questionnaire.variables().forEach(it -> names.known("", it, scope));
        questionnaire.constraints().forEach(it -> names.known("", it.formula(), scope));
        questionnaire.items().forEach(it -> names.check(it, scope));
    }

    private void check(Questionnaire.Item item, Set<String> outer) {
        var computing = item.computing();
        var scope = and(outer, computing.variables(), computing.population());
        scope.addAll(item.extraction().allocated());
        Stream.of(computing.variables().stream(), Stream.ofNullable(computing.population()), Stream.ofNullable(computing.initial()), Stream.ofNullable(computing.calculated()),
                Stream.ofNullable(computing.options()), item.when().formulas(), item.limits().constraints().stream().map(Questionnaire.Constraint::formula))
                .flatMap(it -> it).forEach(it -> known(item.linkId(), it, scope));
        item.items().forEach(it -> check(it, scope));
    }

    private Set<String> and(Set<String> outer, List<Formula> variables, @Nullable Formula population) {
        var scope = new HashSet<>(outer);
        variables.forEach(it -> scope.add(String.valueOf(it.name())));
        if (population != null) {
            scope.add(String.valueOf(population.name()));
        }
        return scope;
    }

    private void known(String item, Formula formula, Set<String> scope) {
        for (var name : formula.names()) {
            if (!scope.contains(name) && !name.startsWith("vs-") && !name.startsWith("ext-")) {
                found.reject(item, "expression", Sentence.of("The expression asks for %{name}, which is defined nowhere.", name));
            }
        }
    }
}
