package org.casebridge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Words on screens, in the reader's language. The English sentence is the key; its braces are filled in the order they first
 * appear, by ICU's rules (plurals, numbers). Templates import these statically: {@code ${say("Sent {days} working days ago", days)}}.
 */
public final class Say {

    private static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();
    private static final Catalogue CATALOGUE = Catalogue.read();
    private static final Map<Locale, Days> DAYS = new ConcurrentHashMap<>();

    /** What stands before AM and PM; many fonts have the narrow one as nothing. */
    private static final char NARROW = '\u202f';
    private static final char NO_BREAK = '\u00a0';

    private Say() {}

    public static String say(String english, @Nullable Object... values) {
        return CATALOGUE.sentence(english, locale()).with(readable(Arrays.asList(values)), locale());
    }

    public static String say(Sentence sentence) {
        return CATALOGUE.sentence(sentence.english(), locale()).with(readable(sentence.values()), locale());
    }

    public static String say(@Nullable Worded choice) {
        return choice == null ? "" : say(choice.words());
    }

    /** Does the work in another language than the reader's: a letter to a client, for one. */
    public static <T, X extends Throwable> T in(Locale language, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(LANGUAGE, language).call(work);
    }

    /** As in "23 Nov 2026". */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : days().day.format(day);
    }

    /** The day it was in the agency's time zone. */
    public static String day(@Nullable Instant at) {
        return at == null ? "" : day(at.atZone(zone()).toLocalDate());
    }

    /** As in "Mon 23 Nov": for lists of what is near. */
    public static String nearDay(LocalDate day) {
        return days().near.format(day);
    }

    /** As in "23 Nov", with the year only when it is not this one: for the margin of a story. */
    public static String shortDay(Instant at) {
        var when = at.atZone(zone()).toLocalDate();
        return when.getYear() == java.time.Year.now(zone()).getValue() ? days().brief.format(when) : day(when);
    }

    public static String time(Instant at) {
        return time(at.atZone(zone()).toLocalTime());
    }

    public static String time(LocalTime time) {
        return days().time.format(time).replace(NARROW, NO_BREAK);
    }

    /** Day and time in the agency's time zone. */
    public static String moment(@Nullable Instant at) {
        return at == null ? "" : day(at) + ", " + time(at);
    }

    public static String number(Number number) {
        return Numbers.of(number, locale());
    }

    /** The first of these languages (BCP 47 tags, most wanted first) that Casebridge speaks, else English: for what is written to somebody. */
    public static Locale spoken(List<String> languages) {
        return Locale.of(languages.stream().map(it -> Locale.forLanguageTag(it).getLanguage()).filter(List.of("en", "es")::contains).findFirst().orElse("en"));
    }

    public static Locale locale() {
        if (LANGUAGE.isBound()) {
            return LANGUAGE.get();
        }
        return Actor.ifAny().map(Actor::language).orElseGet(LocaleContextHolder::getLocale);
    }

    /** The acting person's agency's time zone. */
    public static ZoneId zone() {
        return Actor.ifAny().map(Actor::zone).orElse(ZoneOffset.UTC);
    }

    private static Object[] readable(List<?> values) {
        return values.stream().map(it -> switch (it) {
            case null -> "";
            case Sentence sentence -> say(sentence);
            case Worded choice -> say(choice);
            case LocalDate day -> day(day);
            case LocalTime time -> time(time);
            case Instant at -> moment(at);
            case Object plain -> plain;
        }).toArray();
    }

    private static Days days() {
        return DAYS.computeIfAbsent(locale(), Days::of);
    }

    private record Days(DateTimeFormatter day, DateTimeFormatter brief, DateTimeFormatter near, DateTimeFormatter time) {

        static Days of(Locale language) {
            return new Days(
                    DateTimeFormatter.ofPattern("d MMM yyyy", language),
                    DateTimeFormatter.ofPattern("d MMM", language),
                    DateTimeFormatter.ofPattern("EEE d MMM", language),
                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language));
        }
    }
}
