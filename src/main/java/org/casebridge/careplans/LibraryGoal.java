package org.casebridge.careplans;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A goal that the library offers as a beginning, in both languages: what an agency added ({@code id}), or what Casebridge brings ({@code base}), or the agency's words in place of those (both).
 * {@code program}: only for people of that programme. A retired one is no longer offered. {@code version} is 0 for what Casebridge brings.
 */
public record LibraryGoal(@Nullable UUID id, @Nullable String base, @Nullable UUID program, NeedCategory domain, @Nullable Template template, Text english, Text spanish, boolean retired, int version) {

    /** What is said in one language: a goal, how one will know, and steps. Specific, measurable, within reach, and begun from what the person wants. */
    public record Text(String goal, String measure, List<String> steps) {

        static Text of(String goal, String measure, String steps, String between) {
            return new Text(goal, measure, java.util.stream.Stream.of(steps.split(between)).map(String::strip).filter(it -> !it.isBlank()).toList());
        }

        public String lines() { return String.join("\n", steps); }
    }

    /** Sets of goals that belong together in a specialisation. */
    public enum Template implements Worded {
        BASICS("The basics of life"), HOUSING("Housing"), HOSPITAL("Home from hospital"), MENTAL_HEALTH("Mental health"), SUBSTANCE_USE("Recovery from substance use"),
        OLDER_ADULTS("Growing older at home"), FAMILY("Families");

        private final String words;

        Template(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** In the client's language where it was written, else in English. */
    public Text in(Locale language) {
        return language.getLanguage().equals("es") && !spanish.goal().isBlank() ? spanish : english;
    }

    /** What addresses name it by: the agency's key, else that of Casebridge. */
    public String key() {
        return id != null ? id.toString() : base;
    }
}
