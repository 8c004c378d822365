package org.casebridge.audit.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which columns of a row are sealed, in which order, as which bytes: each value as PostgreSQL writes it, with its length before it, so that no value can lean into the next. */
public record Form(List<String> columns) {

    /** All columns of {@code audit.entry}. A column that comes later makes a form of its own, and older seals keep theirs. */
    public static final Form ONE = new Form(List.of("id", "epoch", "tx", "at", "login", "actor", "session", "factors", "purpose", "request", "source",
            "kind", "what", "client", "others", "record", "fields", "was", "became", "decision", "reason"));

    /** RFC 9162, 2.1.1: a leaf is hashed after the byte 0. */
    public byte[] hash(Row row) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(0);
            for (var column : columns) {
                var value = row.get(column);
                out.writeBoolean(value != null);
                if (value != null) {
                    var text = value.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Merkle.sha256(bytes.toByteArray());
    }
}
