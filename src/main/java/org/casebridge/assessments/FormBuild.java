package org.casebridge.assessments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.kernel.Refused;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Building a questionnaire item by item, in its JSON: what is not touched stays as it was, whoever wrote it. hl7.org/fhir/R4/questionnaire.html */
final class FormBuild {

    private static final String FHIR = "http://hl7.org/fhir/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private static final String SYSTEM = "urn:casebridge:answers";

    private final JsonMapper json;
    private final ObjectNode root;

    FormBuild(String questionnaire, JsonMapper json) {
        this.json = json;
        this.root = (ObjectNode) json.readTree(questionnaire);
    }

    static String blank(String title, FormId id) {
        return "{\"resourceType\":\"Questionnaire\",\"url\":\"urn:casebridge:form:" + id.text() + "\",\"version\":\"1\",\"status\":\"draft\",\"title\":"
                + JsonMapper.shared().writeValueAsString(title) + ",\"item\":[]}";
    }

    String written() {
        return json.writeValueAsString(root);
    }

    /** Adds it at the end of its section, or changes it where it stands. */
    void put(BuiltItem item) {
        if (item.linkId() == null) {
            var into = item.section() == null ? root : found(item.section());
            if (item.section() != null && !into.path("type").asString("").equals("group")) {
                throw Refused.invalid("Only a section can hold other items.").at("section");
            }
            write(items(into).addObject().put("linkId", fresh()), item);
        } else {
            write(found(item.linkId()), item);
        }
    }

    /** Among its neighbours, one step up or down. */
    void move(String linkId, boolean up) {
        var among = holder(root, linkId);
        int at = index(among, linkId);
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < among.size()) {
            var moved = among.remove(at);
            among.insert(to, moved);
        }
    }

    void remove(String linkId) {
        var among = holder(root, linkId);
        among.remove(index(among, linkId));
    }

    /** A number that adds up the weights of the answers to these questions; its name may have its Spanish after a bar. */
    void score(String text, List<String> of) {
        var score = items(root).addObject().put("linkId", fresh()).put("text", said(text)[0]).put("type", "integer").put("readOnly", true);
        translate(score, "_text", said(text)[1]);
        var sums = of.stream().map(it -> "linkId = '" + it.replace("\\", "\\\\").replace("'", "\\'") + "'").collect(Collectors.joining(" or "));
        score.putArray("extension").addObject().put("url", SDC + "calculatedExpression").putObject("valueExpression").put("language", "text/fhirpath")
                .put("expression", "%resource.descendants().where(" + sums + ").answer.value.ordinal().sum()");
    }

    /** {@code Often | A menudo}: a text and its Spanish, which may be missing. */
    private static @Nullable String[] said(String text) {
        var parts = text.split("\\|", 2);
        return new @Nullable String[] {parts[0].strip(), parts.length > 1 ? parts[1].strip() : null};
    }

    private void write(ObjectNode node, BuiltItem item) {
        node.put("text", item.text()).put("type", item.type().code());
        translate(node, "_text", item.spanish());
        flag(node, "required", item.required());
        flag(node, "repeats", item.repeats());
        for (var name : List.of(FHIR + "minValue", FHIR + "maxValue", FHIR + "questionnaire-unit", FHIR + "questionnaire-itemControl", FHIR + "questionnaire-choiceOrientation")) {
            drop(node, name);
        }
        bound(node, item, "minValue", item.least());
        bound(node, item, "maxValue", item.greatest());
        if (item.type() == Type.QUANTITY && item.unit() != null) {
            extension(node, FHIR + "questionnaire-unit").putObject("valueCoding").put("system", "http://unitsofmeasure.org").put("code", item.unit()).put("display", item.unit());
        }
        look(node, item.look());
        if (item.type() == Type.CHOICE || item.type() == Type.OPEN_CHOICE) {
            answers(node, item.answers());
        } else {
            node.remove(List.of("answerOption", "answerValueSet"));
        }
        help(node, item.help());
        new FormConditions(root, json).write(node, item.when(), item.any());
    }

    private void answers(ObjectNode node, List<BuiltItem.Answer> answers) {
        if (answers.isEmpty()) {
            throw Refused.invalid("Write the answers that are offered, one a line.").at("answers");
        }
        node.remove("answerValueSet");
        var options = node.putArray("answerOption");
        for (int i = 0; i < answers.size(); i++) {
            var option = options.addObject();
            var coding = option.putObject("valueCoding").put("system", SYSTEM).put("code", code(answers.get(i).text(), i)).put("display", answers.get(i).text());
            translate(coding, "_display", answers.get(i).spanish());
            if (answers.get(i).weight() != null) {
                extension(option, FHIR + "itemWeight").put("valueDecimal", number(answers.get(i).weight(), "answers"));
            }
        }
    }

    /** Stable as long as the answer keeps its words and its place. */
    private static String code(String text, int position) {
        var letters = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (position + 1) + (letters.isEmpty() ? "" : "-" + letters.substring(0, Math.min(40, letters.length())));
    }

    private static void bound(ObjectNode node, BuiltItem item, String name, @Nullable String value) {
        if (value == null || item.type() != Type.INTEGER && item.type() != Type.DECIMAL) {
            return;
        }
        var number = number(value, name.equals("minValue") ? "least" : "greatest");
        if (item.type() == Type.INTEGER) {
            extension(node, FHIR + name).put("valueInteger", number.intValue());
        } else {
            extension(node, FHIR + name).put("valueDecimal", number);
        }
    }

    static BigDecimal number(String text, String field) {
        if (!text.strip().matches("[+-]?\\d{1,9}([.,]\\d{1,6})?")) {
            throw Refused.invalid("“{text}” is no number.", text).at(field);
        }
        return new BigDecimal(text.strip().replace(',', '.'));
    }

    private static void look(ObjectNode node, BuiltItem.Look look) {
        var control = switch (look) {
            case DROP_DOWN -> "drop-down";
            case RADIO, ACROSS -> "radio-button";
            case SLIDER -> "slider";
            case TABLE -> "gtable";
            case PLAIN -> null;
        };
        if (control != null) {
            extension(node, FHIR + "questionnaire-itemControl").putObject("valueCodeableConcept").putArray("coding").addObject()
                    .put("system", "http://hl7.org/fhir/questionnaire-item-control").put("code", control);
        }
        if (look == BuiltItem.Look.ACROSS) {
            extension(node, FHIR + "questionnaire-choiceOrientation").put("valueCode", "horizontal");
        }
    }

    private void help(ObjectNode node, String help) {
        var inner = node.path("item") instanceof ArrayNode known ? known : null;
        if (inner != null) {
            for (int i = inner.size() - 1; i >= 0; i--) {
                if (inner.get(i).path("linkId").asString("").equals(node.path("linkId").asString() + "-help")) {
                    inner.remove(i);
                }
            }
        }
        if (!help.isBlank()) {
            var one = items(node).addObject().put("linkId", node.path("linkId").asString() + "-help").put("type", "display").put("text", said(help)[0]);
            translate(one, "_text", said(help)[1]);
            extension(one, FHIR + "questionnaire-itemControl").putObject("valueCodeableConcept").putArray("coding").addObject()
                    .put("system", "http://hl7.org/fhir/questionnaire-item-control").put("code", "help");
        } else if (inner != null && inner.isEmpty()) {
            node.remove("item");
        }
    }

    private static void translate(ObjectNode node, String name, @Nullable String spanish) {
        if (spanish == null || spanish.isBlank()) {
            node.remove(name);
            return;
        }
        var parts = node.putObject(name).putArray("extension").addObject().put("url", FHIR + "translation").putArray("extension");
        parts.addObject().put("url", "lang").put("valueCode", "es");
        parts.addObject().put("url", "content").put("valueString", spanish.strip());
    }

    private static void flag(ObjectNode node, String name, boolean on) {
        if (on) {
            node.put(name, true);
        } else {
            node.remove(name);
        }
    }

    private static ObjectNode extension(ObjectNode node, String url) {
        return (node.path("extension") instanceof ArrayNode known ? known : node.putArray("extension")).addObject().put("url", url);
    }

    private static void drop(ObjectNode node, String url) {
        if (node.path("extension") instanceof ArrayNode known) {
            for (int i = known.size() - 1; i >= 0; i--) {
                if (known.get(i).path("url").asString("").equals(url)) {
                    known.remove(i);
                }
            }
            if (known.isEmpty()) {
                node.remove("extension");
            }
        }
    }

    private static ArrayNode items(ObjectNode parent) {
        return parent.path("item") instanceof ArrayNode known ? known : parent.putArray("item");
    }

    private ObjectNode found(String linkId) {
        var among = holder(root, linkId);
        return (ObjectNode) among.get(index(among, linkId));
    }

    static int index(ArrayNode among, String linkId) {
        for (int i = 0; i < among.size(); i++) {
            if (among.get(i).path("linkId").asString("").equals(linkId)) {
                return i;
            }
        }
        throw new IllegalStateException("it was here a moment ago: " + linkId);
    }

    private static ArrayNode holder(JsonNode parent, String linkId) {
        if (search(parent, linkId) instanceof ArrayNode found) {
            return found;
        }
        throw Refused.notFound("There is no such item in this form.");
    }

    static @Nullable ArrayNode search(JsonNode parent, String linkId) {
        if (!(parent.path("item") instanceof ArrayNode among)) {
            return null;
        }
        for (var one : among) {
            if (one.path("linkId").asString("").equals(linkId)) {
                return among;
            }
            if (search(one, linkId) instanceof ArrayNode inner) {
                return inner;
            }
        }
        return null;
    }

    private String fresh() {
        int number = 1;
        while (search(root, "q" + number) != null) {
            number++;
        }
        return "q" + number;
    }
}
