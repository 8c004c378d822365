package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Computing;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Questionnaire.Look;
import org.casebridge.questionnaires.Questionnaire.Option;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the items of a questionnaire, each with all it carries. hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item */
final class ItemReader {

    private static final Set<String> HELP = Set.of("help", "prompt", "flyover", "legal", "instructions", "unit", "lower", "upper", "security");

    private final Findings found;
    private final ValueSets sets;
    private final Set<String> linkIds = new HashSet<>();
    private boolean tooMany;
    private boolean formulas;

    ItemReader(Findings found, ValueSets sets) {
        this.found = found;
        this.sets = sets;
    }

    List<Item> items(JsonNode parent, int depth) {
        var items = new ArrayList<Item>();
        for (var it : parent.path("item")) {
            if (depth > QuestionnaireReader.DEEPEST) {
                found.reject(Json.string(it, "linkId"), "item", Sentence.of("Items are nested more than {levels, number} deep.", QuestionnaireReader.DEEPEST));
                break;
            }
            if (!tooMany && linkIds.size() >= QuestionnaireReader.MOST_ITEMS) {
                tooMany = true;
                found.reject(Json.string(it, "linkId"), "item", Sentence.of("From here on there are more than {limit, number} items.", QuestionnaireReader.MOST_ITEMS));
            }
            if (!it.isObject()) {
                found.reject(Json.string(parent, "linkId"), "item", Sentence.of("One of the items in here is no item."));
            }
            if (!tooMany && it.isObject() && !help(it) && item(it, depth) instanceof Item item) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Item item(JsonNode it, int depth) {
        var linkId = Json.string(it, "linkId");
        if (linkId.isBlank()) {
            found.reject(shortened(Json.string(it, "text")), "linkId", Sentence.of("This item has no link id."));
            return null;
        }
        if (!linkIds.add(linkId)) {
            found.reject(linkId, "linkId", Sentence.of("Another item has the same link id."));
            return null;
        }
        var type = type(Json.string(it, "type"));
        if (type == null) {
            found.reject(linkId, "type", Sentence.of("Items of type “{type}” are not known.", Json.string(it, "type")));
            return null;
        }
        found.features(linkId, it);
        if (!Json.extensions(it, Urls.SUB).isEmpty()) {
            found.reject(linkId, "subQuestionnaire", Sentence.of("It is put together from several questionnaires; hand them in to be assembled first."));
        }
        var computing = computing(linkId, it);
        var when = new ConditionReader(found, linkId).read(it);
        formulas |= computing != Computing.NONE || when.formulas().findAny().isPresent();
        var options = type == Type.CHOICE || type == Type.OPEN_CHOICE || it.has("answerOption") ? options(linkId, it, type, computing) : List.<Option>of();
        var limits = new LimitsReader(found, linkId, type, sets).read(it);
        formulas |= !limits.constraints().isEmpty();
        var codes = new ArrayList<Value.Coded>();
        it.path("code").forEach(code -> {
            if (Json.coded(code) instanceof Value.Coded coded) {
                codes.add(coded);
            }
        });
        return new Item(linkId, type, Json.text(it, "text"), Json.text(it, "prefix"), List.copyOf(codes), Json.string(it, "definition"), it.path("required").asBoolean(false),
                it.path("repeats").asBoolean(false) && type != Type.DISPLAY, it.path("readOnly").asBoolean(false), Json.extension(it, Urls.HIDDEN).path("valueBoolean").asBoolean(false),
                when, Json.string(it, "disabledDisplay").equals("protected"), limits, look(it, options), options, initial(linkId, it, type, options), computing,
                ExtractionReader.read(linkId, it, found), items(it, depth + 1));
    }

    private Computing computing(String linkId, JsonNode it) {
        var variables = new ArrayList<Formula>();
        for (var one : Json.extensions(it, Urls.VARIABLE)) {
            if (found.formula(linkId, one) instanceof Formula formula && formula.name() != null) {
                variables.add(formula);
            }
        }
        var initial = Json.extension(it, Urls.INITIAL);
        var population = found.formula(linkId, Json.extension(it, Urls.POPULATION));
        var first = found.formula(linkId, initial.isMissingNode() ? Json.extension(it, Urls.OLD_INITIAL) : initial);
        var calculated = found.formula(linkId, Json.extension(it, Urls.CALCULATED));
        var answers = found.formula(linkId, Json.extension(it, Urls.ANSWERS));
        for (var one : Json.extensions(it, Urls.CQF)) {
            if (found.formula(linkId, one) instanceof Formula formula && first == null) {
                first = formula;
            }
        }
        return variables.isEmpty() && population == null && first == null && calculated == null && answers == null ? Computing.NONE
                : new Computing(List.copyOf(variables), population, first, calculated, answers);
    }

    private List<Option> options(String linkId, JsonNode it, Type type, Computing computing) {
        var options = new ArrayList<Option>();
        for (var one : it.path("answerOption")) {
            if (Json.value(one, "value") instanceof Value value) {
                options.add(option(one, value));
            } else {
                found.reject(linkId, "answerOption", Sentence.of("One of the answers offered has no value that can be read."));
            }
        }
        var address = Json.string(it, "answerValueSet");
        if (!address.isEmpty()) {
            var listed = sets.options(address);
            if (listed != null) {
                options.addAll(listed);
            } else if (type == Type.OPEN_CHOICE) {
                found.remark(linkId, "answerValueSet", Sentence.of("The answers in {list} are not at hand, so any text may be given.", address));
            } else {
                found.reject(linkId, "answerValueSet", Sentence.of("The answers of this question are in {list}, which is not at hand.", address));
            }
        } else if (options.isEmpty() && computing.options() == null && type == Type.CHOICE) {
            found.reject(linkId, "answerOption", Sentence.of("This question offers no answers."));
        }
        return List.copyOf(options);
    }

    private static Option option(JsonNode one, Value value) {
        var coding = one.path("valueCoding");
        var text = value instanceof Value.Coded ? Json.text(coding, "display") : new Text(value.shown(), Json.text(one, "valueString").translations());
        var weight = ValueSets.weight(one) != null ? ValueSets.weight(one) : ValueSets.weight(coding);
        return new Option(value, text.isEmpty() ? Text.of(value.shown()) : text, Json.text(Json.extension(one, Urls.PREFIX), "valueString"), weight,
                one.path("initialSelected").asBoolean(false), Json.extension(one, Urls.EXCLUSIVE).path("valueBoolean").asBoolean(false));
    }

    private List<Value> initial(String linkId, JsonNode it, Type type, List<Option> options) {
        var values = new ArrayList<Value>();
        for (var one : it.path("initial")) {
            if (Json.value(one, "value") instanceof Value value && Kinds.as(type, value) instanceof Value fitting) {
                values.add(fitting);
            } else {
                found.reject(linkId, "initial", Sentence.of("The first answer given with the question is not {kind}.", type));
            }
        }
        options.stream().filter(Option::selected).map(Option::value).forEach(values::add);
        return List.copyOf(values);
    }

    private static Look look(JsonNode it, List<Option> options) {
        Text help = Text.NONE;
        Text unit = Text.NONE;
        for (var child : it.path("item")) {
            help = help(child) && !control(child).equals("unit") && help.isEmpty() ? Json.text(child, "text") : help;
            unit = control(child).equals("unit") ? Json.text(child, "text") : unit;
        }
        var step = Json.extension(it, Urls.SLIDER_STEP);
        var columns = Json.extension(it, Urls.COLUMNS).path("valuePositiveInt");
        return new Look(control(it), Json.string(Json.extension(it, Urls.ORIENTATION), "valueCode").equals("horizontal"), columns.canConvertToInt() ? columns.asInt() : null,
                Json.value(step, "value") instanceof Value value ? value.counted() : null, Json.string(Json.extension(it, Urls.CATEGORY).path("valueCodeableConcept").path("coding").path(0), "code"), help, unit);
    }

    /** A display item that belongs to its question rather than standing on its own. */
    private static boolean help(JsonNode it) {
        return Json.string(it, "type").equals("display") && HELP.contains(control(it)) && !it.has("enableWhen");
    }

    private static String control(JsonNode it) {
        return Json.string(Json.extension(it, Urls.CONTROL).path("valueCodeableConcept").path("coding").path(0), "code");
    }

    private static @Nullable Type type(String code) {
        for (var type : Type.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        return null;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    Questionnaire.Index index(List<Item> roots) {
        var items = new LinkedHashMap<String, Item>();
        var above = new HashMap<String, List<Item>>();
        index(roots, List.of(), items, above);
        return new Questionnaire.Index(items, above, formulas, Plan.NONE);
    }

    private static void index(List<Item> level, List<Item> chain, Map<String, Item> items, Map<String, List<Item>> above) {
        for (var item : level) {
            items.put(item.linkId(), item);
            above.put(item.linkId(), chain);
            if (!item.items().isEmpty()) {
                var longer = new ArrayList<>(chain);
                longer.add(item);
                index(item.items(), List.copyOf(longer), items, above);
            }
        }
    }
}
