package org.casebridge.questionnaires;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.fhirpath.FhirPath;
import org.casebridge.questionnaires.fhirpath.Scope;
import org.hl7.fhir.r4.model.Base;
import org.jspecify.annotations.Nullable;

/** What %names stand for at one item: its variables, then those of the items above it, then the questionnaire's, then what everybody knows. Each is worked out once. */
final class Surroundings implements Scope {

    private final @Nullable Surroundings outer;
    private final @Nullable Item item;
    private final List<Formula> variables;
    private final Base resource;
    private final Base context;
    private final Function<String, @Nullable List<Base>> everywhere;
    private final Map<String, List<Base>> known = new HashMap<>();
    private final Set<String> asking = new HashSet<>();

    private Surroundings(@Nullable Surroundings outer, @Nullable Item item, List<Formula> variables, Base resource, Base context, Function<String, @Nullable List<Base>> everywhere) {
        this.outer = outer;
        this.item = item;
        this.variables = variables;
        this.resource = resource;
        this.context = context;
        this.everywhere = everywhere;
    }

    static Surroundings root(List<Formula> variables, Base resource, Function<String, @Nullable List<Base>> everywhere) {
        return new Surroundings(null, null, variables, resource, resource, everywhere);
    }

    Surroundings inside(Item item, Base context) {
        return new Surroundings(this, item, item.computing().variables(), resource, context, everywhere);
    }

    /** In here the name stands for this. */
    Surroundings know(String name, List<Base> values) {
        known.put(name, values);
        return this;
    }

    List<Base> evaluate(Formula formula) throws FhirPath.Failed {
        return FhirPath.evaluate(formula.compiled(), resource, context, this);
    }

    @Override
    public @Nullable List<Base> named(String name) throws FhirPath.Failed {
        if (name.equals("qitem") && item != null) {
            return everywhere.apply("qitem " + item.linkId());
        }
        var already = known.get(name);
        if (already != null) {
            return already;
        }
        for (var formula : variables.reversed()) {
            if (name.equals(formula.name()) && asking.add(name)) {
                try {
                    var values = evaluate(formula);
                    known.put(name, values);
                    return values;
                } finally {
                    asking.remove(name);
                }
            }
        }
        return outer != null ? outer.named(name) : name.equals("rootResource") ? List.of(resource) : everywhere.apply(name);
    }
}
