package org.casebridge.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Nobody goes quiet: everyone near or past their cadence, by days past × risk, with what was tried and what is tried next; and the rules behind that, which are data of the agency. */
@Service
@Transactional
public class Radar {

    /** How many days before the cadence ends somebody comes on the radar. Our own: the working week ahead. */
    public static final int NEAR = 5;

    private final CadenceStore cadences;
    private final JdbcClient db;
    private final Clock clock;

    Radar(CadenceStore cadences, JdbcClient db, Clock clock) {
        this.cadences = cadences;
        this.db = db;
        this.clock = clock;
    }

    /** Who is on it, the heaviest first, and of how many of the workers whom one looks after nobody was asked. */
    public record Shown(List<QuietLine> lines, int leftOut) {}

    /** Of one worker, else of the first {@link CadenceStore#MOST} of the acting person's team, else their own. Whom they do not reach is not told of. */
    @Transactional(readOnly = true)
    public Shown show(@Nullable AccountId worker) {
        var me = Actor.current();
        var team = me.may(Permission.ASSIGN_CASES) ? cadences.team(me.account().value(), me.agency().value()) : List.of(me.account().value());
        var asked = team.stream().filter(it -> worker == null || it.equals(worker.value())).limit(CadenceStore.MOST).toList();
        return new Shown(of(asked), worker == null ? team.size() - asked.size() : 0);
    }

    /** Whom the acting person looks after: those under them, with themselves; who looks after nobody in particular, those whom nobody else does. */
    @Transactional(readOnly = true)
    public List<AccountId> team() {
        var me = Actor.current();
        return cadences.team(me.account().value(), me.agency().value()).stream().map(AccountId::new).toList();
    }

    private List<QuietLine> of(List<UUID> workers) {
        if (workers.isEmpty()) {
            return List.of();
        }
        var zone = Actor.current().zone();
        var rows = cadences.quiet(workers, today().plusDays(NEAR), zone);
        Map<ClientId, List<Attempt>> tried = rows.isEmpty() ? Map.of() : cadences.tried(rows, zone).stream()
                .collect(Collectors.groupingBy(Tried::clientId, Collectors.mapping(it -> new Attempt(it.at(), it.mode()), Collectors.toList())));
        return rows.stream().map(it -> {
            var tries = tried.getOrDefault(it.clientId(), List.of());
            var never = it.never().stream().map(Channel::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
            return new QuietLine(it.cadence(tries.size()), it.workers(), it.flags(), tries, never);
        }).sorted(Comparator.<QuietLine>comparingLong(it -> -it.weight(today(), zone)).thenComparing(it -> it.clientId().value())).toList();
    }

    /** The agency's ladder, else {@link Ladder#USUAL}. */
    @Transactional(readOnly = true)
    public Ladder ladder() {
        var rungs = db.sql("select mode, tries, wait_days from monitoring.rung where agency_id = ? order by place").param(Actor.current().agency().value()).query(Rung.class).list();
        return rungs.isEmpty() ? Ladder.USUAL : new Ladder(rungs);
    }

    /** Sets the agency's ladder. Refuses one without sense, and who does not assign cases. */
    public void set(Ladder ladder) {
        ladder.needsSense();
        var agency = Actor.current().agency().value();
        db.sql("select pg_advisory_xact_lock(hashtextextended('monitoring.rung ' || ?::text, 0))").param(agency).query((_, _) -> true).single();
        db.sql("delete from monitoring.rung where agency_id = ?").param(agency).update();
        int place = 1;
        for (var rung : ladder.rungs()) {
            db.sql("insert into monitoring.rung (agency_id, place, mode, tries, wait_days) values (?, ?, ?, ?, ?)").params(agency, place++, rung.mode().name(), rung.tries(), rung.waitDays()).update();
        }
    }

    /** A programme's cadence by acuity: days, or no entry where its own holds. Keys are programme and level. */
    @Transactional(readOnly = true)
    public List<CadenceRule> rules() {
        return db.sql("""
                select r.program_id, r.level, r.days from monitoring.cadence_rule r join caseload.program g on g.id = r.program_id where g.agency_id = ?
                """).param(Actor.current().agency().value()).query(CadenceRule.class).list();
    }

    /** One programme's days for one acuity; null takes the rule away. Refuses a programme of another agency, and days outside 1 to 365. */
    public void rule(UUID program, AcuityLevel level, @Nullable Integer days) {
        var known = db.sql("select exists (select from caseload.program where id = ? and agency_id = ?)").params(program, Actor.current().agency().value()).query(Boolean.class).single();
        if (!known) {
            throw Refused.notFound("That programme could not be found.");
        }
        if (days == null) {
            db.sql("delete from monitoring.cadence_rule where program_id = ? and level = ?").params(program, level.name()).update();
            return;
        }
        if (days < 1 || days > 365) {
            throw Refused.invalid("A contact is due after 1 to 365 days.");
        }
        db.sql("""
                insert into monitoring.cadence_rule (program_id, level, days, set_by, set_at) values (?, ?, ?, ?, ?)
                on conflict (program_id, level) do update set days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at
                """).params(program, level.name(), days, Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** The acuity that holds. */
    @Transactional(readOnly = true)
    public Optional<Acuity> acuity(ClientId client) {
        return db.sql("""
                select a.*, w.name as set_by_name from monitoring.acuity a join access.account w on w.id = a.set_by where a.client_id = ? and a.ended_at is null
                """).param(client.value()).query(Acuity.class).optional();
    }

    /** Sets it, with the reason; the one before it ends. */
    public void judge(ClientId client, AcuityLevel level, String words) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("select pg_advisory_xact_lock(hashtextextended('monitoring.acuity ' || ?, 0))").param(client.text()).query((_, _) -> true).single();
        db.sql("update monitoring.acuity set ended_at = ? where client_id = ? and ended_at is null").params(now, client.value()).update();
        db.sql("insert into monitoring.acuity (id, client_id, level, words, set_by, set_at) values (?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), client.value(), level.name(), words, Actor.current().account().value(), now).update();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
