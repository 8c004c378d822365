package org.casebridge.careplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Services given against the plan: noted here, or counted from contacts by the agency's mapping, each time they are asked for, so that nothing is entered twice and a struck contact counts no more. */
@Service
@Transactional
public class Deliveries {

    /** Units of a contact c under a mapping m. */
    private static final String UNITS = "case when m.minutes is null then 1.00 else round(coalesce(c.minutes, 0)::numeric / m.minutes, 2) end";

    private static final String ALL = """
            select s.id, null::uuid as contact_id, s.goal_id, s.on_day, s.units, s.unit, s.provider, s.funding, s.struck_on, s.strike
            from careplans.service s where s.client_id = :client and s.on_day between :from and :until
            union all
            select null, c.id, v.goal_id, (c.at at time zone :zone)::date, %s, m.unit, a.name, m.funding, null, null
            from careplans.served v
            join messaging.held c on c.id = v.contact_id
            join access.account a on a.id = c.recorded_by
            join careplans.service_mapping m on m.agency_id = a.agency_id and m.mode = c.mode
                and (c.at at time zone :zone)::date between m.applies_from and coalesce(m.ended_on - 1, 'infinity')
            where v.client_id = :client and (c.at at time zone :zone)::date between :from and :until
            """.formatted(UNITS);

    private final JdbcClient db;
    private final GoalStore goals;
    private final Clock clock;

    Deliveries(JdbcClient db, GoalStore goals, Clock clock) {
        this.db = db;
        this.goals = goals;
        this.clock = clock;
    }

    /** The contact served this goal; whether it counts as a service is the mapping's to say. */
    public void served(ClientId client, GoalId goal, UUID contact) {
        db.sql("insert into careplans.served (contact_id, goal_id, client_id) values (?, ?, ?) on conflict do nothing").params(contact, goal.value(), client.value()).update();
    }

    /** Between two days, both counted; the newest first. What was struck is among them. */
    @Transactional(readOnly = true)
    public List<Delivery> of(ClientId client, LocalDate from, LocalDate until) {
        return db.sql("select * from (" + ALL + ") d order by on_day desc, id desc nulls last limit 500").param("client", client.value()).param("from", from).param("until", until)
                .param("zone", Actor.current().zone().getId()).query(Delivery.class).list();
    }

    /** Units by goal between two days. */
    @Transactional(readOnly = true)
    public Map<UUID, Double> given(ClientId client, LocalDate from, LocalDate until) {
        return of(client, from, until).stream().filter(it -> it.struckOn() == null).collect(Collectors.groupingBy(it -> it.goalId().value(), Collectors.summingDouble(it -> it.units().doubleValue())));
    }

    /** Refuses a goal that is not in the plan in force, a day to come or more than a year ago. */
    public void note(ClientId client, GoalId goal, Delivery.Said said) {
        if (goals.lines(client).stream().noneMatch(it -> it.id().equals(goal))) {
            throw Refused.invalid("Choose a goal of the plan in force.").at("goal");
        }
        if (said.on().isAfter(today()) || said.on().isBefore(today().minusYears(1))) {
            throw Refused.invalid("A service was given in the year until today.").at("on");
        }
        db.sql("insert into careplans.service (id, client_id, goal_id, on_day, units, unit, provider, funding, noted_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), client.value(), goal.value(), said.on(), said.units(), said.unit().name(), said.provider().strip(), said.funding().strip(), Actor.current().account().value()).update();
    }

    /** A service that was noted by mistake; it stays to be read and counts no more. */
    public void strike(ClientId client, UUID id, String why) {
        if (db.sql("update careplans.service set struck_on = ?, strike = ? where id = ? and client_id = ? and struck_on is null").params(today(), why.strip(), id, client.value()).update() == 0) {
            throw Refused.notFound("That service could not be found, or was struck already.");
        }
    }

    /** Those that hold first. */
    @Transactional(readOnly = true)
    public List<Delivery.Mapping> mappings() {
        return db.sql("select m.id, m.mode, m.unit, m.minutes, m.funding, m.applies_from, m.ended_on, a.name as set_by from careplans.service_mapping m join access.account a on a.id = m.set_by where m.agency_id = ? order by m.ended_on desc nulls first, m.mode")
                .param(agency()).query(Delivery.Mapping.class).list();
    }

    /** Among contacts of the last 90 days that served a goal. */
    @Transactional(readOnly = true)
    public Delivery.Preview preview(Mode mode, Goal.Unit unit, @Nullable Integer minutes) {
        return db.sql("""
                select count(*)::int as contacts, coalesce(sum(%s), 0) as units, (count(*) filter (where c.minutes is null))::int as without_minutes
                from careplans.served v join messaging.held c on c.id = v.contact_id cross join (select :minutes::int as minutes) m
                where c.mode = :mode and c.at >= :since
                """.formatted(UNITS)).param("minutes", minutes, java.sql.Types.INTEGER).param("mode", mode.name())
                .param("since", today().minusDays(90).atStartOfDay(Actor.current().zone()).toOffsetDateTime()).query(Delivery.Preview.class).single();
    }

    /** Refuses a second mapping of a mode, and a first day that is past. */
    public void map(Mode mode, Goal.Unit unit, @Nullable Integer minutes, String funding, LocalDate from) {
        if (from.isBefore(today())) {
            throw Refused.invalid("A rule never reaches back. Choose today or a day to come.").at("from");
        }
        if (mappings().stream().anyMatch(it -> it.endedOn() == null && it.mode() == mode)) {
            throw Refused.invalid("There is such a rule already. End that one first.").at("mode");
        }
        db.sql("insert into careplans.service_mapping (id, agency_id, mode, unit, minutes, funding, applies_from, set_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), agency(), mode.name(), unit.name(), minutes, funding.strip(), from, Actor.current().account().value()).update();
    }

    /** From today on it counts nothing more. */
    public void end(UUID mapping) {
        if (db.sql("update careplans.service_mapping set ended_on = greatest(?, applies_from) where id = ? and agency_id = ? and ended_on is null").params(today(), mapping, agency()).update() == 0) {
            throw Refused.notFound("That rule could not be found among those that hold.");
        }
    }

    private static UUID agency() {
        return Actor.current().agency().value();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
