package org.casebridge.audit.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.Row;
import org.casebridge.audit.proof.Verifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the audit in a file: lines of JSON from {@code casebridge audit export}, or the table in a plain {@code pg_dump} (postgresql.org/docs/current/sql-copy.html, text format). */
record RowFile(Path file) implements Verifier.Rows {

    private static final String TABLE = "COPY audit.entry (";
    private static final DateTimeFormatter POSTGRES = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm:ss", "+00").toFormatter();
    private static final DateTimeFormatter SEALED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    @Override
    public void each(Consumer<Row> row) {
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    row.accept(json(line));
                } else if (line.startsWith(TABLE)) {
                    table(List.of(line.substring(TABLE.length(), line.indexOf(')')).split(", ")), lines, row);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Row json(String line) {
        var said = JsonMapper.shared().readTree(line);
        var values = new HashMap<String, @Nullable String>();
        for (var column : Form.ONE.columns()) {
            var value = said.get(column);
            values.put(column, value == null || value.isNull() ? null : value.asString());
        }
        return new Row(values);
    }

    private static void table(List<String> columns, BufferedReader lines, Consumer<Row> row) throws IOException {
        for (var line = lines.readLine(); line != null && !line.equals("\\."); line = lines.readLine()) {
            var parts = line.split("\t", -1);
            var values = new HashMap<String, @Nullable String>();
            for (int i = 0; i < columns.size() && i < parts.length; i++) {
                var value = parts[i].equals("\\N") ? null : plain(parts[i]);
                values.put(columns.get(i), value != null && columns.get(i).equals("at") ? OffsetDateTime.parse(value, POSTGRES).withOffsetSameInstant(ZoneOffset.UTC).format(SEALED) : value);
            }
            row.accept(new Row(values));
        }
    }

    private static String plain(String copied) {
        if (copied.indexOf('\\') < 0) {
            return copied;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < copied.length(); i++) {
            char c = copied.charAt(i);
            if (c == '\\') {
                char next = copied.charAt(++i);
                int known = "ntrbfv".indexOf(next);
                c = known < 0 ? next : "\n\t\r\b\f\u000b".charAt(known);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
