package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Constraint;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.fhirpath.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a FHIR R4 Questionnaire (JSON) whole, or refuses it by feature and item; it never fails on what is in the file. hl7.org/fhir/R4/questionnaire.html */
public final class QuestionnaireReader {

    /** What a server of 700 MB can take without its other users noticing; the largest published forms have some 2,000 items. */
    public static final int LARGEST = 10_000_000;
    public static final int MOST_ITEMS = 5_000;
    static final int DEEPEST = 30;

    private QuestionnaireReader() {}

    public static Reading read(String json) {
        return read(json, ValueSets.none());
    }

    /** With answer lists that are not in the questionnaire itself. */
    public static Reading read(String json, ValueSets atHand) {
        var found = new Findings();
        if (json.length() > LARGEST) {
            found.reject("", "size", Sentence.of("The file is larger than {limit, number} characters.", LARGEST));
            return new Reading.Refused(found.refusals, found.remarks);
        }
        try {
            return read(Json.MAPPER.readTree(json), json, atHand, found);
        } catch (JacksonException unreadable) {
            found.reject("", "json", Sentence.of("The file is not JSON, or nested deeper than can be read (line {line}).", unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr()));
            return new Reading.Refused(found.refusals, found.remarks);
        }
    }

    private static Reading read(JsonNode root, String json, ValueSets atHand, Findings found) {
        var kind = Json.string(root, "resourceType");
        if (!kind.equals("Questionnaire")) {
            found.reject("", "resourceType", Sentence.of("This is a {kind}, not a Questionnaire.", kind.isEmpty() ? root.getNodeType().name().toLowerCase(java.util.Locale.ROOT) : kind));
            return new Reading.Refused(found.refusals, found.remarks);
        }
        found.features("", root);
        if (!Json.extensions(root, Urls.EXPECTATION).isEmpty() && Json.extensions(root, Urls.EXPECTATION).stream().anyMatch(it -> Json.string(it, "valueCode").startsWith("assemble-root"))) {
            found.reject("", "assemble-expectation", Sentence.of("It is put together from several questionnaires; hand them in to be assembled first."));
        }
        var reader = new ItemReader(found, atHand.within(root));
        var items = reader.items(root, 1);
        var variables = variables(root, found);
        var rules = constraints("", root, found);
        var index = reader.index(items);
        var languages = new TreeSet<String>();
        languages(root, languages);
        var questionnaire = new Questionnaire(Json.string(root, "id"), Json.string(root, "url"), Json.string(root, "version"), Json.text(root, "title"), Json.text(root, "description"),
                Json.text(root, "copyright"), ordered(root, languages), items, variables, rules, launch(root), ExtractionReader.read("", root, found), new Source(json),
                new Questionnaire.Index(index.items(), index.above(), index.formulas() || !variables.isEmpty() || !rules.isEmpty(), Plan.of(variables, index)));
        if (found.refusals.isEmpty()) {
            Loops.find(questionnaire, found);
            Names.check(questionnaire, found);
            if (found.asksForItself) {
                prepare(questionnaire, found);
            }
        }
        return found.refusals.isEmpty() ? new Reading.Understood(questionnaire, List.copyOf(found.remarks)) : new Reading.Refused(List.copyOf(found.refusals), List.copyOf(found.remarks));
    }

    private static void prepare(Questionnaire questionnaire, Findings found) {
        try {
            questionnaire.source().prepare();
        } catch (IllegalArgumentException wrong) {
            found.reject("", "questionnaire", Sentence.of("Its expressions look at the questionnaire itself, which cannot be read as one: {why}", String.valueOf(wrong.getMessage())));
        }
    }

    /** Variables, and calculated expressions of the questionnaire itself, which give a value only by their name. */
    private static List<Formula> variables(JsonNode root, Findings found) {
        var variables = new ArrayList<Formula>();
        for (var one : Json.extensions(root, Urls.VARIABLE, Urls.CALCULATED)) {
            if (found.formula("", one) instanceof Formula formula && formula.name() != null) {
                variables.add(formula);
            }
        }
        return List.copyOf(variables);
    }

    static List<Constraint> constraints(String item, JsonNode element, Findings found) {
        var rules = new ArrayList<Constraint>();
        for (var one : Json.extensions(element, Urls.CONSTRAINT, Urls.OLD_CONSTRAINT)) {
            var expression = Json.extension(one, "expression");
            if (found.expression(item, "targetConstraint", expression.path("valueExpression"), expression) instanceof Formula formula) {
                var human = Json.text(Json.extension(one, "human"), "valueString");
                rules.add(new Constraint(Json.string(Json.extension(one, "key"), "valueId"), formula, human, Json.string(Json.extension(one, "severity"), "valueCode").equals("warning")));
            }
        }
        return List.copyOf(rules);
    }

    private static Map<String, String> launch(JsonNode root) {
        var names = new LinkedHashMap<String, String>();
        for (var one : Json.extensions(root, Urls.LAUNCH)) {
            var name = Json.extension(one, "name");
            names.put(Json.string(name.path("valueCoding"), "code") + Json.string(name, "valueId"), Json.string(Json.extension(one, "type"), "valueCode"));
        }
        return Map.copyOf(names);
    }

    private static void languages(JsonNode node, TreeSet<String> found) {
        for (var one : Json.extensions(node, "http://hl7.org/fhir/StructureDefinition/translation")) {
            found.add(Json.string(Json.extension(one, "lang"), "valueCode"));
        }
        node.path("designation").forEach(it -> found.add(Json.string(it, "language")));
        node.forEach(it -> languages(it, found));
    }

    private static List<String> ordered(JsonNode root, TreeSet<String> others) {
        var own = Json.string(root, "language").isEmpty() ? "en" : Json.string(root, "language");
        others.removeIf(it -> it.isEmpty() || it.equals(own));
        var all = new ArrayList<>(List.of(own));
        all.addAll(others);
        return List.copyOf(all);
    }

    /** All of its items, by link id. */
    static List<Item> all(List<Item> items) {
        var all = new ArrayList<Item>();
        items.forEach(it -> {
            all.add(it);
            all.addAll(all(it.items()));
        });
        return all;
    }
}
