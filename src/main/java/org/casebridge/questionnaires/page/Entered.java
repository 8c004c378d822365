package org.casebridge.questionnaires.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Place;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Questionnaire.Option;
import org.casebridge.questionnaires.State;
import org.casebridge.questionnaires.State.Field;
import org.casebridge.questionnaires.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a page sent, place by place: an answer, or null where a field was left empty. Fields that were not sent are not in it. {@code problems} are by the name of
 * the field; what has one is not in {@code given}.
 */
public record Entered(Map<Place, @Nullable Value> given, Map<String, Sentence> problems) {

    public static final Entered NOTHING = new Entered(Map.of(), Map.of());
    private static final int LONGEST = 20_000;

    /** {@code files} are those that were sent, by the name of their field; each is an answer already. */
    public static Entered read(State state, Map<String, List<String>> typed, Map<String, Value.File> files, ZoneId zone) {
        var reader = new Reader(state, typed, zone);
        typed.keySet().stream().filter(it -> it.startsWith(FieldName.PREFIX) && it.indexOf('~') < 0).sorted().forEach(reader::field);
        files.forEach(reader::file);
        return new Entered(reader.given, reader.problems);
    }

    /** These answers alone, with as many repetitions as the page had fields for. */
    public Filling filling(Questionnaire questionnaire) {
        var values = new TreeMap<Place, Value>();
        var rows = new java.util.HashMap<Place, Integer>();
        given.forEach((place, value) -> {
            if (value != null) {
                values.put(place, value);
            }
            var turns = new ArrayList<Integer>();
            java.util.stream.Stream.concat(questionnaire.index().above().get(place.linkId()).stream(), java.util.stream.Stream.of(java.util.Objects.requireNonNull(questionnaire.item(place.linkId()))))
                    .filter(Item::repeats).forEach(item -> {
                        if (turns.size() < place.turns().size()) {
                            rows.merge(new Place(item.linkId(), turns), place.turns().get(turns.size()), Math::max);
                            turns.add(place.turns().get(turns.size()));
                        }
                    });
        });
        return new Filling(values, rows);
    }

    private static final class Reader {

        private final State state;
        private final Map<String, List<String>> typed;
        private final ZoneId zone;
        private final Map<Place, Field> fields = new java.util.HashMap<>();
        private final Map<Place, @Nullable Value> given = new TreeMap<>();
        private final Map<String, Sentence> problems = new LinkedHashMap<>();

        Reader(State state, Map<String, List<String>> typed, ZoneId zone) {
            this.state = state;
            this.typed = typed;
            this.zone = zone;
            state.all().forEach(field -> {
                fields.put(field.place(), field);
                field.rows().forEach(row -> fields.put(row.place(), field));
            });
        }

        void field(String name) {
            var place = FieldName.place(name);
            var item = place == null ? null : state.questionnaire().item(place.linkId());
            var said = typed.getOrDefault(name, List.of()).stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
            if (place == null || item == null || !item.type().asks() || place.turns().stream().anyMatch(it -> it < 1 || it > Filling.MOST_ROWS)) {
                problem(name, said.isEmpty() ? null : Sentence.of("There is no such question."));
                return;
            }
            var field = fields.get(place);
            var options = field == null ? item.options() : field.options();
            if (item.readOnly() || item.hidden() || field != null && field.computed()) {
                problem(name, said.isEmpty() || field != null && same(field, place, said) ? null : Sentence.of("This is not answered by hand."));
            } else if (said.stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
                problem(name, Sentence.of("This holds a character that cannot be kept. Remove it and try again."));
            } else if (said.stream().anyMatch(it -> it.length() > LONGEST)) {
                problem(name, Sentence.of("Keep this to {most} characters or fewer.", LONGEST));
            } else if (item.type() == Questionnaire.Type.ATTACHMENT) {
                if (said.contains("gone")) {
                    given.put(place, null);
                }
            } else if (item.repeats() && !options.isEmpty()) {
                several(name, place, item, options, said);
            } else {
                one(name, place, item, options, said);
            }
        }

        private boolean same(Field field, Place place, List<String> said) {
            return field.rows().stream().anyMatch(it -> it.place().equals(place) && it.value() != null && said.equals(List.of(Typed.text(it.value(), zone))));
        }

        private void one(String name, Place place, Item item, List<Option> options, List<String> said) {
            var other = other(name);
            if (said.size() > 1) {
                problem(name, Sentence.of("Choose one of the answers offered."));
            } else if (said.isEmpty() && other.isEmpty()) {
                given.put(place, null);
            } else {
                put(name, place, item, options, said.isEmpty() ? "" : said.getFirst(), other.isEmpty() ? "" : String.join(" ", other));
            }
        }

        private void put(String name, Place place, Item item, List<Option> options, String said, String other) {
            var value = !other.isEmpty() && Typed.takesText(item) ? new Value.Words(other) : Typed.offered(said, options);
            if (value == null && (options.isEmpty() || Typed.takesText(item) || item.type() != Questionnaire.Type.CHOICE)) {
                value = Typed.value(item, said, String.join("", typed.getOrDefault(name + FieldName.UNIT, List.of())).strip(), zone);
            }
            if (value == null) {
                problem(name, options.isEmpty() ? Sentence.of("The answer is not {kind}.", item.type()) : Sentence.of("This is not one of the answers offered."));
            } else {
                given.put(place, value);
            }
        }

        /** All answers of a question that takes several come in one field, which is named by the question. */
        private void several(String name, Place place, Item item, List<Option> options, List<String> said) {
            if (place.turns().size() != above(item)) {
                one(name, place, item, options, said);
                return;
            }
            var values = new ArrayList<Value>();
            for (var token : said) {
                var value = Typed.offered(token, options);
                if (value == null) {
                    problem(name, Sentence.of("This is not one of the answers offered."));
                    return;
                }
                values.add(value);
            }
            if (Typed.takesText(item)) {
                other(name).forEach(it -> values.add(new Value.Words(it)));
            }
            int before = fields.get(place) == null ? 0 : fields.get(place).rows().size();
            for (int i = 0; i < Math.min(Math.max(values.size(), before), Filling.MOST_ROWS); i++) {
                var turns = new ArrayList<>(place.turns());
                turns.add(i + 1);
                given.put(new Place(place.linkId(), turns), i < values.size() ? values.get(i) : null);
            }
        }

        private List<String> other(String name) {
            return typed.getOrDefault(name + FieldName.OTHER, List.of()).stream().flatMap(String::lines).map(String::strip).filter(it -> !it.isEmpty()).toList();
        }

        private int above(Item item) {
            return (int) state.questionnaire().index().above().get(item.linkId()).stream().filter(Item::repeats).count();
        }

        void file(String name, Value.File file) {
            var place = FieldName.place(name);
            var item = place == null ? null : state.questionnaire().item(place.linkId());
            if (place == null || item == null || item.type() != Questionnaire.Type.ATTACHMENT) {
                problem(name, Sentence.of("There is no such question."));
            } else {
                given.put(place, file);
            }
        }

        private void problem(String name, @Nullable Sentence words) {
            if (words != null) {
                problems.putIfAbsent(name, words);
            }
        }
    }
}
