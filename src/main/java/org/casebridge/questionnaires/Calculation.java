package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Sheet.Line;
import org.casebridge.questionnaires.Sheet.Row;
import org.casebridge.questionnaires.fhirpath.FhirPath;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;

/** Works out everything on a sheet that is computed, round by round until nothing changes any more. */
final class Calculation {

    /** Conditions and values may wait for each other a few times; what has not settled by then never will. */
    private static final int MOST_ROUNDS = 10;

    private final Sheet sheet;
    private final Launch launch;
    private final Map<Line, CountedScore> scores = new LinkedHashMap<>();
    private final Map<Place, Problem> failures = new LinkedHashMap<>();
    private final Map<Formula, Sentence> givenUp = new IdentityHashMap<>();
    private final Map<Object, Surroundings> surroundings = new IdentityHashMap<>();
    private QuestionnaireResponse mirror = new QuestionnaireResponse();
    private volatile @Nullable Line current;

    Calculation(Sheet sheet, Launch launch) {
        this.sheet = sheet;
        this.launch = launch;
    }

    void run() {
        for (int round = 1; ; round++) {
            sheet.decide();
            reflect();
            boolean changed = conditions();
            if (changed) {
                sheet.decide();
                reflect();
            }
            var computed = values();
            if (!changed && !again(computed)) {
                break;
            }
            if (round == MOST_ROUNDS) {
                computed.forEach(it -> failures.put(it.place, new Problem(it.place, Problem.Kind.EXPRESSION, Sentence.of("What is computed here never comes to rest."))));
                break;
            }
        }
        options();
        rules();
        sheet.problems.addAll(failures.values());
    }

    List<CountedScore> scores() {
        return List.copyOf(scores.values());
    }

    /** Where it is at; for naming what is given up. */
    Place place() {
        var line = current;
        return line == null ? Place.of("") : line.place;
    }

    /** Whether anything could come out differently now. */
    private boolean again(List<Line> changed) {
        if (changed.isEmpty()) {
            return false;
        }
        var plan = sheet.questionnaire.index().plan();
        var asked = new IdentityHashMap<Line, Boolean>();
        sheet.byItem.values().forEach(all -> all.forEach(it -> asked.put(it, it.asked)));
        sheet.decide();
        return !plan.wide().isEmpty() || asked.entrySet().stream().anyMatch(it -> it.getKey().asked != it.getValue())
                || sheet.questionnaire.index().items().values().stream().anyMatch(it -> it.when().formulas().findAny().isPresent());
    }

    private void reflect() {
        mirror = Mirror.of(sheet, launch);
        surroundings.clear();
    }

    private boolean conditions() {
        boolean changed = false;
        for (var item : sheet.questionnaire.index().items().values()) {
            for (var formula : item.when().formulas().toList()) {
                for (var line : sheet.byItem.getOrDefault(item.linkId(), List.of())) {
                    boolean holds = evaluate(line, formula) instanceof List<Base> values && truth(values);
                    changed |= holds != line.conditionHolds;
                    line.conditionHolds = holds;
                }
            }
        }
        return changed;
    }

    private List<Line> values() {
        var changed = new ArrayList<Line>();
        var plan = sheet.questionnaire.index().plan();
        boolean stale = false;
        for (var item : plan.computed()) {
            if (stale && (plan.wide().contains(item.linkId()) || !plan.uses().get(item.linkId()).isEmpty())) {
                reflect();
                stale = false;
            }
            for (var line : sheet.byItem.getOrDefault(item.linkId(), List.of())) {
                if (line.asked && value(line)) {
                    changed.add(line);
                    stale = true;
                }
            }
        }
        if (stale) {
            reflect();
        }
        return changed;
    }

    private boolean value(Line line) {
        var item = line.item;
        line.own = !item.readOnly() && line.rows.stream().anyMatch(it -> sheet.filling.at(it.place) != null);
        if (line.own) {
            return false;
        }
        var results = evaluate(line, Objects.requireNonNull(item.computing().calculated()));
        var values = new ArrayList<Value>();
        for (var result : results == null ? List.<Base>of() : results) {
            if (Elements.value(result, item) instanceof Value value && values.size() < (item.repeats() ? Filling.MOST_ROWS : 1)) {
                values.add(value);
            } else if (values.isEmpty()) {
                failures.put(line.place, new Problem(line.place, Problem.Kind.EXPRESSION, Sentence.of("What is computed here is not {kind}.", item.type())));
            }
        }
        var score = Scoring.of(line, sheet, values.isEmpty() ? null : values.getFirst().counted());
        if (score != null) {
            scores.put(line, score);
            if (!score.valid()) {
                values.clear();
            }
        }
        return write(line, values);
    }

    private boolean write(Line line, List<Value> values) {
        boolean changed = line.rows.size() > Math.max(1, values.size());
        while (line.rows.size() > Math.max(1, values.size())) {
            line.rows.removeLast();
        }
        for (int i = 0; i < Math.max(1, values.size()); i++) {
            var row = i < line.rows.size() ? line.rows.get(i) : sheet.add(line, i + 1);
            var value = i < values.size() ? values.get(i) : null;
            changed |= !Objects.equals(row.value, value);
            row.value = value;
        }
        return changed;
    }

    private void options() {
        for (var item : sheet.questionnaire.index().items().values()) {
            var formula = item.computing().options();
            for (var line : formula == null ? List.<Line>of() : sheet.byItem.getOrDefault(item.linkId(), List.of())) {
                var offered = new LinkedHashMap<String, Questionnaire.Option>();
                for (var result : Objects.requireNonNullElse(evaluate(line, Objects.requireNonNull(formula)), List.<Base>of())) {
                    if (Elements.value(result) instanceof Value value) {
                        offered.putIfAbsent(value.shown(), new Questionnaire.Option(value, Text.of(value.shown()), Text.NONE, null, false, false));
                    }
                }
                line.options = List.copyOf(offered.values());
            }
        }
    }

    private void rules() {
        for (var rule : sheet.questionnaire.constraints()) {
            rule(rule, Place.of(""), () -> root().evaluate(rule.formula()));
        }
        for (var item : sheet.questionnaire.index().items().values()) {
            for (var rule : item.limits().constraints()) {
                for (var line : sheet.byItem.getOrDefault(item.linkId(), List.of())) {
                    if (line.asked && (!item.type().asks() || line.mirrored != null)) {
                        current = line;
                        rule(rule, line.place, () -> (item.type().asks() ? at(line) : at(line.rows.getFirst())).evaluate(rule.formula()));
                    }
                }
            }
        }
    }

    private interface Evaluation {

        List<Base> evaluate() throws FhirPath.Failed;
    }

    private void rule(Questionnaire.Constraint rule, Place place, Evaluation evaluation) {
        try {
            var values = evaluation.evaluate();
            if (!values.isEmpty() && !truth(values)) {
                sheet.problems.add(new Problem(place, rule.warning() ? Problem.Kind.WARNING : Problem.Kind.WRONG,
                        rule.human().isEmpty() ? Sentence.of("The rule “{rule}” is not kept.", rule.key()) : Sentence.of("{what}", rule.human().plain())));
            }
        } catch (FhirPath.Failed failed) {
            failures.put(place, new Problem(place, Problem.Kind.EXPRESSION, why(rule.formula(), failed)));
        }
    }

    /** Null when it failed, which is noted. */
    private @Nullable List<Base> evaluate(Line line, Formula formula) {
        current = line;
        var before = givenUp.get(formula);
        if (before != null) {
            failures.put(line.place, new Problem(line.place, Problem.Kind.EXPRESSION, before));
            return null;
        }
        try {
            var values = at(line).evaluate(formula);
            failures.remove(line.place);
            return values;
        } catch (FhirPath.Failed failed) {
            failures.put(line.place, new Problem(line.place, Problem.Kind.EXPRESSION, why(formula, failed)));
            return null;
        }
    }

    private Sentence why(Formula formula, FhirPath.Failed failed) {
        if (!failed.endless()) {
            return Sentence.of("The expression cannot be evaluated: {why}", String.valueOf(failed.getMessage()));
        }
        var given = Sentence.of("The expression does not end in reasonable time and was given up: {expression}", formula.text());
        givenUp.put(formula, given);
        return given;
    }

    private Surroundings root() {
        return surroundings.computeIfAbsent(this, _ -> Surroundings.root(sheet.questionnaire.variables(), mirror, this::everywhere));
    }

    private Surroundings at(Line line) {
        var known = surroundings.get(line);
        if (known == null) {
            known = (line.above == null ? root() : at(line.above)).inside(line.item, Mirror.context(line));
            surroundings.put(line, known);
        }
        return known;
    }

    private Surroundings at(Row row) {
        if (row.line.item.type().asks()) {
            return at(row.line);
        }
        var known = surroundings.get(row);
        if (known == null) {
            known = (row.line.above == null ? root() : at(row.line.above)).inside(row.line.item, Mirror.context(row));
            surroundings.put(row, known);
        }
        return known;
    }

    private List<Base> everywhere(String name) {
        if (name.equals("questionnaire")) {
            return sheet.questionnaire.source().questionnaire();
        }
        if (name.startsWith("qitem ")) {
            return sheet.questionnaire.source().item(name.substring("qitem ".length()));
        }
        if (sheet.questionnaire.index().plan().named().get(name) instanceof Item item) {
            var values = new ArrayList<Base>();
            sheet.byItem.getOrDefault(item.linkId(), List.of()).forEach(line -> line.rows.stream().filter(it -> it.value != null).forEach(it -> values.add(Elements.of(Objects.requireNonNull(it.value), item))));
            return values;
        }
        return Objects.requireNonNullElse(launch.named(name), List.of());
    }

    private static boolean truth(List<Base> values) {
        return values.size() == 1 && (values.getFirst() instanceof org.hl7.fhir.r4.model.BooleanType it ? it.booleanValue() : true);
    }
}
