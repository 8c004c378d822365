package org.casebridge.questionnaires;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers against a value. What cannot be compared (kilograms with metres, a number with a day) is neither equal nor more nor less. */
final class Comparing {

    private Comparing() {}

    static boolean holds(List<Value> answers, Condition.Operator operator, Value value) {
        return switch (operator) {
            case EQUAL -> answers.stream().anyMatch(it -> same(it, value));
            case DIFFERENT -> !answers.isEmpty() && answers.stream().noneMatch(it -> same(it, value));
            case MORE -> answers.stream().anyMatch(it -> order(it, value) instanceof Integer order && order > 0);
            case LESS -> answers.stream().anyMatch(it -> order(it, value) instanceof Integer order && order < 0);
            case AT_LEAST -> answers.stream().anyMatch(it -> order(it, value) instanceof Integer order && order >= 0);
            case AT_MOST -> answers.stream().anyMatch(it -> order(it, value) instanceof Integer order && order <= 0);
        };
    }

    static boolean same(Value one, Value other) {
        return switch (one) {
            case Value.Coded it -> other instanceof Value.Coded that ? it.fits(that) : other instanceof Value.Words(var text) && text.equals(it.display());
            case Value.Words(var text) -> other instanceof Value.Coded that ? text.equals(that.display()) : text.equals(other.shown()) && other instanceof Value.Words;
            case Value.Pointer it -> other instanceof Value.Pointer that && it.reference().equals(that.reference());
            case Value.Link(var address) -> other instanceof Value.Link(var that) ? address.equals(that) : other instanceof Value.Words(var text) && address.equals(text);
            default -> order(one, other) instanceof Integer order ? order == 0 : one.equals(other);
        };
    }

    /** Null when they have no order. */
    static @Nullable Integer order(Value one, Value other) {
        if (one instanceof Value.Amount mine && other instanceof Value.Amount theirs && !Objects.equals(unit(mine), unit(theirs))) {
            return null;
        }
        if (one.counted() != null && other.counted() != null) {
            return one.counted().compareTo(Objects.requireNonNull(other.counted()));
        }
        return switch (one) {
            case Value.Day(var iso) -> other instanceof Value.Day(var that) ? times(iso, that) : other instanceof Value.Moment(var that) ? times(iso, that) : null;
            case Value.Moment(var iso) -> other instanceof Value.Moment(var that) ? times(iso, that) : other instanceof Value.Day(var that) ? times(iso, that) : null;
            case Value.Clock(var iso) -> other instanceof Value.Clock(var that) ? Integer.valueOf(java.time.LocalTime.parse(iso).compareTo(java.time.LocalTime.parse(that))) : null;
            case Value.Words(var text) -> other instanceof Value.Words(var that) ? Integer.valueOf(text.compareTo(that)) : null;
            default -> null;
        };
    }

    /** Compared as precisely as the coarser of both. */
    private static Integer times(String one, String other) {
        try {
            if (one.length() > 19 && other.length() > 19) {
                return OffsetDateTime.parse(one).toInstant().compareTo(OffsetDateTime.parse(other).toInstant());
            }
        } catch (DateTimeParseException local) {
            return one.compareTo(other);
        }
        int length = Math.min(one.length(), other.length());
        return one.substring(0, length).compareTo(other.substring(0, length));
    }

    private static @Nullable String unit(Value.Amount amount) {
        return amount.code() != null ? amount.code() : amount.unit();
    }
}
