package org.casebridge.questionnaires;

import java.util.Locale;
import java.util.Map;

/** A text and its translations by language ({@code es}, {@code pt-BR}); never markup, whatever the author put in. */
public record Text(String plain, Map<String, String> translations) {

    public static final Text NONE = new Text("", Map.of());

    public Text {
        translations = Map.copyOf(translations);
    }

    public static Text of(String plain) {
        return plain.isEmpty() ? NONE : new Text(plain, Map.of());
    }

    /** In that language as far as it was translated, otherwise as it was written. */
    public String in(Locale reader) {
        var exact = translations.get(reader.toLanguageTag());
        return exact != null ? exact : translations.getOrDefault(reader.getLanguage(), plain);
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }
}
