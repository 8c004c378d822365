package org.casebridge.workforce;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** The spans in which somebody works on each weekday, in their order; {@code own} where they are theirs and not the agency's usual ones. */
public record WorkTime(Map<DayOfWeek, List<Span>> spans, boolean own) {

    /** What holds where nobody said anything. */
    public static final WorkTime USUAL = new WorkTime(everyWeekday(List.of(new Span(LocalTime.of(8, 30), LocalTime.of(17, 0)))), false);
    private static final int MOST_SPANS = 4;
    private static final String TIME = "(\\d{1,2})(?::(\\d{2}))?(?:\\s*([ap])\\.?\\s?m\\.?)?";
    private static final Pattern SPAN = Pattern.compile(TIME + "\\s*(?:-|–|to|a)\\s*" + TIME, Pattern.CASE_INSENSITIVE);

    public List<Span> on(DayOfWeek weekday) {
        return spans.getOrDefault(weekday, List.of());
    }

    public int minutesAWeek() {
        return spans.values().stream().flatMap(List::stream).mapToInt(Span::minutes).sum();
    }

    /** As {@link #read} takes it. */
    public String text(DayOfWeek weekday) {
        return String.join(", ", on(weekday).stream().map(Span::toString).toList());
    }

    /** Spans as people write them: {@code 8:30-12, 13:00-17:00} or {@code 8:30 am to 5 pm}; none when nothing is written. Refuses what is no span, one that ends before it begins, and one over another. */
    public static List<Span> read(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var all = new ArrayList<Span>();
        for (var part : text.split("[,;]")) {
            all.add(span(part.strip(), field));
        }
        all.sort(Comparator.comparing(Span::from));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from().isBefore(all.get(i - 1).until())) {
                throw Refused.invalid("These times run into each other.").at(field);
            }
        }
        if (all.size() > MOST_SPANS) {
            throw Refused.invalid("At most {count} spans a day.", MOST_SPANS).at(field);
        }
        return List.copyOf(all);
    }

    private static Span span(String text, String field) {
        var found = SPAN.matcher(text);
        if (!found.matches()) {
            throw Refused.invalid("Write times like this: 8:30-12:00, 13:00-17:00.").at(field);
        }
        try {
            var span = new Span(time(found.group(1), found.group(2), found.group(3)), time(found.group(4), found.group(5), found.group(6)));
            if (!span.from().isBefore(span.until())) {
                throw Refused.invalid("{from} is not before {until}. Write 13:00 or 1 pm for the hours after noon.", span.from(), span.until()).at(field);
            }
            return span;
        } catch (DateTimeException impossible) {
            throw Refused.invalid("Write times like this: 8:30-12:00, 13:00-17:00.").at(field);
        }
    }

    private static LocalTime time(String hour, @Nullable String minute, @Nullable String half) {
        int of24 = Integer.parseInt(hour);
        if (half != null) {
            if (of24 < 1 || of24 > 12) {
                throw new DateTimeException("No hour of a half day");
            }
            of24 = of24 % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(of24, minute == null ? 0 : Integer.parseInt(minute));
    }

    static WorkTime of(Map<DayOfWeek, List<Span>> spans, boolean own) {
        var sorted = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        spans.forEach((day, of) -> sorted.put(day, of.stream().sorted(Comparator.comparing(Span::from)).toList()));
        return new WorkTime(sorted, own);
    }

    private static Map<DayOfWeek, List<Span>> everyWeekday(List<Span> spans) {
        var all = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            all.put(day, day.getValue() <= DayOfWeek.FRIDAY.getValue() ? spans : List.of());
        }
        return all;
    }
}
