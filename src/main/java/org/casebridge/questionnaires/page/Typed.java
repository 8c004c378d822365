package org.casebridge.questionnaires.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.casebridge.questionnaires.Questionnaire.Item;
import org.casebridge.questionnaires.Questionnaire.Option;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.casebridge.questionnaires.Value;
import org.jspecify.annotations.Nullable;

/** Values as form fields hold them, and back. */
public final class Typed {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}([.,]\\d{1,20})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");

    private Typed() {}

    /** What a field shows for this value. */
    public static String text(Value value, ZoneId zone) {
        return switch (value) {
            case Value.Amount it -> it.number().toPlainString();
            case Value.Moment it -> local(it.iso(), zone);
            case Value.Pointer it -> it.reference().isEmpty() ? String.valueOf(it.display()) : it.reference();
            case Value.File _ -> "";
            default -> value.shown();
        };
    }

    /** What an offered answer is called in its field: its code, with its system only where two share a code. */
    public static String token(Option option, List<Option> all) {
        if (!(option.value() instanceof Value.Coded coded)) {
            return option.value().shown();
        }
        boolean alone = all.stream().filter(it -> it.value() instanceof Value.Coded other && other.code().equals(coded.code())).count() < 2;
        return alone ? coded.code() : coded.system() + "|" + coded.code();
    }

    static @Nullable Value offered(String token, List<Option> options) {
        return options.stream().filter(it -> token(it, options).equals(token)).map(Option::value).findFirst().orElse(null);
    }

    /** Reads what was typed into a question that offers no answers; null when it cannot be an answer to it. */
    static @Nullable Value value(Item item, String text, String unit, ZoneId zone) {
        return switch (item.type()) {
            case BOOLEAN -> text.equals("true") || text.equals("false") ? new Value.Truth(text.equals("true")) : null;
            case INTEGER -> number(text) instanceof BigDecimal it && it.stripTrailingZeros().scale() <= 0 && it.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0 ? new Value.Whole(it.intValueExact()) : null;
            case DECIMAL -> number(text) instanceof BigDecimal it ? new Value.Decimal(it) : null;
            case QUANTITY -> number(text) instanceof BigDecimal it ? amount(item, it, unit) : null;
            case DATE -> day(text) ? new Value.Day(text) : null;
            case DATE_TIME -> day(text) ? new Value.Moment(text) : moment(text, zone);
            case TIME -> CLOCK.matcher(text).matches() ? new Value.Clock(text.length() == 5 ? text + ":00" : text) : null;
            case URL -> new Value.Link(text);
            case REFERENCE -> text.matches("[A-Z][A-Za-z]+/\\S{1,64}|(https?|urn):\\S+") ? new Value.Pointer(text, null) : new Value.Pointer("", text);
            case STRING, TEXT, OPEN_CHOICE -> new Value.Words(text);
            default -> null;
        };
    }

    private static Value amount(Item item, BigDecimal number, String unit) {
        for (var it : item.limits().units()) {
            if (unit.equals(it.code()) || item.limits().units().size() == 1 && unit.isEmpty()) {
                return new Value.Amount(number, it.shown(), it.system(), it.code());
            }
        }
        return new Value.Amount(number, unit.isEmpty() ? item.look().unit().isEmpty() ? null : item.look().unit().plain() : unit, null, null);
    }

    private static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }

    private static boolean day(String text) {
        try {
            return DAY.matcher(text).matches() && (text.length() < 10 || java.time.LocalDate.parse(text) != null);
        } catch (DateTimeException never) {
            return false;
        }
    }

    private static Value.@Nullable Moment moment(String text, ZoneId zone) {
        try {
            return new Value.Moment(LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException never) {
            return null;
        }
    }

    private static String local(String iso, ZoneId zone) {
        try {
            return OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
        } catch (DateTimeException partial) {
            return iso;
        }
    }

    static boolean takesText(Item item) {
        return item.type() == Type.OPEN_CHOICE || item.type() == Type.STRING || item.type() == Type.TEXT;
    }
}
