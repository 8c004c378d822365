package org.casebridge.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers as a language writes them, with at most three places after the point. The small whole ones, which are nearly all, look the same in every language that Casebridge speaks. */
final class Numbers {

    private static final int GROUPED = 1000;
    private static final Map<Locale, LocalizedNumberFormatter> FORMATS = new ConcurrentHashMap<>();

    private Numbers() {}

    static String of(Number number, Locale language) {
        return (number instanceof Integer || number instanceof Long) && number.longValue() >= 0 && number.longValue() < GROUPED ? number.toString()
                : FORMATS.computeIfAbsent(language, it -> NumberFormatter.withLocale(it).precision(Precision.maxFraction(3)).roundingMode(RoundingMode.HALF_EVEN)).format(number).toString();
    }
}
