package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Questionnaire.Option;
import org.jspecify.annotations.Nullable;

/** Where a questionnaire stands with these answers: what is asked, what is computed, what is wrong or missing, and the scores. Fields are in the order of the items. */
public record State(Questionnaire questionnaire, Filling filling, List<Field> fields, List<Problem> problems, List<CountedScore> scores) {

    /**
     * An item where it stands. A group that repeats has a row for each repetition, a question that repeats one for each answer, everything else exactly one.
     * {@code computed}: the value is worked out here, and nobody has put another in its place. {@code options} may depend on other answers.
     */
    public record Field(Item item, Place place, boolean asked, boolean computed, List<Option> options, List<Row> rows, List<Problem> problems) {

        /** Asked, and meant to be seen. */
        public boolean visible() {
            return asked && !item.hidden();
        }

        public boolean has(Value value) {
            return rows.stream().anyMatch(it -> it.value() != null && Comparing.same(it.value(), value));
        }

        public boolean answered() {
            return rows.stream().anyMatch(it -> it.value() != null || it.fields().stream().anyMatch(Field::answered));
        }
    }

    public record Row(Place place, @Nullable Value value, List<Field> fields, List<Problem> problems) {}

    /** What the answers to some questions count together, and how many of those that are asked were answered. */
    public record Tally(BigDecimal sum, int answered, int asked) {

        public boolean complete() {
            return answered == asked && asked > 0;
        }
    }

    /** Nothing stands in the way of finishing. Answers to what is not asked are left out then, and do not. */
    public boolean complete() {
        return problems.stream().allMatch(it -> it.kind() == Problem.Kind.WARNING || it.kind() == Problem.Kind.NOT_ASKED);
    }

    /** Every field, from top to bottom. */
    public Stream<Field> all() {
        return fields.stream().flatMap(State::all);
    }

    /** The field that a place, or its repetition, belongs to; null when it is not laid out. */
    public @Nullable Field field(Place place) {
        return all().filter(it -> it.item().linkId().equals(place.linkId())).filter(it -> it.place().equals(place) || it.rows().stream().anyMatch(row -> row.place().equals(place))).findFirst().orElse(null);
    }

    /** The values at an item, wherever it stands and is asked. */
    public List<Value> values(String linkId) {
        var values = new ArrayList<Value>();
        all().filter(it -> it.asked() && it.item().linkId().equals(linkId)).forEach(field -> field.rows().forEach(row -> {
            if (row.value() != null) {
                values.add(row.value());
            }
        }));
        return values;
    }

    public Tally tally(Collection<String> linkIds) {
        var sum = BigDecimal.ZERO;
        int answered = 0;
        int asked = 0;
        for (var field : all().filter(it -> it.asked() && linkIds.contains(it.item().linkId())).toList()) {
            asked++;
            answered += field.answered() ? 1 : 0;
            for (var row : field.rows()) {
                var option = row.value() == null ? null : field.item().option(row.value());
                sum = option == null || option.weight() == null ? sum : sum.add(option.weight());
            }
        }
        return new Tally(sum, answered, asked);
    }

    /** As a FHIR QuestionnaireResponse (JSON) with all that is asked and answered, computed values too. */
    public String response(Launch launch, boolean finished) {
        return ResponseWriter.write(this, launch, finished ? "completed" : "in-progress");
    }

    private static Stream<Field> all(Field field) {
        return Stream.concat(Stream.of(field), field.rows().stream().flatMap(it -> it.fields().stream()).flatMap(State::all));
    }
}
