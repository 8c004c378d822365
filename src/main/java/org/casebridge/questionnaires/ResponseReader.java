package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads answers from a QuestionnaireResponse. hl7.org/fhir/R4/questionnaireresponse.html */
final class ResponseReader {

    private static final Place NOWHERE = Place.of("");

    private final Questionnaire questionnaire;
    private final Map<Place, Value> values = new TreeMap<>();
    private final Map<Place, Integer> rows = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ResponseReader(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    static Filling.Read read(Questionnaire questionnaire, String json) {
        var reader = new ResponseReader(questionnaire);
        if (json.length() > QuestionnaireReader.LARGEST) {
            reader.problem(NOWHERE, Problem.Kind.WRONG, Sentence.of("The file is larger than {limit, number} characters.", QuestionnaireReader.LARGEST));
            return new Filling.Read(Filling.EMPTY, reader.problems);
        }
        try {
            var root = Json.MAPPER.readTree(json);
            if (!Json.string(root, "resourceType").equals("QuestionnaireResponse")) {
                reader.problem(NOWHERE, Problem.Kind.WRONG, Sentence.of("This is a {kind}, not a QuestionnaireResponse.", Json.string(root, "resourceType")));
            } else {
                reader.items(root, null, List.of(), 0);
            }
        } catch (JacksonException unreadable) {
            reader.problem(NOWHERE, Problem.Kind.WRONG, Sentence.of("The file is not JSON, or nested deeper than can be read (line {line}).",
                    unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr()));
        }
        return new Filling.Read(new Filling(reader.values, reader.rows), List.copyOf(reader.problems));
    }

    private void items(JsonNode parent, @Nullable Item above, List<Integer> turns, int depth) {
        var met = new HashMap<String, Integer>();
        for (var node : parent.path("item")) {
            var linkId = Json.string(node, "linkId");
            var item = questionnaire.item(linkId);
            if (item == null || depth > QuestionnaireReader.DEEPEST || !standsIn(item, above)) {
                if (!node.path("answer").isEmpty() || !node.path("item").isEmpty()) {
                    problem(new Place(linkId, turns), Problem.Kind.UNKNOWN, item == null ? Sentence.of("There is no such question.") : Sentence.of("This question does not belong here."));
                }
                continue;
            }
            var turn = met.merge(linkId, 1, Integer::sum);
            if (item.type().asks()) {
                answers(node, item, turns, turn, depth);
            } else if (turn > 1 && !item.repeats() || turn > Filling.MOST_ROWS) {
                problem(new Place(linkId, turns), Problem.Kind.WRONG, Sentence.of("This is not repeated, or not so often."));
            } else {
                var inner = item.repeats() ? new Place(linkId, turns).turn(turn) : new Place(linkId, turns);
                if (item.repeats()) {
                    rows.put(new Place(linkId, turns), turn);
                }
                items(node, item, inner.turns(), depth + 1);
            }
        }
    }

    private boolean standsIn(Item item, @Nullable Item above) {
        var chain = questionnaire.index().above().get(item.linkId());
        return chain.isEmpty() ? above == null : chain.getLast() == above;
    }

    private void answers(JsonNode node, Item item, List<Integer> turns, int occurrence, int depth) {
        var field = new Place(item.linkId(), turns);
        if (occurrence > 1 || node.path("answer").size() > (item.repeats() ? Filling.MOST_ROWS : 1)) {
            problem(field, Problem.Kind.WRONG, Sentence.of("This takes one answer only, or not so many."));
        }
        var turn = 0;
        for (var answer : node.path("answer")) {
            var place = item.repeats() ? field.turn(++turn) : field;
            var value = Json.value(answer, "value");
            var fitting = value == null ? null : Kinds.as(item.type(), value);
            if (fitting != null && !values.containsKey(place) && turn <= Filling.MOST_ROWS) {
                values.put(place, fitting);
            } else if (fitting == null && (value != null || answer.path("item").isEmpty())) {
                problem(place, Problem.Kind.WRONG, Sentence.of("The answer is not {kind}.", item.type()));
            }
            items(answer, item, place.turns(), depth + 1);
        }
        items(node, item, item.repeats() ? field.turn(1).turns() : turns, depth + 1);
    }

    private void problem(Place place, Problem.Kind kind, Sentence words) {
        if (problems.size() < 1000) {
            problems.add(new Problem(place, kind, words));
        }
    }
}
