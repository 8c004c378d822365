package org.casebridge.directory;

import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** On which days of every week somebody is there, from when to when; closing before opening means the next morning. A row left blank says nothing. */
public record OpenHours(@Nullable List<DayOfWeek> days, @Nullable LocalTime opens, @Nullable LocalTime closes,
                        @Nullable @Size(max = 200, message = "Keep this to 200 characters or fewer.") String words) {

    private static final String WEEKLY_KEYS = "freq|byday|opens_at|closes_at|description|closed|interval|wkst";

    /** Whether a rule of HSDS is one that this row can say: the same days of every week, without dates. */
    static boolean says(Map<String, Object> said) {
        var days = Hsds.text(said, "byday");
        return said.entrySet().stream().allMatch(it -> it.getValue() == null || it.getKey().matches(WEEKLY_KEYS))
                && !Boolean.TRUE.equals(said.get("closed")) && (said.get("interval") == null || said.get("interval").toString().equals("1"))
                && "WEEKLY".equals(Hsds.text(said, "freq")) && days != null && days.matches("(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*") && said.get("opens_at") != null;
    }

    static OpenHours of(Map<String, Object> said) {
        var days = new ArrayList<DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            if (String.valueOf(said.get("byday")).contains(code(day))) {
                days.add(day);
            }
        }
        return new OpenHours(days, time(said, "opens_at"), time(said, "closes_at"), Hsds.text(said, "description"));
    }

    boolean blank() {
        return (days == null || days.isEmpty()) && opens == null && closes == null && (words == null || words.isBlank());
    }

    /** Refuses, beside the row's field, hours without a day or a beginning, and an end that is the beginning. */
    void check(String row) {
        if (days == null || days.isEmpty()) {
            throw Refused.invalid("On which days? Tick each day that has these hours.").at(row + "days");
        }
        if (opens == null) {
            throw Refused.invalid("From when are they open? Write a time of day, like {example}.", "09:00").at(row + "opens");
        }
        if (opens.equals(closes)) {
            throw Refused.invalid("They would close when they open. For all day and night write 00:00 to 23:59.").at(row + "closes");
        }
    }

    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("freq", "WEEKLY");
        said.put("byday", String.join(",", (days == null ? List.<DayOfWeek>of() : days).stream().distinct().sorted().map(OpenHours::code).toList()));
        said.put("opens_at", String.valueOf(opens));
        Hsds.put(said, "closes_at", closes == null ? null : closes.toString());
        Hsds.put(said, "description", words);
        return said;
    }

    /** RFC 5545: MO, TU, WE … */
    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static @Nullable LocalTime time(Map<String, Object> said, String key) {
        var text = Hsds.text(said, key);
        return text == null || !text.matches("\\d{2}:\\d{2}.*") ? null : LocalTime.parse(text.substring(0, 5));
    }
}
