package org.casebridge.directory;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** Days on which nobody is there in spite of the hours of the week: a holiday, a summer break. {@code to} left out is the same day. */
public record ClosedTime(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable @Size(max = 200, message = "Keep this to 200 characters or fewer.") String words) {

    /** Whether a rule of HSDS is one that this row can say: closed between two dates of real years. */
    static boolean says(Map<String, Object> said) {
        return Boolean.TRUE.equals(said.get("closed")) && day(said, "valid_from") != null
                && said.entrySet().stream().allMatch(it -> it.getValue() == null || it.getKey().matches("closed|valid_from|valid_to|description"));
    }

    static ClosedTime of(Map<String, Object> said) {
        return new ClosedTime(day(said, "valid_from"), day(said, "valid_to"), Hsds.text(said, "description"));
    }

    boolean blank() {
        return from == null && to == null && (words == null || words.isBlank());
    }

    /** Refuses, beside the row's field, days that end before they begin, and words without a day. */
    void check(String row) {
        if (from == null) {
            throw Refused.invalid("From which day on are they closed?").at(row + "from");
        }
        if (to != null && to.isBefore(from)) {
            throw Refused.invalid("This day is before the first one. Check both.").at(row + "to");
        }
    }

    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("closed", true);
        said.put("valid_from", String.valueOf(from));
        said.put("valid_to", String.valueOf(to == null ? from : to));
        Hsds.put(said, "description", words);
        return said;
    }

    private static @Nullable LocalDate day(Map<String, Object> said, String key) {
        var text = Hsds.text(said, key);
        return text == null || text.startsWith("0001") || !text.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(text);
    }
}
