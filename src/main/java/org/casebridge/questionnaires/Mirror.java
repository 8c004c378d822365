package org.casebridge.questionnaires;

import java.util.List;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Sheet.Line;
import org.casebridge.questionnaires.Sheet.Row;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;

/** The answers of what is asked, as the QuestionnaireResponse that expressions look at. What nobody answered is not in it, as in any response. */
final class Mirror {

    private Mirror() {}

    static QuestionnaireResponse of(Sheet sheet, Launch launch) {
        var response = new QuestionnaireResponse();
        response.setId("response");
        response.setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.INPROGRESS);
        response.setQuestionnaire(sheet.questionnaire.url());
        if (launch.subject() != null) {
            response.setSubject(new Reference(launch.subject()));
        }
        if (launch.author() != null) {
            response.setAuthor(new Reference(launch.author()));
        }
        if (launch.authored() != null) {
            response.setAuthoredElement(new DateTimeType(launch.authored()));
        }
        sheet.lines.forEach(it -> add(it, response.getItem()));
        return response;
    }

    /** Where an expression on that line starts from, also when the line is not in the response. */
    static QuestionnaireResponseItemComponent context(Line line) {
        return line.mirrored != null ? line.mirrored : blank(line.item);
    }

    static QuestionnaireResponseItemComponent context(Row row) {
        return row.line.item.type().asks() ? context(row.line) : row.mirrored != null ? row.mirrored : blank(row.line.item);
    }

    private static QuestionnaireResponseItemComponent blank(Item item) {
        return new QuestionnaireResponseItemComponent().setLinkIdElement(new org.hl7.fhir.r4.model.StringType(item.linkId()));
    }

    private static void add(Line line, List<QuestionnaireResponseItemComponent> into) {
        line.mirrored = null;
        line.rows.forEach(it -> it.mirrored = null);
        if (!line.asked) {
            return;
        }
        if (line.item.type().asks()) {
            var component = blank(line.item);
            for (var row : line.rows) {
                if (row.value != null) {
                    var answer = component.addAnswer();
                    answer.setValue(Elements.of(row.value, line.item));
                    row.lines.forEach(it -> add(it, answer.getItem()));
                }
            }
            if (component.hasAnswer()) {
                line.mirrored = component;
                into.add(component);
            }
        } else {
            for (var row : line.rows) {
                var component = blank(line.item);
                row.lines.forEach(it -> add(it, component.getItem()));
                if (!component.getItem().isEmpty()) {
                    row.mirrored = component;
                    into.add(component);
                }
            }
        }
    }
}
