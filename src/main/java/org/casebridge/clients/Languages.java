package org.casebridge.clients;

import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.web.Option;
import org.casebridge.web.Say;

/** Languages by their BCP 47 codes, named in the reader's language (CLDR). */
public final class Languages {

    /** Those most spoken at home in the United States (Census Bureau, American Community Survey table B16001), and sign language. */
    private static final List<String> OFFERED = List.of("en", "es", "zh", "yue", "tl", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "pl", "de", "it", "ur", "fa", "prs", "ps",
            "te", "ta", "gu", "bn", "pa", "mr", "ml", "ne", "ja", "th", "lo", "km", "hmn", "my", "kar", "id", "sm", "haw", "ilo", "tr", "ku", "he", "yi", "el", "hy", "uk", "ro",
            "sr", "hr", "bs", "sq", "hu", "cs", "sw", "so", "am", "ti", "om", "yo", "ig", "ha", "ak", "tw", "rw", "ln", "wo", "ff", "nv", "chr", "ase");

    private static final Map<Locale, Names> NAMES = new ConcurrentHashMap<>();

    private Languages() {}

    /** The language's name; a code nobody knows stands for itself. */
    public static String name(String code) {
        return NAMES.computeIfAbsent(Say.locale(), Names::of).of(code);
    }

    public static boolean known(String code) {
        return code.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    }

    /** For a form, by name, with the one the record holds already, wherever it came from. */
    public static List<Option> options(String held) {
        var names = NAMES.computeIfAbsent(Say.locale(), Names::of);
        return held.isBlank() || OFFERED.contains(held) ? names.offered : Stream.concat(names.offered.stream(), Stream.of(new Option(held, name(held)))).sorted(names.order()).toList();
    }

    /** What a language calls those that are offered, in its own order; finding and sorting seventy names takes longer than the rest of a page. */
    private record Names(Locale language, Map<String, String> known, List<Option> offered) {

        static Names of(Locale language) {
            var known = OFFERED.stream().collect(Collectors.toMap(it -> it, it -> named(it, language)));
            return new Names(language, known, known.entrySet().stream().map(it -> new Option(it.getKey(), it.getValue())).sorted(order(language)).toList());
        }

        String of(String code) {
            var name = known.get(code);
            return name != null ? name : named(code, language);
        }

        Comparator<Option> order() {
            return order(language);
        }

        private static Comparator<Option> order(Locale language) {
            return Comparator.comparing(Option::label, Collator.getInstance(language));
        }

        private static String named(String code, Locale language) {
            var name = ULocale.getDisplayLanguage(code, ULocale.forLocale(language));
            return name.isEmpty() ? code : language.getLanguage().equals("en") ? name : name.substring(0, 1).toUpperCase(language) + name.substring(1);
        }
    }
}
