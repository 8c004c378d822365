package org.casebridge.questionnaires.fhirpath;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * The names and functions HAPI does not bring: %variables by {@link Scope}, {@code weight()} and {@code ordinal()} of SDC 4.0, {@code sum min max avg toDate},
 * and {@code matches()} with a regular expression that can be stopped.
 */
final class Functions implements IHostApplicationServices {

    private static final Map<String, Integer> KNOWN = Map.ofEntries(Map.entry(Leash.CHECK, 0), Map.entry("weight", 0), Map.entry("ordinal", 0), Map.entry("sum", 0), Map.entry("min", 0),
            Map.entry("max", 0), Map.entry("avg", 0), Map.entry("toDate", 0), Map.entry(Guarded.MATCHES, 1));

    record Run(Scope scope, Leash leash) {}

    @Override
    public List<Base> resolveConstant(FHIRPathEngine engine, Object run, String name, FHIRPathConstantEvaluationMode mode) throws PathEngineException {
        if (mode != FHIRPathConstantEvaluationMode.EXPLICIT) {
            return List.of();
        }
        try {
            var values = ((Run) run).scope().named(name.startsWith("%") ? name.substring(1) : name);
            if (values == null) {
                throw new PathEngineException("%" + name + " stands for nothing");
            }
            return ((Run) run).leash().check(values);
        } catch (FhirPath.Failed failed) {
            if (failed.endless()) {
                throw new Leash.GivenUp();
            }
            throw new PathEngineException("%" + name + ": " + failed.getMessage());
        }
    }

    @Override
    public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
        var parameters = KNOWN.get(name);
        return parameters == null ? null : new FunctionDetails(name, parameters, parameters);
    }

    @Override
    public List<Base> executeFunction(FHIRPathEngine engine, Object run, List<Base> focus, String name, List<List<Base>> parameters) {
        return switch (name) {
            case Leash.CHECK -> ((Run) run).leash().check(focus);
            case Guarded.MATCHES -> matches(((Run) run).leash(), focus, parameters.getFirst());
            case "weight", "ordinal" -> focus.stream().filter(Weights::has).map(it -> (Base) number(Weights.of(it))).toList();
            case "toDate" -> focus.stream().filter(it -> it.primitiveValue() != null && it.primitiveValue().length() >= 4)
                    .map(it -> (Base) new DateType(it.primitiveValue().substring(0, Math.min(10, it.primitiveValue().length())))).toList();
            default -> numbers(name, focus);
        };
    }

    private static List<Base> numbers(String name, List<Base> focus) {
        var all = new ArrayList<BigDecimal>();
        for (var value : focus) {
            all.add(new BigDecimal(value.primitiveValue()));
        }
        if (all.isEmpty()) {
            return name.equals("sum") ? List.of(new IntegerType(0)) : List.of();
        }
        var sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(number(switch (name) {
            case "min" -> all.stream().reduce(BigDecimal::min).orElseThrow();
            case "max" -> all.stream().reduce(BigDecimal::max).orElseThrow();
            case "avg" -> sum.divide(BigDecimal.valueOf(all.size()), 8, RoundingMode.HALF_UP).stripTrailingZeros();
            default -> sum;
        }));
    }

    private static Element number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0 ? new IntegerType(value.intValue()) : new DecimalType(value);
    }

    private static List<Base> matches(Leash leash, List<Base> focus, List<Base> pattern) {
        if (focus.size() != 1 || pattern.size() != 1 || focus.getFirst().primitiveValue() == null) {
            return List.of();
        }
        try {
            return List.of(new BooleanType(Guarded.find(Pattern.compile(pattern.getFirst().primitiveValue(), Pattern.DOTALL), focus.getFirst().primitiveValue(), () -> leash.check(List.of()))));
        } catch (PatternSyntaxException wrong) {
            throw new PathEngineException("the regular expression cannot be read: " + wrong.getDescription());
        }
    }

    @Override
    public @Nullable TypeDetails resolveConstantType(FHIRPathEngine engine, Object run, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return true;
    }

    @Override
    public @Nullable TypeDetails checkFunction(FHIRPathEngine engine, Object run, String name, TypeDetails focus, List<TypeDetails> parameters) {
        return null;
    }

    @Override
    public @Nullable Base resolveReference(FHIRPathEngine engine, Object run, String url, Base from) {
        return null;
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object run, Base item, String url) {
        return false;
    }

    @Override
    public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object run, String url) {
        return null;
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }
}
