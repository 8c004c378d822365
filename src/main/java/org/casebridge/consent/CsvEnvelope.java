package org.casebridge.consent;

import static org.casebridge.web.Say.say;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A release as a table: one row for each piece, and the notices in rows of their own, because a table has no margin to put them in. */
@Component
class CsvEnvelope implements Envelope {

    @Override
    public Way way() { return Way.CSV; }

    @Override
    public String type() { return "text/csv;charset=utf-8"; }

    @Override
    public String ending() { return "csv"; }

    @Override
    public byte[] write(List<Released> chunks) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(say("Part"), say("Day"), say("What"), say("Details"));
            if (chunks.stream().anyMatch(Released::part2)) {
                csv.writeRecord(say("Notice"), "", Released.NOTICE, "");
            }
            chunks.stream().flatMap(it -> it.consents().stream()).distinct()
                    .forEach(it -> csv.writeRecord(say("Scope of the consent"), it.signature().on().toString(), cell(ScopeWords.of(it)), ""));
            for (var chunk : chunks) {
                for (var piece : chunk.pieces()) {
                    csv.writeRecord(say(piece.part()), piece.on() == null ? "" : piece.on().toString(), cell(piece.title()),
                            piece.lines().stream().map(CsvEnvelope::cell).collect(Collectors.joining("\n")));
                }
            }
        } catch (java.io.IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Text that a spreadsheet would run as a formula is made plain text (OWASP, CSV injection). */
    static String cell(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
