package org.casebridge.questionnaires;

import java.util.ArrayList;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads when an item is asked: enableWhen with enableBehavior, and enableWhenExpression. */
final class ConditionReader {

    private final Findings found;
    private final String linkId;

    ConditionReader(Findings found, String linkId) {
        this.found = found;
        this.linkId = linkId;
    }

    Condition read(JsonNode it) {
        var conditions = new ArrayList<Condition>();
        for (var one : it.path("enableWhen")) {
            if (condition(one) instanceof Condition condition) {
                conditions.add(condition);
            }
        }
        var behavior = Json.string(it, "enableBehavior");
        if (conditions.size() > 1 && !behavior.equals("any") && !behavior.equals("all")) {
            found.reject(linkId, "enableBehavior", Sentence.of("There are several conditions, and it is not said whether all or any must hold."));
        }
        var expression = Json.extension(it, Urls.ENABLE_WHEN);
        var formula = found.formula(linkId, expression);
        if (!expression.isMissingNode() && formula == null && found.refusals.isEmpty()) {
            found.reject(linkId, "enableWhenExpression", Sentence.of("Whether this is asked depends on a query to another server, which is not made."));
        }
        if (formula != null) {
            conditions.add(new Condition.Computed(formula));
        }
        return conditions.isEmpty() ? Condition.ALWAYS : conditions.size() == 1 ? conditions.getFirst()
                : behavior.equals("any") ? new Condition.Any(java.util.List.copyOf(conditions)) : new Condition.All(java.util.List.copyOf(conditions));
    }

    private @Nullable Condition condition(JsonNode one) {
        var question = Json.string(one, "question");
        var code = Json.string(one, "operator");
        var value = Json.value(one, "answer");
        if (code.equals("exists") && value instanceof Value.Truth(var expected)) {
            return new Condition.Answered(question, expected);
        }
        for (var operator : Condition.Operator.values()) {
            if (operator.code().equals(code) && value != null) {
                return new Condition.Compared(question, operator, value);
            }
        }
        found.reject(linkId, "enableWhen", Sentence.of("A condition cannot be read: “{operator}” with an answer of that kind.", code));
        return null;
    }
}
