package org.casebridge.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.Row;
import org.casebridge.audit.proof.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SealStore {

    /** Each value as PostgreSQL writes it, times as ISO 8601 in UTC. */
    private static final String ROW = "select " + Form.ONE.columns().stream().map(it -> it.equals("at")
            ? "to_char(e.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as at" : "e." + it + "::text").collect(Collectors.joining(", ")) + " from audit.entry e ";

    private final JdbcClient db;

    SealStore(JdbcClient db) {
        this.db = db;
    }

    /** Where things stand: {@code waiting} is false when no row came since the last seal; {@code anchored} is the line that the database keeps under the number that was asked for. */
    record State(String system, int epoch, String xmin, String xmax, String now, boolean waiting, @Nullable String line, @Nullable String anchored) {

        Optional<Seal> last() {
            return Optional.ofNullable(line).map(Seal::read);
        }
    }

    State state(long anchored) {
        return db.sql("""
                select (select system_identifier::text from pg_control_system()) as system, audit.epoch() as epoch,
                       pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_snapshot_xmax(pg_current_snapshot())::text as xmax,
                       to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now,
                       audit.waiting(coalesce(s.epoch, 0), coalesce(s.horizon, '0'::xid8)) as waiting,
                       s.line, (select a.line from audit.seal a where a.number = ?) as anchored
                from (select) one left join lateral (select * from audit.seal order by number desc limit 1) s on true
                """).param(anchored).query(State.class).single();
    }

    /** Whether the last seal is the one that was anchored last, by the MD5 of its line, and no row came since: cheap, as it is asked each second. */
    boolean idle(long number, String print) {
        return db.sql("""
                select coalesce((select s.number = ? and md5(s.line) = ? and not audit.waiting(s.epoch, s.horizon) from audit.seal s order by s.number desc limit 1), false)
                """).params(number, print).query(Boolean.class).single();
    }

    /** When this transaction began: all that was sealed until then is in its sight. */
    Instant began() {
        return db.sql("select now() as at").query(OffsetDateTime.class).single().toInstant();
    }

    Optional<Instant> sealedUntil() {
        return db.sql("select at from audit.seal order by number desc limit 1").query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** One sealer at a time, on any number of servers; until the transaction ends. */
    boolean lock() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('casebridge audit seal'))").query(Boolean.class).single();
    }

    /** A number that no epoch had. */
    int nextEpoch(int above) {
        int next = 0;
        while (next <= above) {
            next = db.sql("select nextval('audit.epoch_number')::integer").query(Integer.class).single();
        }
        return next;
    }

    /** The end of a portion of rows: the horizon itself, or earlier when more than so many wait, and never within a transaction. */
    String end(int epoch, String from, String horizon, int most) {
        return db.sql("select audit.portion_end(:epoch, :from::xid8, :horizon::xid8, :most)")
                .param("epoch", epoch).param("from", from).param("horizon", horizon).param("most", most).query(String.class).single();
    }

    void rows(int epoch, String from, String to, Consumer<Row> each) {
        db.sql(ROW.replace("audit.entry e", "audit.portion(?, ?::xid8, ?::xid8) e") + "order by e.id").params(epoch, from, to).withFetchSize(2000)
                .query((ResultSet it) -> each.accept(row(it)));
    }

    /** Those that no seal reached before a new epoch began. */
    void left(int epoch, String from, int below, Consumer<Row> each) {
        db.sql(ROW + "where (e.epoch, e.tx) >= (?, ?::xid8) and e.epoch < ? order by e.id").params(epoch, from, below).withFetchSize(2000)
                .query((ResultSet it) -> each.accept(row(it)));
    }

    void all(Consumer<Row> each) {
        db.sql(ROW + "order by e.id").withFetchSize(2000).query((ResultSet it) -> each.accept(row(it)));
    }

    void add(Seal seal) {
        db.sql("insert into audit.seal (number, epoch, horizon, line) values (?, ?, ?::xid8, ?)").params(seal.number(), seal.epoch(), seal.horizon(), seal.line()).update();
    }

    List<String> linesAfter(long number, int most) {
        return db.sql("select line from audit.seal where number > ? order by number limit ?").params(number, most).query(String.class).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var values = new HashMap<String, @Nullable String>();
        for (var column : Form.ONE.columns()) {
            values.put(column, row.getString(column));
        }
        return new Row(values);
    }
}
