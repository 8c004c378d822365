package org.casebridge.questionnaires;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was answered so far, place by place; partial is fine. Computed values are not in it (they are in the {@link State}); a value at the place of a computed one
 * is what somebody put there instead. {@code rows} keeps repetitions that were added and are still empty. Two fillings are merged place by place.
 */
public record Filling(Map<Place, Value> values, Map<Place, Integer> rows) {

    /** More repetitions of one item than anybody fills in by hand. */
    public static final int MOST_ROWS = 200;

    public static final Filling EMPTY = new Filling(Map.of(), Map.of());

    public Filling {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        rows = Map.copyOf(rows);
    }

    public record Read(Filling filling, List<Problem> problems) {}

    /** Reads a FHIR QuestionnaireResponse (JSON); answers that do not fit the questionnaire are left out and named. */
    public static Read from(Questionnaire questionnaire, String response) {
        return ResponseReader.read(questionnaire, response);
    }

    public Filling put(Place place, Value value) {
        var more = new TreeMap<>(values);
        more.put(place, value);
        return new Filling(more, rows);
    }

    public Filling without(Collection<Place> places) {
        var fewer = new TreeMap<>(values);
        places.forEach(fewer::remove);
        return new Filling(fewer, rows);
    }

    public Filling without(Place place) {
        return without(List.of(place));
    }

    /** One more repetition of the field at this place (without its own turn), which has so many now. */
    public Filling another(Place field, int now) {
        var more = new TreeMap<>(rows);
        more.put(field, Math.min(now + 1, MOST_ROWS));
        return new Filling(values, more);
    }

    /** Takes out one repetition of a question or a group with all that stands in it; those after it move up. */
    public Filling withoutTurn(Questionnaire questionnaire, Place row) {
        int depth = row.turns().size() - 1;
        if (depth < 0 || questionnaire.item(row.linkId()) == null) {
            return this;
        }
        var outer = row.turns().subList(0, depth);
        int gone = row.turns().getLast();
        var kept = new TreeMap<Place, Value>();
        values.forEach((place, value) -> moved(questionnaire, place, row.linkId(), outer, gone, 1).ifPresent(it -> kept.put(it, value)));
        var counts = new java.util.HashMap<Place, Integer>();
        rows.forEach((place, count) -> moved(questionnaire, place, row.linkId(), outer, gone, 0).ifPresent(it -> counts.put(it, count)));
        counts.computeIfPresent(new Place(row.linkId(), outer), (_, count) -> Math.max(1, count - 1));
        return new Filling(kept, counts);
    }

    /** Where a place stands when that repetition is gone; {@code own}: whether its item's own turn counts (in answers it does, in counts of repetitions not). */
    private static java.util.Optional<Place> moved(Questionnaire questionnaire, Place place, String linkId, List<Integer> outer, int gone, int own) {
        var within = place.linkId().equals(linkId) ? own == 1
                : questionnaire.index().above().getOrDefault(place.linkId(), List.of()).stream().anyMatch(it -> it.linkId().equals(linkId));
        int depth = outer.size();
        if (!within || place.turns().size() <= depth || !place.turns().subList(0, depth).equals(outer) || place.turns().get(depth) < gone) {
            return java.util.Optional.of(place);
        }
        if (place.turns().get(depth) == gone) {
            return java.util.Optional.empty();
        }
        var turns = new java.util.ArrayList<>(place.turns());
        turns.set(depth, turns.get(depth) - 1);
        return java.util.Optional.of(new Place(place.linkId(), turns));
    }

    public @Nullable Value at(Place place) {
        return values.get(place);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The places whose answers differ. */
    public List<Place> changed(Filling other) {
        return java.util.stream.Stream.concat(values.keySet().stream(), other.values.keySet().stream()).distinct().filter(it -> !Objects.equals(at(it), other.at(it))).sorted().toList();
    }
}
