package org.casebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.audit.proof.Finding.Kind;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.Seal;
import org.casebridge.audit.proof.SigningKey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class SealingTest {

    @Autowired Town town;
    @Autowired Sealing sealing;
    @Autowired AuditProof proof;
    @Autowired FlywayConnectionDetails owner;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_look_is_sealed_and_anchored_within_two_seconds() throws Exception {
        var client = town.openCase("Sealed Soon").clientId();
        town.get(town.rosa(), "/clients/" + client.text());
        long row = town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select max(id) from audit.entry where client = ? and kind = 'LOOK'").param(client.value()).query(Long.class).single()));
        long began = System.nanoTime();

        boolean sealed = false;
        while (!sealed && System.nanoTime() - began < 10_000_000_000L) {
            Thread.sleep(50);
            sealed = Files.readAllLines(sealing.anchorFile()).reversed().stream().limit(20).map(Seal::read).anyMatch(it -> Arrays.stream(it.ids()).anyMatch(id -> id == row));
        }

        assertThat(sealed).isTrue();
        assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds").isLessThan(2000);
    }

    @Test
    void what_this_installation_wrote_is_proved_and_its_secrets_are_its_owners() throws Exception {
        sealing.now();

        assertThat(proof.verify(proof.anchors(), proof.keys()).findings()).isEmpty();
        for (var file : new java.nio.file.Path[] {proof.anchors(), proof.keys().resolveSibling("key.pem")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        var rows = new StringWriter();
        assertThat(proof.export(rows).rows()).isPositive();
        assertThat(rows.toString().lines().limit(1)).allMatch(it -> it.startsWith("{\"id\":"));
    }

    @Test
    void a_server_and_a_command_may_anchor_in_the_same_file() throws Exception {
        try (var scratch = new Scratch(owner, Form.ONE)) {
            var beside = new Anchors(scratch.anchors);
            for (int i = 0; i < 3; i++) {
                scratch.look(UUID.randomUUID(), "look " + i);
                scratch.seal();
                beside.append(scratch.seals());
            }
            Files.writeString(scratch.anchors, "{\"number\":4,\"half", java.nio.file.StandardOpenOption.APPEND);
            scratch.look(UUID.randomUUID(), "after a power cut in the middle of a line");
            scratch.seal();

            assertThat(scratch.anchored()).isEqualTo(scratch.seals()).hasSize(4);
            assertThat(scratch.verify().findings()).isEmpty();
        }
    }

    @Test
    void rows_of_a_late_transaction_are_not_missed() throws Exception {
        try (var scratch = new Scratch(owner, Form.ONE); var late = scratch.connect()) {
            late.setAutoCommit(false);
            Scratch.run(late, "insert into audit.entry (kind, what) values ('LOOK', '/late')");
            scratch.look(UUID.randomUUID(), "came later, ended earlier");
            scratch.seal();
            assertThat(scratch.verify().waiting()).as("nothing is sealed above a transaction that still runs").isEqualTo(1);

            late.commit();
            scratch.seal();

            assertThat(scratch.verify().waiting()).isZero();
            assertThat(scratch.verify().findings()).isEmpty();
            assertThat(scratch.seals()).isEqualTo(scratch.anchored());
        }
    }

    @Test
    void a_restored_backup_begins_an_epoch_and_is_told_until_an_operator_explains_it() throws Exception {
        try (var scratch = new Scratch(owner, Form.ONE)) {
            for (int i = 0; i < 5; i++) {
                scratch.look(UUID.randomUUID(), "day " + i);
                scratch.seal();
            }
            scratch.look(UUID.randomUUID(), "in the backup, not sealed yet");
            scratch.connection.setAutoCommit(false);
            Scratch.run(scratch.connection, "set local session_replication_role = replica");
            Scratch.run(scratch.connection, "delete from audit.seal where number > 3");
            Scratch.run(scratch.connection, "delete from audit.entry where id in (select id from audit.entry where reason in ('day 3', 'day 4'))");
            scratch.connection.commit();
            scratch.connection.setAutoCommit(true);
            assertThat(scratch.verify().findings()).extracting(it -> it.kind()).containsOnly(Kind.ROLLED_BACK);

            scratch.restart();
            scratch.seal();
            scratch.look(UUID.randomUUID(), "after the restore");
            scratch.seal();

            assertThat(scratch.verify().waiting()).isZero();
            assertThat(scratch.verify().findings()).extracting(it -> it.kind()).containsOnly(Kind.ROLLED_BACK);
            assertThat(Seal.read(scratch.anchored().get(5))).satisfies(it -> {
                assertThat(it.epoch()).isGreaterThan(1);
                assertThat(it.previous()).isEqualTo(Seal.read(scratch.anchored().get(4)).root());
            });

            scratch.db.sql("insert into audit.entry (kind, what, reason) values ('DEED', 'RESTORED', 'The disk broke; the backup of Monday was restored.')").update();
            scratch.seal();
            assertThat(scratch.verify().findings()).isEmpty();
            assertThat(scratch.verify().notes()).anyMatch(it -> it.contains("The disk broke")).anyMatch(it -> it.contains("rolled back"));
        }
    }

    /** From the tests of Certificate Transparency, whose tree it is (RFC 6962, RFC 9162). */
    @Test
    void the_tree_is_that_of_the_standard() throws Exception {
        var inputs = new String[] {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
        var leaves = new java.io.ByteArrayOutputStream();
        for (var input : inputs) {
            leaves.write(java.security.MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex("00" + input)));
        }
        var root = new Seal(1, 1, "", "", "", new long[8], leaves.toByteArray(), "", "", "", "").header();

        assertThat(new String(root, StandardCharsets.UTF_8)).contains("tree 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void a_key_is_the_same_after_it_was_written_down() throws Exception {
        var key = SigningKey.fresh();

        assertThat(SigningKey.read(key.pem()).name()).isEqualTo(key.name());
    }
}
