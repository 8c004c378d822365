package org.casebridge.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whom. A worker names the one who stands in for them, whoever assigns cases names one for anybody; the reach of it comes and goes by itself. */
@Service
@Transactional
public class Coverages {

    private static final int MOST_DAYS = 366;
    private static final String COVERAGE = """
            select v.id, v.absent, a.name as absent_name, v.stand_in, s.name as stand_in_name, v.from_on, v.until_on, n.name as named_by
            from caseload.coverage v join access.account a on a.id = v.absent join access.account s on s.id = v.stand_in join access.account n on n.id = v.named_by
            where v.ended_at is null and v.until_on >= :today
            """;

    private final JdbcClient db;
    private final Carriers carriers;
    private final Clock clock;

    Coverages(JdbcClient db, Carriers carriers, Clock clock) {
        this.db = db;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** Those of the agency that hold or will begin, the next to begin first. */
    @Transactional(readOnly = true)
    public List<Coverage> all() {
        return db.sql(COVERAGE + "order by v.from_on, v.until_on, a.name, v.id").param("today", today()).query(Coverage.class).list();
    }

    /** Those by which somebody stands in on a day, asked together with others. */
    public Supplier<List<Coverage>> of(Together.Questions questions, AccountId standIn, LocalDate day) {
        return questions.list(Coverage.class, COVERAGE.replace(":today", "?") + "and v.stand_in = ? and v.from_on <= ? order by a.name, v.id", day, standIn.value(), day);
    }

    /** Refuses a day that has passed, more than a year, somebody who cannot carry cases here or is disabled, and whoever is away or stands in elsewhere on those days, so that no circle closes. */
    public void name(NameStandIn said) {
        var me = Actor.current();
        var absent = said.absent() == null ? me.account() : said.absent();
        if (!absent.equals(me.account()) && !me.may(Permission.ASSIGN_CASES)) {
            throw Refused.invalid("You can name somebody for yourself. For others their supervisor does.").at("absent");
        }
        if (said.from().isBefore(today())) {
            throw Refused.invalid("That day has passed.").at("from");
        }
        if (said.until().isBefore(said.from())) {
            throw Refused.invalid("The last day is before the first.").at("until");
        }
        if (said.until().isAfter(said.from().plusDays(MOST_DAYS))) {
            throw Refused.invalid("Somebody stands in for a year at most. Give the cases to them instead.").at("until");
        }
        if (absent.equals(said.standIn())) {
            throw Refused.invalid("Nobody stands in for themselves.").at("standIn");
        }
        var carrying = carriers.people().stream().map(Account::id).toList();
        if (!carrying.contains(absent)) {
            throw Refused.invalid("Choose one of the people offered.").at("absent");
        }
        if (!carrying.contains(said.standIn())) {
            throw Refused.invalid("Choose one of the people offered.").at("standIn");
        }
        var then = all().stream().filter(it -> it.meets(said.from(), said.until())).toList();
        refuseCircle(then, absent, said.standIn());
        db.sql("""
                insert into caseload.coverage (id, absent, stand_in, from_on, until_on, named_by, named_at, begun)
                values (:id, :absent, :standIn, :from, :until, :by, :now, :from <= :today)
                """)
                .param("id", Id.fresh()).param("absent", absent.value()).param("standIn", said.standIn().value()).param("from", said.from()).param("until", said.until())
                .param("by", me.account().value()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("today", today()).update();
    }

    private static void refuseCircle(List<Coverage> then, AccountId absent, AccountId standIn) {
        then.stream().filter(it -> it.absent().equals(standIn)).findFirst().ifPresent(it -> {
            throw Refused.invalid("{name} is away themselves then: {other} stands in for them until {day}.", it.absentName(), it.standInName(), it.untilOn()).at("standIn");
        });
        then.stream().filter(it -> it.standIn().equals(absent)).findFirst().ifPresent(it -> {
            throw Refused.invalid("{name} stands in for {other} until {day}. End that first, and name somebody else for {other}.", it.standInName(), it.absentName(), it.untilOn()).at("absent");
        });
        then.stream().filter(it -> it.absent().equals(absent) && it.standIn().equals(standIn)).findFirst().ifPresent(it -> {
            throw Refused.conflict("{name} stands in for {other} already, until {day}.", it.standInName(), it.absentName(), it.untilOn());
        });
    }

    /** One of the agency's, that holds or will begin. */
    @Transactional(readOnly = true)
    public Coverage get(UUID id) {
        return db.sql(COVERAGE + "and v.id = :id").param("today", today()).param("id", id).query(Coverage.class).optional()
                .orElseThrow(() -> Refused.notFound("Nobody stands in by that."));
    }

    /** Before its time: by whoever is away, stands in, or assigns cases. */
    public void end(UUID id) {
        var me = Actor.current();
        var it = get(id);
        if (!me.may(Permission.ASSIGN_CASES) && !it.absent().equals(me.account()) && !it.standIn().equals(me.account())) {
            throw Refused.notFound("Nobody stands in by that.");
        }
        db.sql("update caseload.coverage set ended_at = ? where id = ?").params(clock.instant().atOffset(ZoneOffset.UTC), it.id()).update();
    }

    /** Those named for a day that has come now reach the people. Acting as the house itself. */
    void begin() {
        db.sql("select caseload.begin_coverage()").query(Integer.class).single();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
