package org.casebridge.clients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.casebridge.kernel.Sentence;

/** What somebody typed into the search box, read: words of a name in any order, a birth date, a phone, an e-mail, an identifier. A client must match every part. */
record Search(List<Part> parts) {

    /** Longer than any name with a birth date and a phone; what follows is not read. */
    private static final int LONGEST = 120;
    private static final int MOST_PARTS = 6;
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}-])\\+?\\(?\\d[\\d ().\\-]{5,18}\\d(?![\\p{L}\\p{N}])");
    private static final String LAST = new String(Character.toChars(0x10FFFF));

    /** What must be found for one part: any key of a kind from {@code low} up to {@code high}; the lower the rank, the closer. */
    record Wanted(int part, char kind, String low, String high, int rank) {

        static Wanted begins(int part, char kind, String token, int rank) {
            return new Wanted(part, kind, token, token + LAST, rank);
        }

        static Wanted is(int part, char kind, String token, int rank) {
            return new Wanted(part, kind, token, token + '\u0001', rank);
        }
    }

    sealed interface Part {}

    record Word(String word) implements Part {}

    record Born(List<LocalDate> days) implements Part {}

    /** A phone or an identifier or their ends; four digits may also be the year of birth. */
    record Number(String plain) implements Part {}

    record Email(String address) implements Part {}

    static Search read(String typed, LocalDate today) {
        var parts = new ArrayList<Part>();
        var rest = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        rest = rest.replace('\0', ' ');
        var born = BirthDates.find(rest, today);
        if (born.isPresent()) {
            parts.add(new Born(born.get().days()));
            rest = rest.substring(0, born.get().from()) + " " + rest.substring(born.get().to());
        }
        for (var email = EMAIL.matcher(rest); email.find(); email = EMAIL.matcher(rest)) {
            parts.add(new Email(email.group().toLowerCase(Locale.ROOT)));
            rest = rest.substring(0, email.start()) + " " + rest.substring(email.end());
        }
        for (var phone = PHONE.matcher(rest); phone.find(); phone = PHONE.matcher(rest)) {
            parts.add(new Number(phoneDigits(phone.group())));
            rest = rest.substring(0, phone.start()) + " " + rest.substring(phone.end());
        }
        for (var word : rest.split("[\\s,;]+")) {
            var plain = word.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            if (plain.length() >= 3 && plain.chars().anyMatch(Character::isDigit)) {
                parts.add(new Number(plain));
            } else {
                SearchKeys.words(word).forEach(it -> parts.add(new Word(it)));
            }
        }
        return new Search(List.copyOf(parts.size() > MOST_PARTS ? parts.subList(0, MOST_PARTS) : parts));
    }

    private static String phoneDigits(String written) {
        var digits = written.replaceAll("\\D", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }

    boolean blank() {
        return parts.isEmpty();
    }

    /** The nearest first, {@code token} making what stands for a hidden number: names that begin with what was typed; two words as one key, which the index answers at once however common each is. */
    List<Wanted> closely(BinaryOperator<String> token) {
        var wanted = new ArrayList<Wanted>();
        var words = parts.stream().filter(Word.class::isInstance).map(it -> ((Word) it).word()).toList();
        int number = 0;
        if (words.size() == 2) {
            wanted.add(Wanted.begins(number++, 'N', words.get(0) + " " + words.get(1), 0));
        }
        for (var part : parts) {
            if (part instanceof Word(String word)) {
                if (words.size() != 2) {
                    wanted.add(Wanted.begins(number++, 'N', word, 0));
                }
            } else {
                others(part, number++, wanted, token);
            }
        }
        return wanted;
    }

    /** Also inner parts of names, and names that sound alike. */
    List<Wanted> widely(BinaryOperator<String> token) {
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Word(String word)) {
                wanted.add(Wanted.begins(i, 'N', word, 0));
                if (word.length() >= 3) {
                    wanted.add(Wanted.begins(i, 'I', word, 2));
                    for (var sound : SearchKeys.sounds(word)) {
                        wanted.add(Wanted.is(i, 'S', sound, 4));
                    }
                }
            } else {
                others(parts.get(i), i, wanted, token);
            }
        }
        return wanted;
    }

    private static void others(Part part, int number, List<Wanted> wanted, BinaryOperator<String> token) {
        switch (part) {
            case Word _ -> { }
            case Born(List<LocalDate> days) -> days.forEach(it -> wanted.add(Wanted.is(number, 'D', it.toString(), 0)));
            case Email(String address) -> wanted.add(Wanted.begins(number, 'E', address, 0));
            case Number(String plain) -> {
                wanted.add(Wanted.begins(number, 'P', plain, 0));
                wanted.add(Wanted.begins(number, 'X', plain, 0));
                wanted.add(hidden(number, SearchKeys.whole(plain, token)));
                if (plain.matches("\\d{" + SearchKeys.END + "}")) {
                    wanted.add(hidden(number, SearchKeys.end(plain, token)));
                }
                if (plain.matches("(19|20)\\d\\d")) {
                    wanted.add(Wanted.begins(number, 'D', plain + "-", 1));
                }
            }
        }
    }

    private static Wanted hidden(int number, SearchKey key) {
        return Wanted.is(number, key.kind(), key.token(), 0);
    }

    /** Why a client was found, by the key that was hit for each part; {@code name} is the name shown. */
    List<Sentence> why(List<SearchKey> hits, String name) {
        var words = parts.stream().filter(Word.class::isInstance).map(it -> ((Word) it).word()).toList();
        var shown = SearchKeys.words(name);
        return hits.stream().map(hit -> switch (hit.kind()) {
            case 'N' -> {
                var typed = hit.token().contains(" ") ? String.join(" ", words) : words.stream().filter(hit.token()::startsWith).findFirst().orElse(hit.token());
                yield List.of(hit.token().split(" ")).stream().allMatch(shown::contains) ? Sentence.of("name has “{word}”", typed)
                        : Sentence.of("another name of theirs has “{word}”", typed);
            }
            case 'I' -> Sentence.of("name has “{word}”", words.stream().filter(hit.token()::startsWith).findFirst().orElse(hit.token()));
            case 'S' -> Sentence.of("name sounds like “{word}”",
                    words.stream().filter(it -> SearchKeys.sounds(it).contains(hit.token())).findFirst().orElse(String.join(" ", words)));
            case 'P' -> Sentence.of("phone has {digits}", hit.token());
            case 'E' -> Sentence.of("e-mail is {address}", hit.token());
            case 'Z' -> Sentence.of("a hidden number is the one you typed");
            case 'L' -> Sentence.of("Social Security number ends in what you typed");
            case 'X' -> Sentence.of("number matches what you typed");
            case 'D' -> Sentence.of("born {day}", LocalDate.parse(hit.token()));
            default -> throw new IllegalStateException("unknown key " + hit);
        }).distinct().toList();
    }
}
