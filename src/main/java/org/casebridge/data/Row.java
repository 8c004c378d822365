package org.casebridge.data;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A record's components as SQL parameters of the same names: keys as uuid, enums as text, instants as timestamptz. */
public final class Row extends SimplePropertySqlParameterSource {

    private final Map<String, Object> besides;

    private Row(Record source, Map<String, Object> besides) {
        super(source);
        this.besides = besides;
    }

    public static SqlParameterSource of(Record source) {
        return new Row(source, Map.of());
    }

    /** With values that the record does not hold: whose it is, its place in a list. */
    public static SqlParameterSource of(Record source, Map<String, Object> besides) {
        return new Row(source, besides);
    }

    @Override
    public boolean hasValue(String name) {
        return besides.containsKey(name) || super.hasValue(name);
    }

    @Override
    public @Nullable Object getValue(String name) {
        return switch (besides.containsKey(name) ? besides.get(name) : super.getValue(name)) {
            case Id id -> id.value();
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case null -> null;
            case Object plain -> plain;
        };
    }

    @Override
    public int getSqlType(String name) {
        return switch (getValue(name)) {
            case String _ -> Types.VARCHAR;
            case LocalDate _ -> Types.DATE;
            case null, default -> TYPE_UNKNOWN;
        };
    }
}
