package org.casebridge.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.kernel.Refused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What makes a password good enough: its length, and that it is not one which everybody tries first (NIST SP 800-63B-4, 3.1.1.2). Nothing is asked about
 * capitals, digits or signs. Common words, walks over the keyboard, repetitions and the names around the account count for nothing; enough must remain.
 */
@Component
class PasswordRules {

    static final int WITH_SECOND_FACTOR = 8;
    static final int LONGEST = 1000;

    /** So many characters must remain when all that is easily guessed is taken out. */
    private static final int REMAINS = 5;

    private static final List<String> WALKS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb", "azertyuiop", "qwertzuiop");

    private final List<String> common = read();

    /** Refuses a password that this account should not have. */
    void check(String password, Account account) {
        var text = Normalizer.normalize(password, Normalizer.Form.NFC);
        var length = text.codePointCount(0, text.length());
        var least = least(account);
        if (length < least) {
            throw Refused.invalid("Use {count} characters or more. Several words in a row are easy to remember.", least).at("password");
        }
        if (length > LONGEST) {
            throw Refused.invalid("Use {count} characters or fewer.", LONGEST).at("password");
        }
        if (text.indexOf('\0') >= 0) {
            throw Refused.invalid("This holds a character that cannot be typed again. Choose another password.").at("password");
        }
        if (guessable(text, List.of("casebridge", account.username(), account.name(), account.agencyName()))) {
            throw Refused.invalid("This is among the first that somebody would guess: common words, names from here, rows of keys. Choose something less expected.").at("password");
        }
    }

    /** How many characters this account's password has at least. */
    static int least(Account account) {
        return account.secondFactor() ? WITH_SECOND_FACTOR : Accounts.ALONE;
    }

    /** Whether too little remains of it without common words, names from around it, walks over the keyboard, repetitions, digits and signs. */
    boolean guessable(String password, List<String> around) {
        var plain = plain(password);
        return remains(plain, around) < REMAINS || remains(unmasked(plain), around) < REMAINS;
    }

    private int remains(String plain, List<String> around) {
        var rest = plain;
        for (var name : around) {
            for (var word : (plain(name) + " " + plain(name).replaceAll("[^\\p{L}]", " ")).split(" +")) {
                rest = word.length() >= 3 ? rest.replace(word, " ") : rest;
            }
        }
        for (var word : common) {
            rest = rest.replace(word, " ");
        }
        rest = withoutWalks(withoutRepetition(rest)).replaceAll("[^\\p{L}]", "");
        return (int) rest.codePoints().distinct().count() < 3 ? 0 : rest.codePointCount(0, rest.length());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    /** Letters that were written as signs that look alike. */
    private static String unmasked(String text) {
        var signs = "013457@$!8+";
        var letters = "oieastasibt";
        var plain = new StringBuilder();
        text.chars().forEach(it -> plain.append(signs.indexOf(it) < 0 ? (char) it : letters.charAt(signs.indexOf(it))));
        return plain.toString();
    }

    /** What is repeated counts once. */
    private static String withoutRepetition(String text) {
        return text.replaceAll("(.+?)\\1+", "$1");
    }

    /** Four or more keys or letters in their order, forwards or backwards. */
    private static String withoutWalks(String text) {
        var rest = text;
        for (var forwards : WALKS) {
            for (var walk : List.of(forwards, new StringBuilder(forwards).reverse().toString())) {
                for (int size = walk.length(); size >= 4; size--) {
                    for (int at = 0; at + size <= walk.length(); at++) {
                        rest = rest.replace(walk.substring(at, at + size), " ");
                    }
                }
            }
        }
        return rest;
    }

    private static List<String> read() {
        try {
            return Arrays.stream(new ClassPathResource("accounts/common-words.txt").getContentAsString(StandardCharsets.UTF_8).split("\\R"))
                    .filter(it -> !it.startsWith("#")).flatMap(it -> Arrays.stream(it.split(" "))).filter(it -> it.length() >= 3)
                    .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
