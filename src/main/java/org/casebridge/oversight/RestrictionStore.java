package org.casebridge.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RestrictionStore {

    private static final String RESTRICTION = """
            select r.id, r.client_id, r.reason, r.words, r.look_again_on, r.marked_at, r.marked_by, m.name as marker, r.lifted_at, l.name as lifter, r.lifted_words
            from oversight.restriction r join access.account m on m.id = r.marked_by left join access.account l on l.id = r.lifted_by
            where r.client_id = ?
            """;

    private final JdbcClient db;

    RestrictionStore(JdbcClient db) {
        this.db = db;
    }

    boolean restricted(ClientId client) {
        return db.sql("select exists (select from access.custody where client_id = ? and restricted)").param(client.value()).query(Boolean.class).single();
    }

    Optional<Restriction> inForce(ClientId client) {
        return db.sql(RESTRICTION + "and r.lifted_at is null").param(client.value()).query(Restriction.class).optional();
    }

    List<Restriction> lifted(ClientId client) {
        return db.sql(RESTRICTION + "and r.lifted_at is not null order by r.lifted_at desc").param(client.value()).query(Restriction.class).list();
    }

    /** Written while the writer still reaches the client, then the record shuts. */
    void mark(ClientId client, RestrictRecord said, AccountId by, Instant now) {
        db.sql("""
                insert into oversight.restriction (id, client_id, reason, words, look_again_on, marked_at, marked_by) values (:id, :client, :reason, :words, :again, :now, :by)
                """)
                .param("id", Id.fresh()).param("client", client.value()).param("reason", said.reason().name()).param("words", said.words().strip())
                .param("again", said.lookAgainOn()).param("now", now.atOffset(ZoneOffset.UTC)).param("by", by.value()).update();
        db.sql("update access.custody set restricted = true where client_id = ?").param(client.value()).update();
    }

    void name(ClientId client, AccountId person, @Nullable LocalDate until) {
        db.sql("insert into access.named (client_id, account_id, until) values (:client, :person, :until) on conflict (client_id, account_id) do update set until = excluded.until")
                .param("client", client.value()).param("person", person.value()).param("until", until, java.sql.Types.DATE).update();
    }

    boolean forget(ClientId client, AccountId person) {
        return db.sql("delete from access.named where client_id = ? and account_id = ?").params(client.value(), person.value()).update() == 1;
    }

    void lift(UUID id, ClientId client, String words, AccountId by, Instant now) {
        db.sql("update oversight.restriction set lifted_at = :now, lifted_by = :by, lifted_words = :words where id = :id")
                .param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).param("by", by.value()).param("words", words).update();
        open(client);
    }

    void open(ClientId client) {
        db.sql("update access.custody set restricted = false where client_id = ?").param(client.value()).update();
    }

    List<Restriction.Named> named(ClientId client, LocalDate today) {
        return db.sql("""
                select n.account_id as account, a.name, n.until, coalesce(n.until < :today, false) as over
                from access.named n join access.account a on a.id = n.account_id where n.client_id = :client order by a.name
                """).param("client", client.value()).param("today", today).query(Restriction.Named.class).list();
    }

    List<Restriction.Line> all() {
        return db.sql("""
                select c.client_id as client, p.name, r.reason, r.look_again_on, r.marked_at, m.name as marker,
                       (select count(*)::integer from access.named n where n.client_id = c.client_id) as named
                from access.custody c join clients.client p on p.id = c.client_id
                left join oversight.restriction r on r.client_id = c.client_id and r.lifted_at is null
                left join access.account m on m.id = r.marked_by
                where c.restricted and c.agency_id = access.agency()
                order by r.look_again_on, p.name, p.id
                """).query(Restriction.Line.class).list();
    }

    List<Restriction.Twin> twins(ClientId client) {
        return db.sql("""
                select e.at, a.name from audit.about(array[?::uuid]) e join access.account a on a.id = e.actor
                where e.kind = 'LOOK' and e.what = 'someone like this, restricted' order by e.at desc limit 20
                """).param(client.value()).query(Restriction.Twin.class).list();
    }
}
