package org.casebridge.directory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reading and writing the fields of HSDS 3 that an {@link Entry} holds. */
final class Hsds {

    private Hsds() {}

    static @Nullable String text(Map<String, Object> said, String key) {
        return said.get(key) instanceof Object value && !value.toString().isBlank() ? value.toString().strip() : null;
    }

    static @Nullable BigDecimal number(Map<String, Object> said, String key) {
        var text = text(said, key);
        return text == null || !text.matches("-?\\d+(\\.\\d+)?") ? null : new BigDecimal(text);
    }

    /** Only when there is something to say. */
    static void put(Map<String, Object> said, String key, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            said.put(key, value);
        }
    }

    static @Nullable Object orNull(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> said, String key) {
        return said.get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    /** One text of each, on lines of their own. */
    static @Nullable String lines(Map<String, Object> said, String list, String key) {
        var lines = list(said, list).stream().map(it -> text(it, key)).filter(it -> it != null).toList();
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** Of each line of a text, an object with one field. */
    static List<Map<String, Object>> objects(@Nullable String lines, String key) {
        return lines == null ? List.of() : lines.lines().map(String::strip).filter(it -> !it.isEmpty()).distinct().map(it -> Map.<String, Object>of(key, it)).toList();
    }

    static <T> List<T> rows(@Nullable List<T> rows, Predicate<T> blank) {
        return rows == null ? List.of() : rows.stream().filter(it -> it != null && !blank.test(it)).toList();
    }

    /** The rules that no row can say stay; those that one can are what the rows say now. */
    static List<Map<String, Object>> schedules(List<Map<String, Object>> before, @Nullable List<OpenHours> open, @Nullable List<ClosedTime> closed) {
        var schedules = new ArrayList<Map<String, Object>>();
        rows(open, OpenHours::blank).forEach(it -> schedules.add(it.said()));
        rows(closed, ClosedTime::blank).forEach(it -> schedules.add(it.said()));
        before.stream().filter(it -> !OpenHours.says(it) && !ClosedTime.says(it)).forEach(schedules::add);
        return schedules;
    }

    static List<OpenHours> open(List<Map<String, Object>> schedules) {
        return of(schedules, OpenHours::says, OpenHours::of);
    }

    static List<ClosedTime> closed(List<Map<String, Object>> schedules) {
        return of(schedules, ClosedTime::says, ClosedTime::of);
    }

    static List<PhoneLine> phones(Map<String, Object> said) {
        return list(said, "phones").stream().filter(it -> text(it, "number") != null).map(PhoneLine::of).toList();
    }

    static List<Map<String, Object>> said(@Nullable List<PhoneLine> phones) {
        return rows(phones, PhoneLine::blank).stream().map(PhoneLine::said).toList();
    }

    static void check(String prefix, @Nullable List<OpenHours> open, @Nullable List<ClosedTime> closed) {
        for (int i = 0; open != null && i < open.size(); i++) {
            if (open.get(i) != null && !open.get(i).blank()) {
                open.get(i).check(prefix + "open[" + i + "].");
            }
        }
        for (int i = 0; closed != null && i < closed.size(); i++) {
            if (closed.get(i) != null && !closed.get(i).blank()) {
                closed.get(i).check(prefix + "closed[" + i + "].");
            }
        }
    }

    private static <T> List<T> of(List<Map<String, Object>> said, Predicate<Map<String, Object>> says, Function<Map<String, Object>, T> read) {
        return Stream.ofNullable(said).flatMap(List::stream).filter(says).map(read).toList();
    }
}
