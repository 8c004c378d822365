package org.casebridge.questionnaires;

import java.util.List;
import org.casebridge.questionnaires.State.Field;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes what was answered as a QuestionnaireResponse. */
final class ResponseWriter {

    private ResponseWriter() {}

    static String write(State state, Launch launch, String status) {
        var response = JsonNodeFactory.instance.objectNode().put("resourceType", "QuestionnaireResponse");
        var url = state.questionnaire().url();
        Json.some(response, "questionnaire", url.isEmpty() || state.questionnaire().version().isEmpty() ? url : url + "|" + state.questionnaire().version());
        response.put("status", status);
        if (launch.subject() != null) {
            response.putObject("subject").put("reference", launch.subject());
        }
        Json.some(response, "authored", launch.authored());
        if (launch.author() != null) {
            response.putObject("author").put("reference", launch.author());
        }
        var items = JsonNodeFactory.instance.arrayNode();
        items(state.fields(), items);
        if (!items.isEmpty()) {
            response.set("item", items);
        }
        return Json.MAPPER.writeValueAsString(response);
    }

    private static void items(List<Field> fields, ArrayNode into) {
        for (var field : fields) {
            if (!field.asked() || !field.answered()) {
                continue;
            }
            if (!field.item().type().asks()) {
                for (var row : field.rows()) {
                    var inner = JsonNodeFactory.instance.arrayNode();
                    items(row.fields(), inner);
                    if (!inner.isEmpty()) {
                        Json.some(into.addObject().put("linkId", field.item().linkId()), "text", field.item().text().plain());
                        ((tools.jackson.databind.node.ObjectNode) into.get(into.size() - 1)).set("item", inner);
                    }
                }
                continue;
            }
            var item = into.addObject().put("linkId", field.item().linkId());
            Json.some(item, "text", field.item().text().plain());
            var answers = item.putArray("answer");
            for (var row : field.rows()) {
                var inner = JsonNodeFactory.instance.arrayNode();
                items(row.fields(), inner);
                if (row.value() != null) {
                    var answer = answers.addObject();
                    Json.put(answer, "value", row.value());
                    if (!inner.isEmpty()) {
                        answer.set("item", inner);
                    }
                }
            }
        }
    }
}
