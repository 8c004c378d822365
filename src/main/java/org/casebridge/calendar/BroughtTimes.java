package org.casebridge.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.CalendarEntry;
import org.casebridge.tasks.CalendarSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Times taken elsewhere, from the calendar files of the acting person: the coming year of each. Bringing a file of the same name again puts it in the place of the older one. */
@Service
@Transactional
public class BroughtTimes implements CalendarSource {

    private static final int MOST_FILES = 5;
    private final JdbcClient db;
    private final Clock clock;

    BroughtTimes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Brought> own() {
        return db.sql("""
                select b.id, b.name, b.brought_at, b.through_on, (select count(*) from calendar.busy t where t.brought_id = b.id) as times, b.left_out
                from calendar.brought b where b.account_id = ? order by b.name
                """).param(Actor.current().account().value()).query(Brought.class).list();
    }

    /** Answers what was kept. Refuses what {@link BusyFile} refuses, and more files than a person keeps calendars. */
    public Brought bring(String name, byte[] file) {
        var me = Actor.current();
        var today = LocalDate.now(clock.withZone(me.zone()));
        var until = today.plusYears(1);
        var read = BusyFile.read(file, me.zone(), clock.instant(), until.plusDays(1).atStartOfDay(me.zone()).toInstant());
        db.sql("delete from calendar.brought where account_id = ? and name = ?").params(me.account().value(), name).update();
        if (own().size() >= MOST_FILES) {
            throw Refused.invalid("You keep {count} files already. Take one away first.", MOST_FILES).at("name");
        }
        var id = Id.fresh();
        db.sql("insert into calendar.brought (id, account_id, name, brought_at, through_on, left_out) values (?, ?, ?, ?, ?, ?)")
                .params(id, me.account().value(), name, clock.instant().atOffset(ZoneOffset.UTC), until, read.unread()).update();
        var ids = read.taken().stream().map(_ -> Id.fresh()).toArray(UUID[]::new);
        db.sql("""
                insert into calendar.busy (id, brought_id, account_id, starts_at, ends_at)
                select t.id, :brought, :account, to_timestamp(t.from_at), to_timestamp(t.until_at) from unnest(:ids::uuid[], :from::bigint[], :until::bigint[]) as t(id, from_at, until_at)
                """).param("brought", id).param("account", me.account().value()).param("ids", ids)
                .param("from", read.taken().stream().map(it -> it.from().getEpochSecond()).toArray(Long[]::new)).param("until", read.taken().stream().map(it -> it.until().getEpochSecond()).toArray(Long[]::new))
                .update();
        return own().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** Takes a file away, with its times. */
    public void remove(UUID id) {
        if (db.sql("delete from calendar.brought where id = ? and account_id = ?").params(id, Actor.current().account().value()).update() == 0) {
            throw Refused.notFound("That file is not among yours.");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(AccountId worker, Instant from, Instant until) {
        return db.sql("select id, starts_at, ends_at from calendar.busy where account_id = ? and starts_at < ? and ends_at > ? order by starts_at, id limit 500")
                .params(worker.value(), until.atOffset(ZoneOffset.UTC), from.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new CalendarEntry(row.getString("id"), CalendarEntry.Kind.BUSY, Sentence.of("taken elsewhere"), null, null, "", row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(), null, null)).list();
    }
}
