package org.casebridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.PublicKeys;
import org.casebridge.audit.proof.SigningKey;
import org.casebridge.audit.proof.Verdict;
import org.casebridge.audit.proof.Verifier;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with all our tables, in which the superuser acts; and a sealer with a key and an anchor file of its own. */
final class Scratch implements AutoCloseable {

    private static final String MACHINE = "00000000-0000-7000-8000-000000000002";

    final SigningKey key = fresh();
    final Path anchors;
    final Connection connection;
    final JdbcClient db;
    final Form form;
    private final SealStore store;
    private final TransactionTemplate transaction;
    private final String server;
    private final String name = "audit_" + UUID.randomUUID().toString().substring(0, 8);
    private final Properties superuser = new Properties();
    private Sealer sealer;
    private @org.jspecify.annotations.Nullable Instant now;

    Scratch(FlywayConnectionDetails owner, Form form) throws SQLException, IOException {
        this.form = form;
        anchors = Files.createTempFile("anchors", ".ndjson");
        server = owner.getJdbcUrl().replaceAll("/[^/]*$", "/");
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(System.getProperty("casebridge.data"), "postgres", "casebridge.keys"))) {
            kept.load(reader);
        }
        superuser.put("user", "casebridge_bootstrap");
        superuser.put("password", kept.getProperty("bootstrap"));
        superuser.put("options", "-c casebridge.actor=" + MACHINE);
        try (var root = DriverManager.getConnection(server + "postgres", superuser)) {
            run(root, "create database " + name + " owner casebridge_owner");
        }
        Flyway.configure().dataSource(server + name, owner.getUsername(), owner.getPassword()).outOfOrder(true).load().migrate();
        connection = connect();
        var source = new SingleConnectionDataSource(connection, true);
        db = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        store = new SealStore(db);
        restart();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server + name, superuser);
    }

    /** As after a restart of the server. */
    void restart() {
        sealer = new Sealer(store, transaction, key, new Anchors(anchors), form);
    }

    /** From here on it is verified as of this moment: rows that wait to be sealed are not late, however long the cases take. */
    void stopClock() {
        now = Instant.now();
    }

    /** Often enough for a new epoch to open. */
    void seal() {
        for (int i = 0; i < 4; i++) {
            sealer.seal();
        }
    }

    void look(UUID client, String reason) {
        db.sql("insert into audit.entry (kind, what, client, fields, became, reason) values ('LOOK', '/clients/{client}', ?, array['a', 'b c'], '{\"x\": [1, \"é\\n\"]}', ?)")
                .params(client, reason).update();
    }

    List<String> anchored() {
        try {
            return Files.readAllLines(anchors, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> seals() {
        return store.linesAfter(Long.MIN_VALUE, Integer.MAX_VALUE);
    }

    Verdict verify() {
        return verify(keys(key), anchored());
    }

    Verdict verify(PublicKeys keys, List<String> anchored) {
        return Verifier.verify(keys, form, anchored, seals(), store::all, now == null ? Instant.now() : now);
    }

    static PublicKeys keys(SigningKey... keys) {
        var pem = new StringBuilder();
        for (var each : keys) {
            pem.append(PublicKeys.pem(each.open()));
        }
        try {
            return PublicKeys.read(pem.toString());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static SigningKey fresh() {
        try {
            return SigningKey.fresh();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        try (var root = DriverManager.getConnection(server + "postgres", superuser)) {
            run(root, "drop database " + name + " with (force)");
        }
        Files.delete(anchors);
    }
}
