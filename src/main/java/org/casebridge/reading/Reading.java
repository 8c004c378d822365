package org.casebridge.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How easy a text is to read. English by the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers, Chissom 1975, Navy Research Branch Report 8-75) and SMOG (McLaughlin 1969, Journal of Reading 12:
 * 639-646; it was made for 30 sentences, and is given from 10 on); Spanish by Fernández Huerta's ease (1959, Consigna 214: 29-32, of the two ways in which it is printed the one with words in a sentence),
 * which his bands turn into school grades. Grades are of United States schools. {@code target} is the grade that the agency wants not to be passed.
 */
public record Reading(Locale language, int sentences, int words, int syllables, int polysyllables, List<String> tooLong, Map<String, String> jargon, int target) {

    /** A sentence of more words is marked: "Federal plain language guidelines" (2011) ask for 15 to 20 on average. */
    public static final int LONG = 20;
    private static final int FEW = 8;
    private static final int SMOG_FROM = 10;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’\\-]*");
    private static final Pattern END = Pattern.compile("(?<=[.!?…])[\"”»)]*\\s+|\\n+");
    private static final Set<String> ENGLISH = Set.of("the", "and", "of", "to", "i", "my", "is", "in", "that", "for", "with", "we", "you", "on", "are", "be", "at", "have", "it", "want", "or");
    private static final Set<String> SPANISH = Set.of("el", "la", "los", "las", "de", "que", "y", "en", "mi", "es", "por", "con", "para", "un", "una", "se", "del", "al", "lo", "quiero", "o", "su");

    /** In the language that it is written in: Spanish where its small words outnumber the English ones. */
    public static Reading of(String text, Collection<PlainWord> words, int target) {
        var all = WORD.matcher(text).results().map(it -> it.group()).toList();
        long english = all.stream().filter(it -> ENGLISH.contains(it.toLowerCase(Locale.ROOT))).count();
        long spanish = all.stream().filter(it -> SPANISH.contains(it.toLowerCase(Locale.ROOT))).count();
        var accents = text.codePoints().filter(it -> "áéíóúñ¿¡".indexOf(it) >= 0).count();
        return of(text, spanish + accents / 2 > english ? Locale.of("es") : Locale.ENGLISH, words, target);
    }

    public static Reading of(String text, Locale language, Collection<PlainWord> plain, int target) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        int many = 0;
        var tooLong = new ArrayList<String>();
        for (var sentence : Arrays.stream(END.split(text.strip())).map(String::strip).filter(it -> WORD.matcher(it).find()).toList()) {
            sentences++;
            int here = 0;
            for (var word : WORD.matcher(sentence).results().map(it -> it.group()).toList()) {
                here++;
                int count = Arrays.stream(word.split("-")).filter(it -> !it.isBlank()).mapToInt(it -> Syllables.of(it, language)).sum();
                syllables += count;
                many += count >= 3 ? 1 : 0;
            }
            words += here;
            if (here > LONG) {
                tooLong.add(sentence);
            }
        }
        var found = new LinkedHashMap<String, String>();
        var lower = " " + String.join(" ", WORD.matcher(text.toLowerCase(language)).results().map(it -> it.group()).toList()) + " ";
        plain.stream().filter(it -> it.language().equals(language.getLanguage()) && lower.contains(" " + it.word().toLowerCase(language) + " ")).forEach(it -> found.put(it.word(), it.plainer()));
        return new Reading(language, sentences, words, syllables, many, List.copyOf(tooLong), found, target);
    }

    /** Fewer than eight words say nothing of how hard a text is. */
    public boolean enough() { return words >= FEW; }

    public boolean spanish() { return language.getLanguage().equals("es"); }

    /** 0.39 words a sentence + 11.8 syllables a word − 15.59. */
    public double fleschKincaid() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /** 3.1291 + 1.0430 √(words of three syllables and more in 30 sentences); null below ten sentences, for which it was not made. */
    public @Nullable Double smog() {
        return sentences < SMOG_FROM ? null : smog(polysyllables * 30.0 / sentences);
    }

    static double smog(double inThirty) {
        return 3.1291 + 1.0430 * Math.sqrt(inThirty);
    }

    /** 206.84 − 60 syllables a word − 1.02 words a sentence: 100 is very easy, 0 very hard. */
    public double fernandezHuerta() {
        return 206.84 - 60.0 * syllables / words - 1.02 * words / sentences;
    }

    /** What Fernández Huerta's bands mean in school grades: 90 and more fourth, 80 fifth, 70 sixth, 60 seventh or eighth, 50 before university, below at it. */
    static int grade(double ease) {
        return ease >= 90 ? 4 : ease >= 80 ? 5 : ease >= 70 ? 6 : ease >= 60 ? 8 : ease >= 50 ? 11 : ease >= 30 ? 13 : 16;
    }

    /** The grade by which the text is judged, at least 1. */
    public int grade() {
        return spanish() ? grade(fernandezHuerta()) : (int) Math.max(1, Math.round(fleschKincaid()));
    }

    public boolean tooHard() {
        return enough() && grade() > target;
    }
}
