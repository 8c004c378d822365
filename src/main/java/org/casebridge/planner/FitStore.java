package org.casebridge.planner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.ProgramId;
import org.casebridge.clients.ClientId;
import org.casebridge.planner.route.Spot;
import org.casebridge.workforce.Credential;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FitStore {

    /** Five kilometers north or south, in degrees. */
    private static final double NEAR = 5 / 111.195;

    private final JdbcClient db;

    FitStore(JdbcClient db) {
        this.db = db;
    }

    Set<Credential.Kind> asked(ProgramId program) {
        return db.sql("select kind from planner.program_credential where program_id = ?").param(program.value()).query(String.class).list().stream().map(Credential.Kind::valueOf).collect(Collectors.toSet());
    }

    void ask(ProgramId program, Set<Credential.Kind> kinds, AccountId by, Instant at) {
        db.sql("delete from planner.program_credential where program_id = ?").param(program.value()).update();
        kinds.forEach(it -> db.sql("insert into planner.program_credential (program_id, kind, set_by, set_at) values (?, ?, ?, ?)")
                .params(program.value(), it.name(), by.value(), at.atOffset(ZoneOffset.UTC)).update());
    }

    Set<UUID> members(ProgramId program) {
        return new HashSet<>(db.sql("select worker from caseload.program_worker where program_id = ?").param(program.value()).query(UUID.class).list());
    }

    /** Whoever carried or carries a case of this person. */
    Set<UUID> before(ClientId client) {
        return new HashSet<>(db.sql("select distinct worker from caseload.case_file where client_id = ?").param(client.value()).query(UUID.class).list());
    }

    /** Whoever carries a case of somebody who lives with them. */
    Set<UUID> household(ClientId client) {
        return new HashSet<>(db.sql("""
                select distinct c.worker from clients.household_member m join clients.household_member o on o.household_id = m.household_id and o.own and o.left_on is null and o.client_id <> m.client_id
                join caseload.case_file c on c.client_id = o.client_id and c.status = 'OPEN' where m.client_id = ? and m.own and m.left_on is null
                """).param(client.value()).query(UUID.class).list());
    }

    /** Who is named for a restricted record; null when it is not restricted. */
    @Nullable Set<UUID> named(ClientId client) {
        var restricted = db.sql("select restricted from access.custody where client_id = ?").param(client.value()).query(Boolean.class).optional().orElse(false);
        return restricted ? new HashSet<>(db.sql("select account_id from access.named where client_id = ?").param(client.value()).query(UUID.class).list()) : null;
    }

    private record Count(UUID worker, int people) {}

    /** How many people of each worker live within five kilometers, by addresses that are neither confidential nor unsafe. */
    Map<UUID, Integer> near(Spot spot) {
        var all = new HashMap<UUID, Integer>();
        double wide = NEAR / Math.max(0.01, Math.cos(Math.toRadians(spot.latitude())));
        db.sql("""
                select c.worker, count(distinct c.client_id)::integer as people from clients.address a join caseload.case_file c on c.client_id = a.client_id and c.status = 'OPEN'
                where a.kind in ('HOME', 'TEMPORARY') and not a.confidential and not a.unsafe and a.latitude between :south and :north and a.longitude between :west and :east group by c.worker
                """).param("south", spot.latitude() - NEAR).param("north", spot.latitude() + NEAR).param("west", spot.longitude() - wide).param("east", spot.longitude() + wide)
                .query(Count.class).list().forEach(it -> all.put(it.worker, it.people));
        return all;
    }

    void keep(UUID id, ClientId client, CaseId file, AccountId chosen, @Nullable Integer points, @Nullable AccountId first, String reason, AccountId by, Instant at) {
        db.sql("""
                insert into planner.assignment (id, client_id, case_id, chosen, points, first, reason, decided_by, decided_at)
                values (:id, :client, :file, :chosen, :points::integer, :first::uuid, :reason, :by, :at)
                """).param("id", id).param("client", client.value()).param("file", file.value()).param("chosen", chosen.value()).param("points", points)
                .param("first", first == null ? null : first.value()).param("reason", reason).param("by", by.value()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    List<Assignments.Decided> decided(ClientId client) {
        return db.sql("""
                select c.name as chosen, a.points, f.name as first, a.reason, b.name as by, a.decided_at as at from planner.assignment a
                join access.account c on c.id = a.chosen left join access.account f on f.id = a.first join access.account b on b.id = a.decided_by
                where a.client_id = ? order by a.decided_at desc limit 20
                """).param(client.value()).query(Assignments.Decided.class).list();
    }
}
