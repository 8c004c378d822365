package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.casebridge.questionnaires.Sheet.Line;
import org.jspecify.annotations.Nullable;

/** Tells a score from any other computed number, and what it rests on: it adds up two or more questions whose answers have weights. */
final class Scoring {

    private Scoring() {}

    /** Null for what is no score. */
    static @Nullable CountedScore of(Line line, Sheet sheet, @Nullable BigDecimal computed) {
        if (line.item.type() != Type.INTEGER && line.item.type() != Type.DECIMAL && line.item.type() != Type.QUANTITY) {
            return null;
        }
        var inputs = inputs(line.item, sheet.questionnaire);
        if (inputs.size() < 2) {
            return null;
        }
        var lines = new ArrayList<Line>();
        inputs.forEach(it -> sheet.seenFrom(line, it.linkId()).stream().filter(one -> one.asked).forEach(lines::add));
        boolean someRequired = lines.stream().anyMatch(it -> it.item.required());
        var needed = lines.stream().filter(it -> !someRequired || it.item.required()).toList();
        int answered = (int) needed.stream().filter(Scoring::answered).count();
        var any = lines.stream().anyMatch(Scoring::answered);
        return new CountedScore(line.item.linkId(), line.item.text(), answered == needed.size() && any ? computed : null, any ? computed : null, answered, needed.size());
    }

    static boolean answered(Line line) {
        return line.rows.stream().anyMatch(it -> it.value != null);
    }

    private static List<Item> inputs(Item score, Questionnaire questionnaire) {
        var plan = questionnaire.index().plan();
        Set<String> uses = plan.uses().getOrDefault(score.linkId(), Set.of());
        var among = new ArrayList<Item>();
        for (var used : plan.wide().contains(score.linkId()) ? questionnaire.index().items().keySet() : uses) {
            var item = questionnaire.item(used);
            if (item != null && item != score) {
                among.addAll(item.type() == Type.GROUP ? QuestionnaireReader.all(item.items()) : List.of(item));
            }
        }
        return among.stream().filter(it -> it != score && it.weighted()).distinct().toList();
    }
}
