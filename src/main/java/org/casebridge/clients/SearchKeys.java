package org.casebridge.clients;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.language.DoubleMetaphone;

/** What a client can be found by, from what is known of them. Who writes clients past {@link Clients} (a seeder, by COPY) writes these beside them. */
public final class SearchKeys {

    private static final int SHORTEST_PART = 3;
    private static final int LONGEST = 60;
    static final int END = 4;
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
    private static final DoubleMetaphone SOUNDS = new DoubleMetaphone();

    static {
        SOUNDS.setMaxCodeLen(6);
    }

    private SearchKeys() {}

    /** {@code token} makes what stands for a hidden value: {@link org.casebridge.sealing.Sealed#token}. */
    public static Set<SearchKey> of(List<PersonName> names, About about, List<ContactPoint> points, List<Identifier> identifiers, BinaryOperator<String> token) {
        var keys = new LinkedHashSet<SearchKey>();
        names.forEach(it -> name(keys, it));
        if (about.bornOn() != null) {
            keys.add(new SearchKey('D', about.bornOn().toString()));
        }
        for (var point : points) {
            if (point.kind() == ContactPoint.Kind.EMAIL) {
                keys.add(new SearchKey('E', cut(point.value().toLowerCase(Locale.ROOT))));
            } else {
                phone(keys, point.number() == null ? point.value().replaceAll("\\D", "") : PhoneNumbers.national(point.number()));
            }
        }
        for (var identifier : identifiers) {
            var plain = identifier.plain();
            if (identifier.hidden() && !plain.isEmpty()) {
                keys.add(whole(plain, token));
                if (identifier.kind() == Identifier.Kind.SSN && plain.length() > END) {
                    keys.add(end(plain.substring(plain.length() - END), token));
                }
            } else if (!plain.isEmpty()) {
                keys.add(new SearchKey('X', cut(plain)));
            }
        }
        return keys;
    }

    static SearchKey whole(String plain, BinaryOperator<String> token) {
        return new SearchKey('Z', token.apply("clients.identifier", plain));
    }

    static SearchKey end(String digits, BinaryOperator<String> token) {
        return new SearchKey('L', token.apply("clients.identifier end", digits));
    }

    private static void name(Set<SearchKey> keys, PersonName name) {
        var words = new ArrayList<>(words(name.given() + " " + name.family()));
        words(name.written()).stream().filter(it -> !words.contains(it)).forEach(words::add);
        for (int i = 0; i < words.size(); i++) {
            keys.add(new SearchKey('N', cut(words.get(i))));
            parts(words.get(i)).forEach(it -> keys.add(new SearchKey('I', it)));
            sounds(words.get(i)).forEach(it -> keys.add(new SearchKey('S', it)));
            for (int j = 0; j < words.size(); j++) {
                if (i != j && (words.size() <= 3 || Math.abs(i - j) == 1 || Math.abs(i - j) == words.size() - 1)) {
                    keys.add(new SearchKey('N', cut(words.get(i) + " " + words.get(j))));
                }
            }
        }
    }

    /** What one may type of a phone: the whole, the number without its area code, its last four digits. */
    private static void phone(Set<SearchKey> keys, String digits) {
        for (int length : new int[] {digits.length(), 7, 4}) {
            if (digits.length() >= length && length >= 4) {
                keys.add(new SearchKey('P', cut(digits.substring(digits.length() - length))));
            }
        }
    }

    /** The words of a name without accents, in small Latin letters, whatever the script. An apostrophe joins what it stands between. */
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        for (var word : fold(name).replaceAll("['’‘ʼ`´]", "").split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    static String fold(String text) {
        if (text.chars().allMatch(it -> it < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return plain.chars().allMatch(it -> it < 128) ? plain.toLowerCase(Locale.ROOT) : LATIN.transliterate(plain.replaceAll("[’‘ʼ´]", "'"));
    }

    /** The word from its second letter on, from its third, and so on, so that what begins with a text finds what holds it. */
    private static List<String> parts(String word) {
        var parts = new ArrayList<String>();
        for (int from = 1; from <= Math.min(word.length(), LONGEST) - SHORTEST_PART; from++) {
            parts.add(cut(word.substring(from)));
        }
        return parts;
    }

    /** How a word sounds: Lawrence Philips, The Double Metaphone Search Algorithm, 2000. */
    static Set<String> sounds(String word) {
        var sounds = new LinkedHashSet<String>();
        for (boolean alternate : new boolean[] {false, true}) {
            var sound = SOUNDS.doubleMetaphone(word, alternate);
            if (sound != null && !sound.isEmpty()) {
                sounds.add(sound);
            }
        }
        return sounds;
    }

    private static String cut(String token) {
        return token.length() <= LONGEST ? token : token.substring(0, LONGEST);
    }
}
