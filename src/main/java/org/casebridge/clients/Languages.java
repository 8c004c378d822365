package org.casebridge.clients;

import java.util.List;
import org.casebridge.web.LanguageNames;
import org.casebridge.web.Option;

/** Languages by their BCP 47 codes, named in the reader's language (CLDR). */
public final class Languages {

    /** Those most spoken at home in the United States (Census Bureau, American Community Survey table B16001), and sign language. */
    private static final LanguageNames OFFERED = new LanguageNames(List.of("en", "es", "zh", "yue", "tl", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "pl", "de", "it", "ur", "fa", "prs", "ps",
            "te", "ta", "gu", "bn", "pa", "mr", "ml", "ne", "ja", "th", "lo", "km", "hmn", "my", "kar", "id", "sm", "haw", "ilo", "tr", "ku", "he", "yi", "el", "hy", "uk", "ro",
            "sr", "hr", "bs", "sq", "hu", "cs", "sw", "so", "am", "ti", "om", "yo", "ig", "ha", "ak", "tw", "rw", "ln", "wo", "ff", "nv", "chr", "ase"));

    private Languages() {}

    /** The language's name; a code nobody knows stands for itself. */
    public static String name(String code) {
        return OFFERED.name(code);
    }

    public static boolean known(String code) {
        return code.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    }

    /** For a form, by name, with the one the record holds already, wherever it came from. */
    public static List<Option> options(String held) {
        return OFFERED.options(List.of(held));
    }
}
