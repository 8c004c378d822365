package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.jspecify.annotations.Nullable;

/** A questionnaire laid out with its answers, while its state is worked out: a line for each item wherever it stands, a row for each of its repetitions. */
final class Sheet {

    static final class Line {
        final Item item;
        final Place place;
        final @Nullable Row above;
        final List<Row> rows = new ArrayList<>();
        boolean asked = true;
        boolean conditionHolds = true;
        boolean own;
        List<Questionnaire.Option> options;
        @Nullable QuestionnaireResponseItemComponent mirrored;

        Line(Item item, Place place, @Nullable Row above) {
            this.item = item;
            this.place = place;
            this.above = above;
            options = item.options();
        }
    }

    static final class Row {
        final Line line;
        final Place place;
        final List<Line> lines = new ArrayList<>();
        @Nullable Value value;
        @Nullable QuestionnaireResponseItemComponent mirrored;

        Row(Line line, Place place) {
            this.line = line;
            this.place = place;
        }
    }

    final Questionnaire questionnaire;
    final Filling filling;
    final List<Line> lines = new ArrayList<>();
    final Map<String, List<Line>> byItem = new HashMap<>();
    final List<Problem> problems = new ArrayList<>();
    private final Map<Place, Integer> counts = new HashMap<>();
    private int laid;

    Sheet(Questionnaire questionnaire, Filling filling) {
        this.questionnaire = questionnaire;
        this.filling = filling;
        filling.values().keySet().forEach(this::count);
        filling.rows().forEach((place, rows) -> {
            if (questionnaire.item(place.linkId()) instanceof Item item && place.turns().size() == questionnaire.index().depth(item) - 1) {
                counts.merge(place, Math.min(rows, Filling.MOST_ROWS), Math::max);
            }
        });
        lay(questionnaire.items(), null, List.of(), lines);
    }

    /** Every repeating item on the way to an answer is repeated at least that often. */
    private void count(Place place) {
        var item = questionnaire.item(place.linkId());
        if (item == null || !item.type().asks() || place.turns().size() != questionnaire.index().depth(item) || place.turns().stream().anyMatch(it -> it < 1 || it > Filling.MOST_ROWS)) {
            problems.add(new Problem(place, Problem.Kind.UNKNOWN, Sentence.of("There is no such question.")));
            return;
        }
        var chain = new ArrayList<>(questionnaire.index().above().get(item.linkId()));
        chain.add(item);
        var turns = new ArrayList<Integer>();
        for (var it : chain) {
            if (it.repeats()) {
                int turn = place.turns().get(turns.size());
                counts.merge(new Place(it.linkId(), turns), turn, Math::max);
                turns.add(turn);
            }
        }
    }

    private void lay(List<Item> items, @Nullable Row above, List<Integer> turns, List<Line> into) {
        for (var item : items) {
            var line = new Line(item, new Place(item.linkId(), turns), above);
            into.add(line);
            byItem.computeIfAbsent(item.linkId(), _ -> new ArrayList<>(1)).add(line);
            int fewest = item.type() == Questionnaire.Type.GROUP && item.limits().fewest() instanceof Integer number ? Math.min(number, 20) : 1;
            int rows = item.repeats() ? Math.max(fewest, counts.getOrDefault(line.place, 1)) : 1;
            for (int turn = 1; turn <= rows && laid < QuestionnaireReader.MOST_ITEMS * 10; turn++) {
                laid++;
                add(line, turn);
            }
        }
    }

    /** One more row, with the answer that stands there and all the lines below it. */
    Row add(Line line, int turn) {
        var row = new Row(line, line.item.repeats() ? line.place.turn(turn) : line.place);
        row.value = filling.at(row.place);
        line.rows.add(row);
        lay(line.item.items(), row, row.place.turns(), row.lines);
        return row;
    }

    /** The lines of a question that an item sees: those in the same repetitions of what both stand in. */
    List<Line> seenFrom(Line line, String question) {
        var all = byItem.getOrDefault(question, List.of());
        if (all.size() < 2) {
            return all;
        }
        int common = common(line.item, all.getFirst().item);
        return all.stream().filter(it -> it.place.turns().subList(0, common).equals(line.place.turns().subList(0, common))).toList();
    }

    private int common(Item one, Item other) {
        var mine = questionnaire.index().above().get(one.linkId()).stream().filter(Item::repeats).toList();
        var theirs = questionnaire.index().above().get(other.linkId()).stream().filter(Item::repeats).toList();
        int common = 0;
        while (common < mine.size() && common < theirs.size() && mine.get(common) == theirs.get(common)) {
            common++;
        }
        return common;
    }

    /** Decides for every line whether it is asked, from the answers and from what expressions said last. */
    void decide() {
        var done = new java.util.IdentityHashMap<Line, Boolean>();
        byItem.values().forEach(all -> all.forEach(it -> asked(it, done)));
    }

    private boolean asked(Line line, Map<Line, Boolean> done) {
        var known = done.get(line);
        if (known != null) {
            return known;
        }
        boolean above = line.above == null || asked(line.above.line, done);
        line.asked = above && holds(line.item.when(), line, done);
        done.put(line, line.asked);
        return line.asked;
    }

    private boolean holds(Condition condition, Line line, Map<Line, Boolean> done) {
        return switch (condition) {
            case Condition.Always _ -> true;
            case Condition.All(var all) -> all.stream().allMatch(it -> holds(it, line, done));
            case Condition.Any(var any) -> any.stream().anyMatch(it -> holds(it, line, done));
            case Condition.Computed _ -> line.conditionHolds;
            case Condition.Answered(var question, var expected) -> answers(line, question, done).isEmpty() != expected;
            case Condition.Compared(var question, var operator, var value) -> Comparing.holds(answers(line, question, done), operator, value);
        };
    }

    private List<Value> answers(Line from, String question, Map<Line, Boolean> done) {
        var values = new ArrayList<Value>();
        for (var line : seenFrom(from, question)) {
            if (asked(line, done)) {
                line.rows.forEach(it -> {
                    if (it.value != null) {
                        values.add(it.value);
                    }
                });
            }
        }
        return values;
    }
}
