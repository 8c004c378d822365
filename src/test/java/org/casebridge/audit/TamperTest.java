package org.casebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.casebridge.PageTest;
import org.casebridge.audit.proof.Finding;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.PublicKeys;
import org.casebridge.audit.proof.Seal;
import org.casebridge.audit.proof.SigningKey;
import org.casebridge.fault.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** S3: whatever a superuser does to sealed rows is found, and the row is named. */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperTest {

    /** The full number behind {@code bin/test --full}. */
    private static final int CASES = Boolean.getBoolean("casebridge.full") ? 10_000 : 400;
    private static final Form FORGETFUL = new Form(Form.ONE.columns().stream().filter(it -> !it.equals("reason")).toList());

    private enum Tampering { EDIT, TIME, DELETE, INSERT, SWAP, REORDER, TRUNCATE, ROLL_BACK, SEAL, FORGE, HIDE }

    private record Tampered(String what, List<Long> rows) {}

    @Autowired FlywayConnectionDetails owner;
    private final SigningKey forger = Scratch.fresh();
    private Scratch town;

    @BeforeAll
    void fill() throws Exception {
        town = filled(Fault.COLUMN_UNSEALED.planted() ? FORGETFUL : Form.ONE);
    }

    @AfterAll
    void drop() throws Exception {
        town.close();
    }

    @Test
    void what_nobody_touched_is_proved() {
        var verdict = town.verify();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rows()).isGreaterThan(200);
        assertThat(verdict.waiting()).isEqualTo(3);
    }

    @Test
    void every_tampering_by_a_superuser_is_found_and_its_rows_are_named() throws SQLException {
        var keys = Fault.SIGNATURE_UNASKED.planted() ? Scratch.keys(town.key, forger) : Scratch.keys(town.key);
        assertThat(missed(town, CASES, keys, Fault.ANCHORS_LOST.planted() ? null : town.anchored(), Tampering.values())).isEmpty();
    }

    /** Each case in a transaction that is rolled back; {@code anchors} null: they went wherever the database went. */
    private List<String> missed(Scratch where, int cases, PublicKeys keys, List<String> anchors, Tampering... kinds) throws SQLException {
        var missed = new ArrayList<String>();
        var random = new Random(20261124);
        where.connection.setAutoCommit(false);
        try {
            for (int i = 0; i < cases && (missed.isEmpty() || !Fault.any()); i++) {
                Scratch.run(where.connection, "set local session_replication_role = replica");
                var kind = kinds[i % kinds.length];
                var done = tamper(where, kind, random);
                var found = where.verify(keys, anchors == null ? where.seals() : anchors).findings();
                var named = found.stream().map(Finding::rows).flatMap(List::stream).toList();
                if (found.isEmpty() || !named.containsAll(done.rows)) {
                    missed.add(kind + ": " + done + " was told as " + found);
                }
                where.connection.rollback();
            }
        } finally {
            where.connection.rollback();
            where.connection.setAutoCommit(true);
        }
        return missed;
    }

    private Tampered tamper(Scratch where, Tampering kind, Random random) {
        var sealed = where.seals().stream().map(Seal::read).flatMapToLong(it -> LongStream.of(it.ids())).toArray();
        long one = sealed[random.nextInt(sealed.length)];
        long other = sealed[random.nextInt(sealed.length)];
        while (other == one) {
            other = sealed[random.nextInt(sealed.length)];
        }
        return switch (kind) {
            case EDIT -> edit(where, one, random);
            case TIME -> did(where, "update audit.entry set at = at - interval '%d milliseconds' where id = %d".formatted(1 + random.nextInt(random.nextBoolean() ? 1000 : 2_000_000_000), one), one);
            case DELETE -> did(where, "delete from audit.entry where id in (%d, %d)".formatted(one, random.nextBoolean() ? one : other), one);
            case INSERT -> insert(where, one, random);
            case SWAP -> {
                did(where, "update audit.entry set id = -id where id in (%d, %d)".formatted(one, other));
                did(where, "update audit.entry set id = case when id = -%1$d then %2$d else %1$d end where id < 0".formatted(one, other));
                yield new Tampered("%d and %d swapped".formatted(one, other), List.of(one, other));
            }
            case REORDER -> {
                int from = random.nextInt(sealed.length - 6);
                long low = sealed[from];
                long high = sealed[from + 2 + random.nextInt(3)];
                did(where, "update audit.entry e set id = -n.next from (select id, coalesce(lead(id) over (order by id), first_value(id) over (order by id)) as next from audit.entry where id between %d and %d) n where n.id = e.id"
                        .formatted(low, high));
                yield did(where, "update audit.entry set id = -id where id < 0", low, high);
            }
            case TRUNCATE -> random.nextInt(4) == 0 ? did(where, "truncate audit.entry") : did(where, "delete from audit.entry where id >= " + one, one);
            case ROLL_BACK -> {
                long seal = 1 + random.nextInt(where.seals().size() - 1);
                var kept = where.seals().stream().map(Seal::read).filter(it -> it.number() <= seal).flatMapToLong(it -> LongStream.of(it.ids())).boxed().toList();
                did(where, "delete from audit.seal where number > " + seal);
                yield did(where, "delete from audit.entry where id not in (%s)".formatted(String.join(",", kept.stream().map(String::valueOf).toList())));
            }
            case SEAL -> seal(where, random);
            case FORGE -> forge(where, one, false);
            case HIDE -> forge(where, one, true);
        };
    }

    private static Tampered edit(Scratch where, long row, Random random) {
        var changes = List.of("reason = 'another'", "reason = null", "actor = gen_random_uuid()", "actor = null", "session = gen_random_uuid()", "factors = 'TOTP'", "purpose = 'TREAT'",
                "request = gen_random_uuid()", "source = '10.0.0.1'", "kind = 'DEED'", "what = '/'", "client = gen_random_uuid()", "client = null", "others = array[gen_random_uuid()]",
                "record = 'x'", "fields = array['a', 'b', 'c']", "fields = array['a b', 'c']", "was = '{}'", "became = '{\"x\": [1, \"e\"]}'", "became = null", "decision = 'REFUSED'", "login = 'nobody'",
                "tx = (tx::text::bigint + 1)::text::xid8", "tx = '9000000000'", "epoch = 2", "epoch = 0");
        return did(where, "update audit.entry set %s where id = %d".formatted(changes.get(random.nextInt(changes.size())), row), row);
    }

    /** A copy under a number that is free, among the sealed ones by its transaction, or young and of long ago. */
    private static Tampered insert(Scratch where, long like, Random random) {
        long id = 1_000_000 + random.nextInt(1000);
        boolean young = random.nextInt(3) == 0;
        return did(where, """
                insert into audit.entry (id, epoch, tx, at, login, actor, kind, what, client, decision) overriding system value
                select %d, epoch, %s, at - interval '%d seconds', login, actor, kind, what, client, decision from audit.entry where id = %d
                """.formatted(id, young ? "(tx::text::bigint + 1000000)::text::xid8" : "tx", young ? 7200 : random.nextInt(100), like), id);
    }

    private static Tampered seal(Scratch where, Random random) {
        long number = 1 + random.nextInt(where.seals().size());
        return switch (random.nextInt(4)) {
            case 0 -> did(where, "delete from audit.seal where number = " + number);
            case 1 -> did(where, "update audit.seal set line = replace(line, '\"epoch\":1', '\"epoch\":2') where number = " + number);
            case 2 -> did(where, "update audit.seal set line = overlay(line placing 'A' from position('leaves' in line) + 12) where number = %d and substr(line, position('leaves' in line) + 12, 1) <> 'A'".formatted(number),
                    where, number);
            default -> did(where, "update audit.seal a set line = b.line from audit.seal b where a.number = %d and b.number = case when a.number = 1 then 2 else 1 end".formatted(number));
        };
    }

    /** A row changed, and a seal made to fit with a key of one's own: put in the place of the old one, or added as the newest over a row of one's own. */
    private Tampered forge(Scratch where, long row, boolean inPlace) {
        var seals = where.seals().stream().map(Seal::read).toList();
        if (inPlace) {
            did(where, "update audit.entry set actor = gen_random_uuid() where id = " + row);
            var old = seals.stream().filter(it -> LongStream.of(it.ids()).anyMatch(id -> id == row)).findFirst().orElseThrow();
            var made = forger.sign(Seal.unsigned(old.number(), old.epoch(), old.system(), old.at(), old.horizon(), old.ids(), leaves(where, old.ids()), old.previous(), old.because(), forger.name()));
            where.db.sql("update audit.seal set line = ? where number = ?").params(made.line(), made.number()).update();
            return new Tampered("seal " + made.number() + " forged over an edited row", List.of(row));
        }
        long id = 2_000_000;
        did(where, "insert into audit.entry (id, epoch, tx, at, kind, what) overriding system value select %d, epoch, tx, at, 'LOOK', '/' from audit.entry where id = %d".formatted(id, row));
        var last = seals.getLast();
        var made = forger.sign(Seal.unsigned(last.number() + 1, last.epoch(), last.system(), last.at(), last.horizon(), new long[] {id}, leaves(where, id), last.root(), "", forger.name()));
        where.db.sql("insert into audit.seal (number, epoch, horizon, line) values (?, ?, ?::xid8, ?)").params(made.number(), made.epoch(), made.horizon(), made.line()).update();
        return new Tampered("a seal forged over an inserted row", List.of());
    }

    private static byte[] leaves(Scratch where, long... ids) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (long id : ids) {
            new SealStore(where.db).all(it -> {
                if (it.id() == id) {
                    bytes.writeBytes(where.form.hash(it));
                }
            });
        }
        return bytes.toByteArray();
    }

    private static Tampered did(Scratch where, String sql, Scratch instead, long number) {
        return where.db.sql(sql).update() > 0 ? new Tampered(sql, List.of()) : did(instead, "delete from audit.seal where number = " + number);
    }

    private static Tampered did(Scratch where, String sql, Long... rows) {
        where.db.sql(sql).update();
        return new Tampered(sql.strip(), List.of(rows));
    }

    private Scratch filled(Form form) throws Exception {
        var made = new Scratch(owner, form);
        Scratch.run(made.connection, "alter table audit.entry alter id set generated by default");
        var random = new Random(7);
        for (int seal = 0; seal < 20; seal++) {
            for (int i = 0; i < 8 + random.nextInt(8); i++) {
                made.look(UUID.randomUUID(), "because " + i);
            }
            made.seal();
        }
        for (int i = 0; i < 3; i++) {
            made.look(UUID.randomUUID(), "not sealed yet");
        }
        made.stopClock();
        return made;
    }
}
