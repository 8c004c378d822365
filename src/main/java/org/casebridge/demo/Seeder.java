package org.casebridge.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.assessments.Instruments;
import org.casebridge.caseload.SentenceText;
import org.casebridge.clients.HiddenParts;
import org.casebridge.directory.Directory;
import org.casebridge.kernel.Stopped;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the database with a synthetic agency, by COPY as the owner of the tables and in one transaction: all of it is there, or nothing. Triggers rest
 * in it ({@link SeederRest}), so the audit keeps one row that names the seed and not one for each made-up row.
 */
@Service
@DependsOnDatabaseInitialization
public class Seeder {

    private static final String REAL = """
            select count(*) from clients.client
            where coalesce(source, '') not like 'seed:%' and coalesce(source, '') not like 'demo:%' and added_by not in (select account_id from demo.account)
            """;

    private final FlywayConnectionDetails login;
    private final SentenceText sentences;
    private final Instruments instruments;
    private final JsonMapper json;
    private final Directory directory;
    private final HiddenParts parts;
    private final Clock clock;

    Seeder(FlywayConnectionDetails login, SentenceText sentences, Instruments instruments, JsonMapper json, Directory directory, HiddenParts parts, Clock clock) {
        this.login = login;
        this.sentences = sentences;
        this.instruments = instruments;
        this.json = json;
        this.directory = directory;
        this.parts = parts;
        this.clock = clock;
    }

    /** In the agency's time zone. */
    public LocalDate today() {
        try (var owner = owner()) {
            return LocalDate.ofInstant(clock.instant(), ZoneId.of(SeederSql.text(owner, "select zone from access.agency where id = '%s'".formatted(AgencyId.FIRST.value()))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Refuses a database with a real client in it. {@code progress} hears how many clients are in. */
    public Seeded seed(SeedRequest asked, IntConsumer progress) {
        long began = System.nanoTime();
        try (var owner = owner()) {
            refuseRealPeople(owner);
            Actor.machine().act(() -> directory.bring(SeederDirectory.SOURCE, SeederDirectory.entries()));
            owner.setAutoCommit(false);
            var counts = load(owner, asked, progress);
            owner.commit();
            owner.setAutoCommit(true);
            for (var table : SeederTable.values()) {
                SeederSql.run(owner, "vacuum (analyze) " + table.place());
            }
            return seeded(asked, counts, (System.nanoTime() - began) / 100_000_000 / 10.0);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopped("The seed was stopped; nothing of it is in the database.", stopped);
        }
    }

    private long[] load(Connection owner, SeedRequest asked, IntConsumer progress) throws SQLException, IOException, InterruptedException {
        SeederSql.run(owner, "lock table demo.seed in exclusive mode");
        refuseRealPeople(owner);
        int before = SeederSql.number(owner, "select coalesce(sum(clients), 0) from demo.seed");
        var seed = SeederDice.of(asked.random(), -2 - before).id(clock.instant());
        var rest = SeederRest.begin(owner);
        remember(owner, seed, asked);
        var counts = new long[SeederTable.values().length];
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        var first = new SeederRows();
        var agency = SeederStaff.hire(owner, first, seed, asked, before, SeederSql.text(owner, SeededAccounts.HASH), sentences,
                instruments.scoring(Instruments.PHQ9).orElseThrow(), json, parts);
        write(copy, first, counts);
        try (var people = new SeederPeople(agency)) {
            int done = 0;
            for (var batch = people.next(); batch != null; batch = people.next()) {
                write(copy, batch.rows(), counts);
                done += batch.clients();
                progress.accept(done);
            }
        }
        rest.end();
        return counts;
    }

    private static void write(CopyManager copy, SeederRows rows, long[] counts) throws SQLException, IOException {
        for (var part : rows.texts().entrySet()) {
            copy.copyIn(part.getKey().copy(), new StringReader(part.getValue().toString()));
            counts[part.getKey().ordinal()] += rows.count(part.getKey());
        }
    }

    private static void refuseRealPeople(Connection owner) throws SQLException {
        int real = SeederSql.number(owner, REAL);
        if (real > 0) {
            throw new Stopped("This database holds %,d %s that no seed made: made-up people do not go among real ones. Seed an empty database, in a data folder of its own (CASEBRIDGE_DATA)."
                    .formatted(real, real == 1 ? "client" : "clients"));
        }
    }

    private static void remember(Connection owner, UUID seed, SeedRequest asked) throws SQLException {
        try (var statement = owner.prepareStatement("insert into demo.seed (id, random, clients, workers, days, as_of) values (?, ?, ?, ?, ?, ?)")) {
            statement.setObject(1, seed);
            statement.setLong(2, asked.random());
            statement.setInt(3, asked.clients());
            statement.setInt(4, asked.workers());
            statement.setInt(5, asked.days());
            statement.setObject(6, asked.asOf());
            statement.execute();
        }
        try (var statement = owner.prepareStatement("""
                insert into audit.entry (actor, kind, what, record, became) select ?, 'CHANGE', 'demo.seed', id::text, to_jsonb(seed) from demo.seed where id = ?
                """)) {
            statement.setObject(1, Actor.machine().account().value());
            statement.setObject(2, seed);
            statement.execute();
        }
    }

    private static Seeded seeded(SeedRequest asked, long[] counts, double seconds) {
        var tables = new TreeMap<String, Long>();
        long facts = 0;
        for (var table : SeederTable.values()) {
            tables.put(table.place(), counts[table.ordinal()]);
            facts += table.derived() ? 0 : counts[table.ordinal()];
        }
        return new Seeded(asked.clients(), asked.workers(), facts, List.copyOf(tables.values()).stream().mapToLong(it -> it).sum(), seconds, tables);
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
    }
}
