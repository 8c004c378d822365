package org.casebridge.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The translations: {@code say/es/<module>.po}, gettext's file format with the English sentence as msgid and ICU patterns on both sides. */
final class Catalogue {

    private final Map<String, String> spanish;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    private Catalogue(Map<String, String> spanish) {
        this.spanish = spanish;
    }

    static Catalogue read() {
        try {
            var spanish = new HashMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:say/es/*.po")) {
                spanish.putAll(entries(file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return new Catalogue(spanish);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The sentences of one file, in its order. Lines that go on are joined; comments start with a hash. */
    static SequencedMap<String, String> entries(String file) {
        var entries = new LinkedHashMap<String, String>();
        var key = new StringBuilder();
        var text = new StringBuilder();
        var current = key;
        for (var line : (file + "\nmsgid \"\"").split("\n")) {
            if (line.startsWith("msgid ")) {
                if (!key.isEmpty()) {
                    entries.put(key.toString(), text.toString());
                }
                key.setLength(0);
                text.setLength(0);
                current = key;
            } else if (line.startsWith("msgstr ")) {
                current = text;
            }
            int open = line.indexOf('"');
            int close = line.lastIndexOf('"');
            if (!line.startsWith("#") && open >= 0 && close > open) {
                current.append(line.substring(open + 1, close).replace("\\\"", "\"").replace("\\n", "\n"));
            }
        }
        return entries;
    }

    Prepared sentence(String english, Locale language) {
        return "es".equals(language.getLanguage())
                ? prepared.computeIfAbsent("es " + english, _ -> Prepared.of(english, spanish.getOrDefault(english, english), language))
                : prepared.computeIfAbsent("en " + english, _ -> Prepared.of(english, english, language));
    }

    /** A sentence taken apart once. {@code parts} alternate text and the place of a value when it is simple; else ICU formats it. */
    record Prepared(List<String> names, List<Object> parts, MessageFormat format) {

        static Prepared of(String english, String text, Locale language) {
            var names = names(new MessagePattern(english));
            var pattern = new MessagePattern(text);
            var parts = new ArrayList<Object>();
            var done = 0;
            var simple = true;
            for (int i = 0; i < pattern.countParts() && simple; i++) {
                var part = pattern.getPart(i);
                switch (part.getType()) {
                    case ARG_START -> {
                        simple = part.getArgType() == MessagePattern.ArgType.NONE;
                        parts.add(text.substring(done, part.getIndex()));
                        parts.add(names.indexOf(pattern.getSubstring(pattern.getPart(i + 1))));
                        done = pattern.getPart(pattern.getLimitPartIndex(i)).getLimit();
                    }
                    case SKIP_SYNTAX, INSERT_CHAR -> simple = false;
                    default -> { }
                }
            }
            parts.add(text.substring(done));
            return new Prepared(names, simple ? List.copyOf(parts) : List.of(), new MessageFormat(text, language));
        }

        private static List<String> names(MessagePattern pattern) {
            var names = new LinkedHashSet<String>();
            for (int i = 0; i < pattern.countParts(); i++) {
                var type = pattern.getPartType(i);
                if (type == MessagePattern.Part.Type.ARG_NAME || type == MessagePattern.Part.Type.ARG_NUMBER) {
                    names.add(pattern.getSubstring(pattern.getPart(i)));
                }
            }
            return List.copyOf(names);
        }

        String with(Object[] values, Locale language) {
            if (parts.isEmpty()) {
                var named = new HashMap<String, Object>();
                for (int i = 0; i < names.size() && i < values.length; i++) {
                    named.put(names.get(i), values[i]);
                }
                return ((MessageFormat) format.clone()).format(named);
            }
            var whole = new StringBuilder();
            for (var part : parts) {
                switch (part) {
                    case Integer place when place >= 0 && place < values.length -> whole.append(
                            values[place] instanceof Number number ? Numbers.of(number, language) : values[place]);
                    case Integer _ -> whole.append('?');
                    default -> whole.append(part);
                }
            }
            return whole.toString();
        }
    }
}
