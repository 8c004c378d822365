package org.casebridge.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.audit.AuditProof;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.audit.proof.Finding;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.PublicKeys;
import org.casebridge.audit.proof.Row;
import org.casebridge.audit.proof.Seal;
import org.casebridge.audit.proof.Verdict;
import org.casebridge.audit.proof.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** Somebody with only rows, public keys and the anchor file can verify. */
@PageTest
class RowFileTest {

    private Instant until = Instant.now();

    @Autowired Town town;
    @Autowired Deeds deeds;
    @Autowired AuditProof proof;
    @Autowired FlywayConnectionDetails owner;

    @Test
    void lines_of_json_and_a_dump_say_the_same_and_prove_the_same(@TempDir Path folder) throws Exception {
        var client = town.openCase("Odd \t Person \\ Ñandú").clientId();
        town.rosa().run(() -> deeds.refused(Deed.EXPORT, client.value(), "a\\b\tc\nd", Map.of("x", "y\nz\\", "é", 1)));
        town.rosa().run(() -> deeds.note(Deed.EXPORT, null, Map.of()));
        var json = folder.resolve("rows.ndjson");
        try (var out = Files.newBufferedWriter(json)) {
            proof.restored("so that all is sealed");
            until = proof.export(out).until();
        }
        var dump = folder.resolve("dump.sql");
        Files.write(dump, dumped());

        var one = rows(json);
        assertThat(one).hasSizeGreaterThan(10);
        assertThat(rows(dump)).containsAllEntriesOf(one);
        assertThat(verdict(json).findings()).isEmpty();
        assertThat(verdict(dump).findings()).isEmpty();
    }

    @Test
    void what_was_edited_in_a_dump_is_named(@TempDir Path folder) throws Exception {
        var client = town.openCase("Edited Person").clientId();
        town.rosa().run(() -> deeds.note(Deed.REVEAL, client.value(), Map.of("field", "ssn")));
        proof.restored("so that all is sealed");
        until = Instant.now();
        var dump = folder.resolve("dump.sql");
        var text = new String(dumped(), StandardCharsets.UTF_8);
        var line = text.lines().filter(it -> it.contains("REVEAL") && it.contains(client.text())).findFirst().orElseThrow();
        var id = Long.parseLong(line.split("\t")[0]);
        Files.writeString(dump, text.replace(line, line.replace("ssn", "mrn")));

        assertThat(verdict(dump).findings()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Finding.Kind.EDITED);
            assertThat(it.rows()).containsExactly(id);
        });

        Files.writeString(dump, text.replace(line + "\n", ""));
        assertThat(verdict(dump).findings()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Finding.Kind.DELETED);
            assertThat(it.rows()).containsExactly(id);
        });
    }

    private Verdict verdict(Path rows) throws Exception {
        var anchors = Files.readAllLines(proof.anchors()).stream().filter(it -> !Seal.made(it).isAfter(until)).toList();
        return Verifier.verify(PublicKeys.read(Files.readString(proof.keys())), Form.ONE, anchors, null, new RowFile(rows), null);
    }

    private static Map<Long, Row> rows(Path file) {
        var rows = new TreeMap<Long, Row>();
        new RowFile(file).each(it -> rows.put(it.id(), it));
        return rows;
    }

    /** As pg_dump writes it, for a server in another time zone. */
    private byte[] dumped() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()); var statement = connection.createStatement()) {
            statement.execute("set timezone = 'Asia/Kolkata'");
            var columns = String.join(", ", List.of("id", "epoch", "tx", "at", "login", "actor", "session", "factors", "purpose", "request", "source", "kind", "what", "client", "others",
                    "record", "fields", "was", "became", "decision", "reason"));
            out.write(("--\n-- PostgreSQL database dump\n--\n\nCOPY audit.entry (" + columns + ") FROM stdin;\n").getBytes(StandardCharsets.UTF_8));
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy audit.entry (" + columns + ") to stdout", out);
        }
        out.write("\\.\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
