package org.casebridge.web;

import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages that a form offers, by their BCP 47 codes, named in the reader's language (CLDR). Finding and sorting some dozens of names takes longer than the rest of a page, so each language's are kept. */
public final class LanguageNames {

    private final List<String> codes;
    private final Map<Locale, Named> named = new ConcurrentHashMap<>();

    public LanguageNames(List<String> codes) {
        this.codes = List.copyOf(codes);
    }

    /** A code nobody knows stands for itself. */
    public String name(String code) {
        var name = named().names.get(code);
        return name != null ? name : name(code, Say.locale());
    }

    public boolean offers(String code) {
        return codes.contains(code);
    }

    /** By name, with those that the record holds besides, wherever they came from. */
    public List<Option> options(List<String> held) {
        var named = named();
        var more = held.stream().filter(it -> !it.isBlank() && !codes.contains(it)).distinct().map(it -> new Option(it, name(it))).toList();
        return more.isEmpty() ? named.options : Stream.concat(named.options.stream(), more.stream()).sorted(byName(Say.locale())).toList();
    }

    private Named named() {
        return named.computeIfAbsent(Say.locale(), language -> {
            var names = codes.stream().collect(Collectors.toMap(it -> it, it -> name(it, language)));
            return new Named(names, names.entrySet().stream().map(it -> new Option(it.getKey(), it.getValue())).sorted(byName(language)).toList());
        });
    }

    private static Comparator<Option> byName(Locale language) {
        return Comparator.comparing(Option::label, Collator.getInstance(language));
    }

    private static String name(String code, Locale language) {
        var name = ULocale.getDisplayLanguage(code, ULocale.forLocale(language));
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private record Named(Map<String, String> names, List<Option> options) {}
}
