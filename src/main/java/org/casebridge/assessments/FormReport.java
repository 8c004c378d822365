package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Assembly;
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

    /**
     * Reads a Questionnaire, or the one in a Bundle, with the answer lists and the questionnaires it is made of that lie beside it; puts those together (hl7.org/fhir/uv/sdc/modular.html);
     * and works it out once, so that what never ends shows here.
     */
    static FormReport of(String file, List<String> beside, JsonMapper json) {
        var parts = new ArrayList<>(beside.stream().filter(Assembly::questionnaire).toList());
        var lists = new ArrayList<>(beside.stream().filter(it -> !parts.contains(it)).toList());
        var text = file.length() > LARGEST ? file : unpacked(file, lists, parts, json);
        if (file.length() <= LARGEST && Assembly.needed(text) && Assembly.questionnaire(text)) {
            var assembled = Assembly.assemble(text, parts);
            if (!assembled.refusals().isEmpty()) {
                return new FormReport(null, List.of(), assembled.refusals(), List.of());
            }
            text = assembled.json();
        }
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

    private static String unpacked(String file, List<String> lists, List<String> parts, JsonMapper json) {
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
        var found = root.path("entry").valueStream().map(it -> it.path("resource")).filter(it -> it.path("resourceType").asString("").equals("Questionnaire")).map(JsonNode::toString).toList();
        var whole = found.stream().filter(Assembly::needed).findFirst().or(() -> found.stream().findFirst());
        whole.ifPresent(it -> found.stream().filter(one -> !one.equals(it)).forEach(parts::add));
        return whole.orElse(file);
    }

    private static List<Finding> tried(Questionnaire questionnaire) {
        var engine = new Engine();
        return engine.state(questionnaire, engine.begin(questionnaire, Launch.NONE), Launch.NONE).problems().stream()
                .filter(it -> it.kind() == Problem.Kind.EXPRESSION).map(it -> new Finding(it.place().linkId(), "expression", it.words())).toList();
    }
}
