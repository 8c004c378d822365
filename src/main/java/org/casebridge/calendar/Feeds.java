package org.casebridge.calendar;

import static org.casebridge.web.Say.say;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.tasks.BusyTimes;
import org.casebridge.tasks.CalendarEntry;
import org.casebridge.workforce.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's days for a calendar program (RFC 5545), at an address that nobody guesses: of 32 random bytes, of which only the SHA-256 is kept. Whoever has it needs nothing else, so it tells no name. */
@Service
@Transactional
public class Feeds {

    /** Told from this long ago until that long from now. */
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final JdbcClient db;
    private final Accounts accounts;
    private final BusyTimes busy;
    private final WorkCalendar work;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient db, Accounts accounts, BusyTimes busy, WorkCalendar work, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.busy = busy;
        this.work = work;
        this.clock = clock;
    }

    /** Whose days an address tells, and how much of them. */
    public record Opened(Actor whose, Feed.Tells tells) {}

    @Transactional(readOnly = true)
    public Optional<Feed> own() {
        return db.sql("select id, tells, made_at from calendar.feed where account_id = ? and ended_at is null").param(Actor.current().account().value()).query(Feed.class).optional();
    }

    /** A new address in the place of the one before, which tells nothing from now on. Answers its secret, which nobody can show again. */
    public String make(Feed.Tells tells) {
        end();
        var bits = new byte[32];
        random.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        db.sql("insert into calendar.feed (id, account_id, key, tells, made_at) values (?, ?, ?, ?, ?)")
                .params(Id.fresh(), Actor.current().account().value(), sha256(secret), tells.name(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        return secret;
    }

    /** The address tells nothing from now on. */
    public void end() {
        db.sql("update calendar.feed set ended_at = ? where account_id = ? and ended_at is null").params(clock.instant().atOffset(ZoneOffset.UTC), Actor.current().account().value()).update();
    }

    /** Refuses an address that is none or has ended, without telling which. */
    @Transactional(readOnly = true)
    public Opened open(String secret) {
        record Found(UUID accountId, Feed.Tells tells) {}
        if (!secret.matches("[A-Za-z0-9_-]{43}")) {
            throw gone();
        }
        var found = db.sql("select account_id, tells from calendar.feed_of(?)").param(sha256(secret)).query(Found.class).optional().orElseThrow(Feeds::gone);
        return new Opened(accounts.get(new AccountId(found.accountId())).actor(), found.tells());
    }

    /** The acting person's days as a calendar file. */
    @Transactional(readOnly = true)
    public String file(Feed.Tells tells) {
        var me = Actor.current();
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Casebridge//Calendar//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        var now = clock.instant();
        for (var entry : busy.of(me.account(), now.minus(BACK), now.plus(AHEAD))) {
            if (entry.kind() != CalendarEntry.Kind.BUSY) {
                calendar.add(event(new VEvent(entry.startsAt(), entry.endsAt(), tells == Feed.Tells.BUSY ? say(CalendarEntry.Kind.BUSY) : say(entry.kind())), entry.key()));
            }
        }
        var today = LocalDate.now(clock.withZone(me.zone()));
        for (var leave : work.leaves(me.account(), today.minusDays(BACK.toDays()), today.plusDays(AHEAD.toDays()))) {
            calendar.add(event(new VEvent(leave.fromOn(), leave.throughOn().plusDays(1), say("Away")), leave.id().toString()));
        }
        try (var text = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static VEvent event(VEvent event, String key) {
        event.add(new Uid(sha(key) + "@casebridge"));
        event.add(new Clazz("PRIVATE"));
        return event;
    }

    /** The key of no record leaves with it. */
    private static String sha(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("feed " + key));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Refused gone() {
        return Refused.notFound("This calendar is not told any more. Whoever it belongs to can make a new address for it.");
    }
}
