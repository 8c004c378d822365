package org.casebridge.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people try again ever more slowly, and never shuts anybody out for good (NIST SP 800-63B-4, 3.2.2): after some free tries each takes twice the wait of the one
 * before, up to a quarter of an hour, or half an hour for an account that is tried from many places. A try is counted before it is looked at, so that many at once gain nothing; a right answer forgives.
 */
@Component
class Throttle {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** For an account tried from many places: so that fewer than a hundred tries a day are looked at. */
    static final Duration LONGEST_OF_MANY = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    Throttle(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What tries are counted by, how many of them are free, and how long the wait becomes at most. */
    record By(String key, int free, Duration longest) {

        By(String key, int free) {
            this(key, free, LONGEST);
        }

        byte[] hash() {
            return sha256(key);
        }
    }

    private record Count(byte[] key, int tries, Instant lastAt, Instant waitUntil) {}

    /** Counts a try and answers how long to wait before it may be made; zero: make it now. A try that must wait is not counted. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration count(List<By> all) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it: a time rounded up would be a wait
        var wait = Duration.ZERO;
        var counts = new ArrayList<Count>();
        var inOrder = all.stream().sorted(Comparator.comparing(it -> HexFormat.of().formatHex(it.hash()))).toList();
        for (var by : inOrder) {
            var count = locked(by.hash(), now);
            counts.add(count);
            var left = Duration.between(now, count.waitUntil());
            wait = left.compareTo(wait) > 0 ? left : wait;
        }
        if (wait.isZero()) {
            for (int i = 0; i < counts.size(); i++) {
                var tries = counts.get(i).lastAt().plus(FORGOTTEN).isBefore(now) ? 1 : counts.get(i).tries() + 1;
                db.sql("update accounts.throttle set tries = ?, last_at = ?, wait_until = ? where key = ?")
                        .params(tries, at(now), at(now.plus(delay(tries - inOrder.get(i).free(), inOrder.get(i).longest()))), counts.get(i).key()).update();
            }
        }
        return wait;
    }

    /** The answer was right: its tries are forgotten. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(List<By> all) {
        all.forEach(it -> db.sql("delete from accounts.throttle where key = ?").param(it.hash()).update());
        db.sql("delete from accounts.throttle where last_at < ?").param(at(clock.instant().minus(FORGOTTEN))).update();
    }

    /** A try that was right is not counted against a place that many share. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void takeBack(By by) {
        db.sql("update accounts.throttle set tries = greatest(tries - 1, 0), wait_until = least(wait_until, ?) where key = ?").params(at(clock.instant()), by.hash()).update();
    }

    private Count locked(byte[] key, Instant now) {
        db.sql("insert into accounts.throttle (key, tries, last_at, wait_until) values (?, 0, ?, ?) on conflict do nothing").params(key, at(now), at(now)).update();
        return db.sql("select key, tries, last_at, wait_until from accounts.throttle where key = ? for update").param(key).query((row, _) ->
                new Count(row.getBytes("key"), row.getInt("tries"), row.getTimestamp("last_at").toInstant(), row.getTimestamp("wait_until").toInstant())).single();
    }

    /** 1 s after the first try beyond the free ones, then 2, 4, 8 … */
    static Duration delay(int beyond, Duration longest) {
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        var seconds = beyond > 20 ? longest.toSeconds() : Math.min(longest.toSeconds(), 1L << (beyond - 1));
        return Duration.ofSeconds(seconds);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static java.time.OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
