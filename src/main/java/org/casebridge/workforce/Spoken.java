package org.casebridge.workforce;

import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.web.Option;
import org.casebridge.web.Say;

/** The languages a worker may speak, by BCP 47 code, named in the reader's language (CLDR). */
public final class Spoken {

    /** Those most spoken at home in the United States (American Community Survey, table B16001), and sign language. */
    static final List<String> OFFERED = List.of("en", "es", "zh", "tl", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "pl", "ur", "fa", "bn", "so", "am", "sw", "uk", "tw", "yo", "ig", "ase");

    private Spoken() {}

    public static String names(List<String> codes) {
        return codes.stream().map(Spoken::name).collect(Collectors.joining(", "));
    }

    /** By name, with what the record holds besides. */
    public static List<Option> options(List<String> held) {
        return Stream.concat(OFFERED.stream(), held.stream()).distinct().map(it -> new Option(it, name(it)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(Say.locale()))).toList();
    }

    private static String name(String code) {
        var name = ULocale.getDisplayLanguage(code, ULocale.forLocale(Say.locale()));
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(Say.locale()) + name.substring(1);
    }
}
