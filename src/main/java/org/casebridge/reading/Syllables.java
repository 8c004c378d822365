package org.casebridge.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How many syllables a word has: in Spanish by its rules of diphthongs and hiatus, in English by the usual approximation (groups of vowels, silent e) with its best-known exceptions. */
final class Syllables {

    private static final Pattern ENGLISH_GROUPS = Pattern.compile("[aeiouy]+");
    private static final Map<String, Integer> ENGLISH = Map.ofEntries(Map.entry("being", 2), Map.entry("idea", 3), Map.entry("area", 3), Map.entry("people", 2), Map.entry("every", 2),
            Map.entry("something", 2), Map.entry("sometimes", 2), Map.entry("someone", 2), Map.entry("everyone", 3), Map.entry("create", 2), Map.entry("created", 3), Map.entry("science", 2),
            Map.entry("quiet", 2), Map.entry("diet", 2), Map.entry("client", 2), Map.entry("clients", 2), Map.entry("reality", 4), Map.entry("really", 2), Map.entry("business", 2),
            Map.entry("somewhere", 2), Map.entry("therefore", 2), Map.entry("homeless", 2), Map.entry("careful", 2), Map.entry("hospital", 3), Map.entry("anyone", 3), Map.entry("lives", 1),
            Map.entry("australian", 3), Map.entry("going", 2), Map.entry("doing", 2), Map.entry("reptilian", 3), Map.entry("mammal", 2), Map.entry("medicaid", 3), Map.entry("poem", 2), Map.entry("ratio", 3));

    private Syllables() {}

    static int of(String word, Locale language) {
        return language.getLanguage().equals("es") ? spanish(word.toLowerCase(language)) : english(word.toLowerCase(language));
    }

    private static int english(String word) {
        var bare = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("['’]s$|['’]", "");
        if (bare.chars().noneMatch(Character::isLetter)) {
            return Math.max(1, bare.length() / 2);
        }
        var known = ENGLISH.get(bare);
        if (known != null) {
            return known;
        }
        int count = (int) ENGLISH_GROUPS.matcher(bare).results().count();
        if (bare.matches(".*[^aeiouyl]e") || bare.matches(".*[aeiouy]le")) {
            count--;
        }
        if (bare.matches(".*[^aeiouytd]ed") || bare.matches(".*[^aeiouyscxzgh]es") && !bare.matches(".*[^aeiouy]les")) {
            count--;
        }
        if (bare.matches(".*(?:[^ctgsx]i[ao]|[^qg]ua|eo|iu|[^t]ien|uou).*") && !bare.matches(".*(?:people|ial|eou).*")) {
            count++;
        }
        return Math.max(1, count);
    }

    /** Two strong vowels, or a weak one with an accent beside a vowel, are two; every other pair of vowels is one. */
    private static int spanish(String word) {
        var letters = word.replaceAll("qu(?=[eéií])", "q").replaceAll("gu(?=[eéií])", "g").replaceAll("y$", "i").replace('ü', 'u');
        int count = 0;
        char before = ' ';
        for (char letter : letters.toCharArray()) {
            if ("aeiouáéíóú".indexOf(letter) >= 0) {
                boolean strongPair = "aeoáéó".indexOf(before) >= 0 && "aeoáéó".indexOf(letter) >= 0;
                boolean accented = "íú".indexOf(letter) >= 0 && "aeoáéó".indexOf(before) >= 0 || "íú".indexOf(before) >= 0 && "aeoáéó".indexOf(letter) >= 0;
                if ("aeiouáéíóú".indexOf(before) < 0 || strongPair || accented) {
                    count++;
                }
            }
            before = letter;
        }
        return Math.max(1, count);
    }
}
