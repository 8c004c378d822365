package org.casebridge.assessments;

import java.util.List;
import org.casebridge.kernel.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** When an item of a questionnaire is asked, in its JSON. hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen */
final class FormConditions {

    private final ObjectNode root;
    private final JsonMapper json;

    FormConditions(ObjectNode root, JsonMapper json) {
        this.root = root;
        this.json = json;
    }

    /** What stood there and was not touched stays as it was written; a condition that is an expression is not touched at all. */
    void write(ObjectNode node, List<BuiltItem.When> wanted, boolean any) {
        var before = node.path("enableWhen").deepCopy();
        var kept = json.createArrayNode();
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).question().isBlank()) {
                kept.add(condition(wanted.get(i), before, "when[" + i + "]"));
            }
        }
        node.remove(List.of("enableWhen", "enableBehavior"));
        if (!kept.isEmpty()) {
            node.set("enableWhen", kept);
        }
        if (kept.size() > 1 || any && !kept.isEmpty()) {
            node.put("enableBehavior", any ? "any" : "all");
        }
    }

    private JsonNode condition(BuiltItem.When when, JsonNode before, String field) {
        if (!(FormBuild.search(root, when.question()) instanceof ArrayNode among)) {
            throw Refused.invalid("There is no such item in this form.").at(field + ".question");
        }
        for (var one : before) {
            if (one.path("question").asString("").equals(when.question()) && one.path("operator").asString("").equals(when.operator()) && answer(one).equals(when.answer().strip())) {
                return one;
            }
        }
        var question = among.get(FormBuild.index(among, when.question()));
        var one = json.createObjectNode().put("question", when.question());
        if (when.operator().equals("exists") || when.operator().equals(BuiltItem.MISSING)) {
            return one.put("operator", "exists").put("answerBoolean", when.operator().equals("exists"));
        }
        if (when.answer().isBlank()) {
            throw Refused.invalid("Write the answer that decides.").at(field + ".answer");
        }
        one.put("operator", when.operator());
        switch (question.path("type").asString("")) {
            case "boolean" -> one.put("answerBoolean", List.of("true", "yes", "sí", "si").contains(when.answer().strip().toLowerCase(java.util.Locale.ROOT)));
            case "integer" -> one.put("answerInteger", FormBuild.number(when.answer(), field + ".answer").intValue());
            case "decimal" -> one.put("answerDecimal", FormBuild.number(when.answer(), field + ".answer"));
            case "choice", "open-choice" -> one.set("answerCoding", coding(question, when.answer(), field + ".answer"));
            case "date" -> one.put("answerDate", when.answer().strip());
            default -> one.put("answerString", when.answer().strip());
        }
        return one;
    }

    /** As its reader sees it, whatever it is. */
    private static String answer(JsonNode condition) {
        for (var it : condition.properties()) {
            if (it.getKey().startsWith("answer")) {
                var value = it.getValue();
                return value.isObject() ? value.path("display").asString(value.path("code").asString("")) : value.asString("");
            }
        }
        return "";
    }

    private static JsonNode coding(JsonNode question, String answer, String field) {
        for (var option : question.path("answerOption")) {
            if (option.path("valueCoding").path("display").asString("").equalsIgnoreCase(answer.strip()) || option.path("valueCoding").path("code").asString("").equals(answer.strip())) {
                return option.path("valueCoding");
            }
        }
        throw Refused.invalid("“{answer}” is not one of the answers to that question.", answer).at(field);
    }
}
