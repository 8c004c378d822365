package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Finding;
import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.Problem;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.questionnaires.Reading;
import org.casebridge.questionnaires.ValueSets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file is found to be: the questionnaire when it can be asked; otherwise by item and feature why it cannot. Remarks are on what is passed over. */
public record FormReport(@Nullable Questionnaire questionnaire, List<String> beside, List<Finding> refusals, List<Finding> remarks) {

    private static final int LARGEST = QuestionnaireReader.LARGEST;

    public boolean works() {
        return questionnaire != null && refusals.isEmpty();
    }

    /** Reads a Questionnaire, or the one in a Bundle, with the answer lists that lie beside it, and works it out once, so that what never ends shows here. */
    static FormReport of(String file, List<String> beside, JsonMapper json) {
        var lists = new ArrayList<>(beside);
        var text = file.length() > LARGEST ? file : unpacked(file, lists, json);
        var sets = ValueSets.none();
        for (var one : lists) {
            try {
                sets = sets.with(one);
            } catch (JacksonException unreadable) {
                return refused(new Finding("", "json", Sentence.of("One of the answer lists is not JSON.")));
            }
        }
        return switch (QuestionnaireReader.read(text, sets)) {
            case Reading.Refused(var refusals, var remarks) -> new FormReport(null, List.of(), refusals, remarks);
            case Reading.Understood(var questionnaire, var remarks) -> {
                var failed = tried(questionnaire);
                yield new FormReport(failed.isEmpty() ? questionnaire : null, List.copyOf(lists), failed, remarks);
            }
        };
    }

    static FormReport refused(Finding finding) {
        return new FormReport(null, List.of(), List.of(finding), List.of());
    }

    private static String unpacked(String file, List<String> lists, JsonMapper json) {
        JsonNode root;
        try {
            root = json.readTree(file);
        } catch (JacksonException unreadable) {
            return file;
        }
        if (!root.path("resourceType").asString("").equals("Bundle")) {
            return file;
        }
        lists.add(file);
        for (var entry : root.path("entry")) {
            if (entry.path("resource").path("resourceType").asString("").equals("Questionnaire")) {
                return entry.path("resource").toString();
            }
        }
        return file;
    }

    private static List<Finding> tried(Questionnaire questionnaire) {
        var engine = new Engine();
        return engine.state(questionnaire, engine.begin(questionnaire, Launch.NONE), Launch.NONE).problems().stream()
                .filter(it -> it.kind() == Problem.Kind.EXPRESSION).map(it -> new Finding(it.place().linkId(), "expression", it.words())).toList();
    }
}
