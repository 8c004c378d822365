package org.casebridge.assessments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.casebridge.access.AccountId;

/** A draft as the fields of its page: how the interview went, and, of an instrument of the library, its answers ({@code item-…}). Merged in three ways, field by field. */
public final class DraftFields {

    private static final String ITEM = "item-";

    private DraftFields() {}

    /** As its page shows it; what is empty is there too. */
    public static Map<String, String> of(Assessment.About about, Answers answers) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("stage", about.stage().name());
        fields.put("assessedOn", about.assessedOn().toString());
        fields.put("mode", about.mode().name());
        fields.put("language", about.language());
        fields.put("interpreter", about.interpreter().name());
        fields.put("present", about.present() == null ? "" : about.present());
        answers.byItem().forEach((item, answer) -> fields.put(ITEM + item, answer));
        return fields;
    }

    /** {@code fields} is what holds; {@code changed} what of it is new; {@code both} was not kept, and somebody must say. */
    record Merged(Map<String, String> fields, List<String> changed, List<Both> both) {

        Assessment.About about() {
            var present = fields.getOrDefault("present", "");
            return new Assessment.About(Assessment.Stage.valueOf(fields.get("stage")), LocalDate.parse(fields.get("assessedOn")), Assessment.Mode.valueOf(fields.get("mode")), fields.get("language"),
                    Assessment.Interpreter.valueOf(fields.get("interpreter")), present.isEmpty() ? null : present);
        }

        Answers answers() {
            var answers = new LinkedHashMap<String, String>();
            fields.forEach((field, value) -> {
                if (field.startsWith(ITEM) && !value.isEmpty()) {
                    answers.put(field.substring(ITEM.length()), value);
                }
            });
            return new Answers(answers);
        }
    }

    /** Who last wrote a field of a draft. */
    record Touch(AccountId account, String name, java.time.Instant at) {}

    /**
     * What the page showed, what stands here now, what was sent: where only one of the two last differs from the first, that one holds; where both do and differ, somebody must say,
     * unless it is the same person on another device. {@code began} wrote what nobody has touched since.
     */
    static Merged merge(Map<String, String> mine, Map<String, String> now, Shown shown, Map<String, Touch> touched, Touch began, AccountId me) {
        var fields = new LinkedHashMap<>(now);
        var changed = new ArrayList<String>();
        var both = new ArrayList<Both>();
        var names = new TreeSet<>(now.keySet());
        names.addAll(mine.keySet());
        for (var field : names) {
            var said = mine.getOrDefault(field, "");
            var stands = now.getOrDefault(field, "");
            var by = touched.getOrDefault(field, began);
            var decided = shown.nothing() ? Boolean.TRUE : shown.settled(field);
            if (said.equals(stands) || decided == null && shown.showed(field, said) || Boolean.FALSE.equals(decided)) {
                continue;
            }
            if (decided != null || shown.showed(field, stands) || by.account().equals(me)) {
                fields.put(field, said);
                changed.add(field);
            } else {
                both.add(new Both(field, said, stands, by.name(), by.at()));
            }
        }
        return new Merged(fields, changed, List.copyOf(both));
    }
}
