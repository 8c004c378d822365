package org.casebridge.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of breaches. Only the privacy officer's rows are theirs to see, by a policy of the table. */
@Service
@Transactional
public class Breaches {

    private final JdbcClient db;
    private final Clients clients;
    private final Clock clock;

    Breaches(JdbcClient db, Clients clients, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.clock = clock;
    }

    /** The latest discovered first. */
    @Transactional(readOnly = true)
    public List<Breach> all() {
        return db.sql("select * from consent.breach order by discovered_on desc, id desc").query((row, _) -> breach(row)).list();
    }

    @Transactional(readOnly = true)
    public Breach get(BreachId id) {
        return db.sql("select * from consent.breach where id = ?").param(id.value()).query((row, _) -> breach(row)).optional()
                .orElseThrow(() -> Refused.notFound("That breach could not be found."));
    }

    public BreachId register(BreachForms.RegisterBreach said) {
        if (said.discoveredOn().isAfter(today())) {
            throw Refused.invalid("It cannot have been discovered on a day that is still to come.").at("discoveredOn");
        }
        if (said.happenedOn() != null && said.happenedOn().isAfter(said.discoveredOn())) {
            throw Refused.invalid("It cannot have been discovered before it happened.").at("happenedOn");
        }
        var id = BreachId.next();
        db.sql("""
                insert into consent.breach (id, agency_id, title, happened_on, discovered_on, by_associate, what, recorded_at, recorded_by)
                values (:id, :agency, :title, :happened::date, :discovered, :associate, :what, :at, :by)
                """)
                .param("id", id.value()).param("agency", Actor.current().agency().value()).param("title", said.title().strip()).param("happened", said.happenedOn())
                .param("discovered", said.discoveredOn()).param("associate", Boolean.TRUE.equals(said.byAssociate())).param("what", said.what().strip())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", Actor.current().account().value())
                .update();
        return id;
    }

    /** Decides by the four factors of 45 CFR 164.402(2). A later assessment takes the place of the earlier one, which the audit keeps. */
    public void assess(BreachId id, BreachForms.AssessBreach said) {
        get(id);
        db.sql("""
                update consent.breach set nature = ?, recipient = ?, acquired = ?, mitigated = ?, low = ?, assessed_on = ?, version = version + 1 where id = ?
                """).params(said.nature().strip(), said.recipient().strip(), said.acquired().strip(), said.mitigated().strip(), said.probability() == BreachForms.Probability.LOW, today(), id.value())
                .update();
    }

    public void add(BreachId id, ClientId person, String state) {
        get(id);
        clients.get(person);
        db.sql("""
                insert into consent.breach_person (breach_id, client_id, state) values (?, ?, ?)
                on conflict (breach_id, client_id) do update set state = excluded.state
                """).params(id.value(), person.value(), state).update();
    }

    /** How many people of a state are touched whom the register does not name. */
    public void count(BreachId id, String state, int others) {
        get(id);
        db.sql("""
                insert into consent.breach_state (breach_id, state, others) values (?, ?, ?) on conflict (breach_id, state) do update set others = excluded.others
                """).params(id.value(), state, others).update();
    }

    /** Refuses a day before the discovery or still to come. */
    public void told(BreachId id, BreachForms.NoteTelling said) {
        var breach = get(id);
        if (said.on().isBefore(breach.discoveredOn()) || said.on().isAfter(today())) {
            throw Refused.invalid("Choose a day between {from}, when it was discovered, and today.", breach.discoveredOn()).at("on");
        }
        var state = said.ofState() == null ? "" : said.ofState();
        var how = said.how() == null ? "" : said.how().strip();
        switch (said.whom()) {
            case HHS -> db.sql("update consent.breach set hhs_told_on = ?, version = version + 1 where id = ?").params(said.on(), id.value()).update();
            case MEDIA -> {
                if (state.isEmpty()) {
                    throw Refused.invalid("Write the two letters of the state, like MA.").at("ofState");
                }
                db.sql("insert into consent.breach_state (breach_id, state, media_told_on) values (?, ?, ?) on conflict (breach_id, state) do update set media_told_on = excluded.media_told_on")
                        .params(id.value(), state, said.on()).update();
            }
            case PERSONS -> {
                db.sql("update consent.breach_person set told_on = :on, told_how = :how where breach_id = :id and told_on is null and (:state = '' or state = :state)")
                        .param("on", said.on()).param("how", how).param("id", id.value()).param("state", state).update();
                db.sql("update consent.breach_state set told_on = :on where breach_id = :id and told_on is null and others > 0 and (:state = '' or state = :state)")
                        .param("on", said.on()).param("id", id.value()).param("state", state).update();
            }
        }
    }

    private Breach breach(java.sql.ResultSet row) throws java.sql.SQLException {
        var id = row.getObject("id", UUID.class);
        return new Breach(new BreachId(id), row.getString("title"), day(row, "happened_on"), row.getObject("discovered_on", LocalDate.class), row.getBoolean("by_associate"), row.getString("what"),
                new Breach.Assessment(row.getString("nature"), row.getString("recipient"), row.getString("acquired"), row.getString("mitigated"), (Boolean) row.getObject("low"), day(row, "assessed_on")),
                day(row, "hhs_told_on"), persons(id), states(id), row.getInt("version"));
    }

    private List<Breach.Person> persons(UUID id) {
        return db.sql("""
                select p.client_id, coalesce(c.name, '') as name, p.state, p.told_on, p.told_how
                from consent.breach_person p left join clients.client c on c.id = p.client_id where p.breach_id = ? order by c.name, p.client_id
                """).param(id).query(Breach.Person.class).list();
    }

    private List<Breach.State> states(UUID id) {
        return db.sql("select state, others, told_on, media_told_on from consent.breach_state where breach_id = ? order by state").param(id).query(Breach.State.class).list();
    }

    private static @Nullable LocalDate day(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
