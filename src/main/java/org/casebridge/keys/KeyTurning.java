package org.casebridge.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.kernel.Stopped;
import org.casebridge.sealing.Sealed;
import org.casebridge.sealing.SealedColumn;
import org.casebridge.sealing.SealingKeys;
import org.casebridge.sealing.Unsealed;
import org.springframework.stereotype.Service;

/**
 * Turns the key that seals single values: makes a new one, seals everything anew in portions while people go on working, and forgets the older ones when nothing needs them (NIST SP 800-57 part 1,
 * 5.3.4). What was done stays done when the process dies; the next turn goes on from there instead of making another key.
 */
@Service
public class KeyTurning {

    private static final int PORTION = 500;
    private static final int PATIENCE = 30;

    private final SealingKeys keys;
    private final List<SealedColumn> columns;
    private final List<Unsealed> unsealed;
    private final Owner owner;
    private final Deeds deeds;

    KeyTurning(SealingKeys keys, List<SealedColumn> columns, List<Unsealed> unsealed, Owner owner, Deeds deeds) {
        this.keys = keys;
        this.columns = columns;
        this.unsealed = unsealed;
        this.owner = owner;
        this.deeds = deeds;
    }

    /** {@code sealed} and {@code older}: how many values by table, all and those under an older key; {@code unsealed}: rows that the next start of a server seals. */
    public record Standing(int keys, Instant changedAt, Map<String, Long> sealed, long older, long unsealed) {}

    /** {@code wentOn}: an earlier turn was finished and no key was made; {@code broken}: values that do not open, by table and row; {@code keys}: how many there are now. */
    public record Turned(boolean wentOn, long sealedAnew, int keys, List<String> broken) {

        public boolean finished() {
            return keys == 1;
        }
    }

    /** Hears how far it is. */
    public interface Heard {

        void at(long done, long of);
    }

    public Standing standing() {
        var answer = new Standing[1];
        owner.look(connection -> {
            var sealed = new TreeMap<String, Long>();
            for (var it : columns) {
                sealed.put(it.table(), Owner.number(connection, "select count(*) from %s where %s is not null".formatted(it.table(), it.column())));
            }
            long left = 0;
            for (var it : unsealed) {
                left += it.left(connection);
            }
            answer[0] = new Standing(keys.count(), keys.changedAt(), sealed, older(connection), left);
        });
        return answer[0];
    }

    /** Refuses while another turn runs. */
    public Turned turn(Heard heard) {
        var answer = new Turned[1];
        if (!owner.alone(connection -> answer[0] = turn(connection, heard))) {
            throw new Stopped("Keys are being turned by another process, or a server is sealing older rows. Wait until it is done, then look with “keys status”.");
        }
        return answer[0];
    }

    private Turned turn(Connection connection, Heard heard) throws SQLException {
        boolean wentOn = keys.count() > 1;
        if (!wentOn) {
            keys.rotate();
            note(Map.of("what", "a new key seals from now on"));
        }
        long of = older(connection);
        var broken = new ArrayList<String>();
        long done = pass(connection, 0, of, broken, heard);
        boolean settled = settled(connection);
        done = pass(connection, done, Math.max(of, done), broken, heard);
        if (settled && broken.isEmpty() && older(connection) == 0) {
            keys.forget();
        }
        int left = keys.count();
        note(Map.of("what", left == 1 ? "everything is sealed with the newest key, older ones are forgotten" : "older keys are still needed", "sealed anew", done));
        return new Turned(wentOn, done, left, broken.stream().distinct().toList());
    }

    /** Everything under an older key, column by column in the order of its key. */
    private long pass(Connection connection, long done, long of, List<String> broken, Heard heard) throws SQLException {
        long all = done;
        for (var column : columns) {
            var last = new UUID[] {new UUID(0, 0)};
            while (last[0] != null) {
                all += Owner.portion(connection, () -> portion(connection, column, last, broken));
                heard.at(all, Math.max(of, all));
            }
        }
        return all;
    }

    private record Old(UUID key, String row, byte[] value) {}

    private int portion(Connection connection, SealedColumn column, UUID[] last, List<String> broken) throws SQLException {
        var found = new ArrayList<Old>();
        try (var read = connection.prepareStatement("select %1$s, %2$s, %3$s from %4$s where %1$s > ? and substring(%3$s from 1 for ?) <> ? order by 1 limit ?"
                .formatted(column.key(), column.row(), column.column(), column.table()))) {
            read.setObject(1, last[0]);
            read.setInt(2, SealingKeys.HEAD);
            read.setBytes(3, keys.newest());
            read.setInt(4, PORTION);
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    found.add(new Old(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)));
                }
            }
        }
        int done = 0;
        try (var write = connection.prepareStatement("update %1$s set %2$s = ? where %3$s = ? and %2$s = ?".formatted(column.table(), column.column(), column.key()))) {
            for (var old : found) {
                try {
                    write.setBytes(1, keys.anew(old.value(), column, old.row()));
                    write.setObject(2, old.key());
                    write.setBytes(3, old.value());
                    done += write.executeUpdate();
                } catch (Sealed.Broken changed) {
                    broken.add("%s: the row %s".formatted(column.table(), old.row()));
                }
            }
        }
        last[0] = found.size() < PORTION ? null : found.getLast().key();
        return done;
    }

    private long older(Connection connection) throws SQLException {
        long all = 0;
        var newest = java.util.HexFormat.of().formatHex(keys.newest());
        for (var it : columns) {
            all += Owner.number(connection, "select count(*) from %1$s where substring(%2$s from 1 for %3$d) <> '\\x%4$s'".formatted(it.table(), it.column(), SealingKeys.HEAD, newest));
        }
        return all;
    }

    /** Whether everything that other servers sealed with an older key is there to be seen: they know the new one by now, and each transaction that was under way has ended. */
    private boolean settled(Connection connection) throws SQLException {
        try {
            Thread.sleep(SealingKeys.LAG.plusSeconds(1));
            long line = Owner.number(connection, "select pg_current_xact_id()::text::bigint");
            for (int i = 0; i < PATIENCE; i++) {
                if (Owner.number(connection, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint") > line) {
                    return true;
                }
                Thread.sleep(1000);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void note(Map<String, ?> facts) {
        Actor.machine().run(() -> deeds.note(Deed.KEYS_TURNED, null, facts));
    }
}
