package org.casebridge.workforce;

import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.web.LanguageNames;
import org.casebridge.web.Option;

/** The languages a worker may speak, by BCP 47 code, named in the reader's language (CLDR). */
public final class Spoken {

    /** Those most spoken at home in the United States (American Community Survey, table B16001), and sign language. */
    private static final LanguageNames OFFERED = new LanguageNames(List.of("en", "es", "zh", "tl", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "pl", "ur", "fa", "bn", "so", "am", "sw", "uk", "tw", "yo", "ig", "ase"));

    private Spoken() {}

    public static String names(List<String> codes) {
        return codes.stream().map(OFFERED::name).collect(Collectors.joining(", "));
    }

    static boolean offered(String code) {
        return OFFERED.offers(code);
    }

    /** By name, with what the record holds besides. */
    public static List<Option> options(List<String> held) {
        return OFFERED.options(held);
    }
}
