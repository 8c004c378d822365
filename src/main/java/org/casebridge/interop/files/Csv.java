package org.casebridge.interop.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.console.Counted;
import org.casebridge.console.Problem;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180) with a header row: comma, semicolon or tab between the fields, whichever the header uses most. */
public record Csv(String file, List<String> header, List<Line> lines) {

    /** Longer than any field of a person or service; a quotation mark that is never closed makes such fields. */
    private static final int LONGEST = 100_000;

    /** Empty fields are empty text. */
    public record Line(long number, Map<String, String> fields) {

        public String get(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    /** Refuses, with the line of each, rows with more or fewer fields than the header, wrong quotation marks, NUL characters and endless fields. */
    public static Csv read(String file, String text) {
        return read(file, text, null);
    }

    /** The same, but rows with a fault are left out and told in {@code skipped}, unless that is null. Wrong quotation marks are refused all the same: nobody knows where a row ends. */
    public static Csv read(String file, String text, @Nullable List<Problem> skipped) {
        var problems = new ArrayList<Problem>();
        var rows = rows(file, text, problems);
        if (rows.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.in(file, "This file is empty: the first line must name the columns."));
        }
        if (!problems.isEmpty()) {
            throw new Faulty(problems);
        }
        var header = rows.getFirst().getFields().stream().map(String::strip).toList();
        var seen = new HashSet<String>();
        header.stream().filter(it -> !it.isEmpty() && !seen.add(it)).forEach(it -> problems.add(Problem.at(file, 1, "The column “%s” is there twice.".formatted(it))));
        var lines = new ArrayList<Line>();
        for (var row : rows.subList(1, rows.size())) {
            int before = problems.size();
            check(file, row, header.size(), problems);
            if (skipped != null && problems.size() > before) {
                skipped.addAll(problems.subList(before, problems.size()));
                problems.subList(before, problems.size()).clear();
                continue;
            }
            var fields = new LinkedHashMap<String, String>();
            for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
                fields.put(header.get(i), row.getField(i).strip());
            }
            if (fields.values().stream().anyMatch(it -> !it.isEmpty())) {
                lines.add(new Line(row.getStartingLineNumber(), fields));
            }
        }
        if (!problems.isEmpty()) {
            throw new Faulty(problems);
        }
        return new Csv(file, header, lines);
    }

    private static List<CsvRecord> rows(String file, String text, List<Problem> problems) {
        var rows = new ArrayList<CsvRecord>();
        try (var reader = CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(false)
                .skipEmptyLines(true).ofCsvRecord(text)) {
            reader.forEach(rows::add);
        } catch (CsvParseException wrong) {
            long line = rows.isEmpty() ? 1 : rows.getLast().getStartingLineNumber() + rows.getLast().getFields().stream().mapToLong(it -> it.lines().count() > 1 ? it.lines().count() - 1 : 0).sum() + 1;
            problems.add(Problem.at(file, line, "The quotation marks in this row are wrong. A field with a comma, a line break or a quotation mark stands in quotation marks, and a quotation mark within it is doubled."));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (problems.isEmpty() && text.chars().filter(it -> it == '"').count() % 2 == 1) {
            problems.add(Problem.at(file, rows.isEmpty() ? 1 : rows.getLast().getStartingLineNumber(), "A quotation mark is opened in this row and never closed."));
        }
        return rows;
    }

    private static void check(String file, CsvRecord row, int columns, List<Problem> problems) {
        if (row.getFieldCount() != columns) {
            problems.add(Problem.at(file, row.getStartingLineNumber(), "This row has %s, but the header has %s.".formatted(Counted.of(row.getFieldCount(), "field"), Counted.of(columns, "column"))));
        }
        if (row.getFields().stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
            problems.add(Problem.at(file, row.getStartingLineNumber(), "This row holds a NUL character, which no text may hold."));
        }
        if (row.getFields().stream().anyMatch(it -> it.length() > LONGEST)) {
            problems.add(Problem.at(file, row.getStartingLineNumber(), "A field of this row is longer than %,d characters.".formatted(LONGEST)));
        }
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (header.chars().filter(it -> it == candidate).count() > header.chars().filter(it -> it == ',').count()) {
                most = candidate;
            }
        }
        return most;
    }
}
