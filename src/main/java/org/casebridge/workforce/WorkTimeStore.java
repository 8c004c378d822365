package org.casebridge.workforce;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.data.Together;
import org.casebridge.kernel.FederalHoliday;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkTimeStore {

    private static final String LEAVE = """
            select l.id, l.worker, a.name as worker_name, l.from_on, l.through_on, l.kind from workforce.leave l join access.account a on a.id = l.worker
            where l.ended_at is null and l.agency_id = :agency and l.from_on <= :through and l.through_on >= :from
            """;

    private final JdbcClient db;

    WorkTimeStore(JdbcClient db) {
        this.db = db;
    }

    /** Of each of these who has their own, and under null the agency's. */
    Map<@Nullable AccountId, WorkTime> times(Collection<AccountId> workers) {
        record Row(@Nullable AccountId worker, int weekday, LocalTime begins, LocalTime ends) {}
        var rows = db.sql("select worker, weekday, begins, ends from workforce.work_time where agency_id = ? and (worker is null or worker = any(?)) order by weekday, begins")
                .params(agency(), workers.stream().map(AccountId::value).toArray(UUID[]::new)).query(Row.class).list();
        var all = new HashMap<@Nullable AccountId, Map<DayOfWeek, List<Span>>>();
        for (var row : rows) {
            all.computeIfAbsent(row.worker(), _ -> new EnumMap<>(DayOfWeek.class)).computeIfAbsent(DayOfWeek.of(row.weekday()), _ -> new ArrayList<>()).add(new Span(row.begins(), row.ends()));
        }
        var found = new HashMap<@Nullable AccountId, WorkTime>();
        all.forEach((worker, spans) -> found.put(worker, WorkTime.of(spans, worker != null)));
        return found;
    }

    void clear(@Nullable AccountId worker) {
        db.sql("delete from workforce.work_time where agency_id = :agency and worker is not distinct from :worker::uuid").param("agency", agency()).param("worker", worker == null ? null : worker.value()).update();
    }

    void add(@Nullable AccountId worker, DayOfWeek day, Span span) {
        db.sql("insert into workforce.work_time (id, agency_id, worker, weekday, begins, ends) values (:id, :agency, :worker, :day, :from, :until)")
                .param("id", Id.fresh()).param("agency", agency()).param("worker", worker == null ? null : worker.value()).param("day", day.getValue())
                .param("from", span.from()).param("until", span.until()).update();
    }

    List<Leave> leaves(Collection<AccountId> workers, LocalDate from, LocalDate through) {
        return db.sql(LEAVE + "and l.worker = any(:workers) order by l.from_on, l.id").param("agency", agency()).param("from", from).param("through", through)
                .param("workers", workers.stream().map(AccountId::value).toArray(UUID[]::new)).query(Leave.class).list();
    }

    Supplier<List<Leave>> leaves(Together.Questions questions, AccountId worker, LocalDate from, LocalDate through) {
        return questions.list(Leave.class, LEAVE.replace(":agency", "?").replace(":through", "?").replace(":from", "?") + "and l.worker = ? order by l.from_on, l.id", agency(), through, from, worker.value());
    }

    List<Leave> leaves(LocalDate from, LocalDate through) {
        return db.sql(LEAVE + "order by l.from_on, a.name, l.id").param("agency", agency()).param("from", from).param("through", through).query(Leave.class).list();
    }

    void add(Leave leave, AccountId by, Instant at) {
        db.sql("insert into workforce.leave (id, agency_id, worker, from_on, through_on, kind, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(leave.id(), agency(), leave.worker().value(), leave.fromOn(), leave.throughOn(), leave.kind().name(), by.value(), at.atOffset(ZoneOffset.UTC)).update();
    }

    int end(UUID id, AccountId worker, Instant at) {
        return db.sql("update workforce.leave set ended_at = ? where id = ? and worker = ? and ended_at is null").params(at.atOffset(ZoneOffset.UTC), id, worker.value()).update();
    }

    List<ClosedDay> ownClosed(LocalDate from, LocalDate through) {
        return db.sql("select day, name from workforce.closed_day where agency_id = ? and day between ? and ? order by day").params(agency(), from, through)
                .query((row, _) -> new ClosedDay(row.getObject("day", LocalDate.class), null, row.getString("name"))).list();
    }

    boolean close(CloseDay said) {
        return db.sql("insert into workforce.closed_day (agency_id, day, name) values (?, ?, ?) on conflict do nothing").params(agency(), said.day(), said.name().strip()).update() == 1;
    }

    void open(LocalDate day) {
        db.sql("delete from workforce.closed_day where agency_id = ? and day = ?").params(agency(), day).update();
    }

    Set<FederalHoliday> keptOpen() {
        return db.sql("select holiday from workforce.holiday_open where agency_id = ?").param(agency()).query(String.class).list().stream().map(FederalHoliday::valueOf).collect(Collectors.toSet());
    }

    void keepOpen(Set<FederalHoliday> open) {
        db.sql("delete from workforce.holiday_open where agency_id = ?").param(agency()).update();
        open.forEach(it -> db.sql("insert into workforce.holiday_open (agency_id, holiday) values (?, ?)").params(agency(), it.name()).update());
    }

    private static UUID agency() {
        AgencyId agency = Actor.current().agency();
        return agency.value();
    }
}
