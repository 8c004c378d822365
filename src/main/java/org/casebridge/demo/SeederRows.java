package org.casebridge.demo;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;

/** Rows on their way into the database, for each table in the text form of PostgreSQL's COPY. */
final class SeederRows {

    private final Map<SeederTable, StringBuilder> texts = new EnumMap<>(SeederTable.class);
    private final Map<SeederTable, Integer> counts = new EnumMap<>(SeederTable.class);

    /** One value for each column that {@link SeederTable} names, in its order. */
    void add(SeederTable table, @Nullable Object... values) {
        if (values.length != table.width()) {
            throw new IllegalArgumentException("%s takes %d values, not %d".formatted(table, table.width(), values.length));
        }
        var text = texts.computeIfAbsent(table, _ -> new StringBuilder());
        for (int i = 0; i < values.length; i++) {
            write(text, values[i]);
            text.append(i + 1 < values.length ? '\t' : '\n');
        }
        counts.merge(table, 1, Integer::sum);
    }

    Map<SeederTable, StringBuilder> texts() {
        return texts;
    }

    int count(SeederTable table) {
        return counts.getOrDefault(table, 0);
    }

    private static void write(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String plain -> escape(text, plain);
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Id id -> text.append(id.value());
            case Enum<?> constant -> text.append(constant.name());
            case Collection<?> many -> array(text, many);
            default -> text.append(value);
        }
    }

    private static void escape(StringBuilder text, String plain) {
        for (int i = 0; i < plain.length(); i++) {
            var letter = plain.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    private static void array(StringBuilder text, Collection<?> many) {
        text.append('{');
        var comma = "";
        for (var one : many) {
            var plain = one instanceof Enum<?> constant ? constant.name() : one.toString();
            text.append(comma).append('"');
            escape(text, plain.replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
            comma = ",";
        }
        text.append('}');
    }
}
