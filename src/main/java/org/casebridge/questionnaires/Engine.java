package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Sheet.Line;
import org.casebridge.questionnaires.State.Field;
import org.casebridge.questionnaires.State.Row;
import org.casebridge.questionnaires.fhirpath.Patience;
import org.springframework.stereotype.Component;

/** What becomes of answers: which questions are asked, what is computed, what is wrong, what is filled in beforehand, and what goes elsewhere. It keeps nothing. */
@Component
public final class Engine {

    /** The first answers: those the questionnaire brings, then those its expressions find in the launch context ($populate). */
    public Filling begin(Questionnaire questionnaire, Launch launch) {
        return Population.begin(questionnaire, launch);
    }

    /** Fills in what is still empty and can be found in the launch context; what somebody answered stays. */
    public Filling populate(Questionnaire questionnaire, Filling filling, Launch launch) {
        var found = new HashMap<>(begin(questionnaire, launch).values());
        found.putAll(filling.values());
        return new Filling(found, filling.rows());
    }

    public State state(Questionnaire questionnaire, Filling filling, Launch launch) {
        var sheet = new Sheet(questionnaire, filling);
        List<CountedScore> scores = List.of();
        if (questionnaire.index().formulas()) {
            var calculation = new Calculation(sheet, launch);
            try {
                scores = Patience.within(() -> {
                    calculation.run();
                    return calculation.scores();
                });
            } catch (Patience.RanOut endless) {
                sheet = new Sheet(questionnaire, filling);
                sheet.decide();
                sheet.problems.add(new Problem(calculation.place(), Problem.Kind.EXPRESSION, Sentence.of("What is computed here takes too long and was given up.")));
            }
        } else {
            sheet.decide();
        }
        var checks = new Checks(sheet.problems);
        sheet.lines.forEach(checks::check);
        var byPlace = new HashMap<Place, List<Problem>>();
        sheet.problems.forEach(it -> byPlace.computeIfAbsent(it.place(), _ -> new ArrayList<>()).add(it));
        return new State(questionnaire, filling, fields(sheet.lines, byPlace), List.copyOf(sheet.problems), scores);
    }

    /** FHIR resources that the answers amount to, as a transaction Bundle (JSON): observations, and resources by definition ($extract). */
    public String extract(State state, Launch launch) {
        return ResourceExtraction.of(state, launch);
    }

    private static List<Field> fields(List<Line> lines, Map<Place, List<Problem>> problems) {
        var fields = new ArrayList<Field>(lines.size());
        for (var line : lines) {
            var rows = new ArrayList<Row>(line.rows.size());
            for (var row : line.rows) {
                rows.add(new Row(row.place, row.value, fields(row.lines, problems), problems.getOrDefault(row.place, List.of())));
            }
            fields.add(new Field(line.item, line.place, line.asked, line.item.computing().calculated() != null && !line.own, line.options, List.copyOf(rows), problems.getOrDefault(line.place, List.of())));
        }
        return List.copyOf(fields);
    }
}
