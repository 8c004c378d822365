package org.casebridge.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who lives together, and as what. One head to a household; a client lives in one household at a time. */
@Service
@Transactional
public class Households {

    private static final String SIZE = "select coalesce(max(clients.household_size(m.household_id)), 0) from clients.household_member m where m.client_id = ? and m.own and m.left_on is null";

    private final JdbcClient db;
    private final Clients clients;
    private final Clock clock;

    Households(JdbcClient db, Clients clients, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Household of(ClientId client) {
        var id = id(client);
        if (id == null) {
            return Household.none();
        }
        var members = db.sql("""
                select m.id, m.own, m.client_id, coalesce(nullif(m.name, ''), c.name) as name, case when m.own then c.born_on else m.born_on end as born_on, m.role, m.joined_on
                from clients.household_member m join clients.client c on c.id = m.client_id
                where m.household_id = ? and m.left_on is null
                order by m.role <> 'HEAD', born_on nulls last, m.id
                """).param(id).query(Households::member).list();
        return new Household(id, members, db.sql("select clients.household_size(?)").param(id).query(Integer.class).single());
    }

    /** How many live there, whom one sees nothing of too; 0 who lives in no household that is known. */
    @Transactional(readOnly = true)
    public int size(ClientId client) {
        return db.sql(SIZE).param(client.value()).query(Integer.class).single();
    }

    /** As {@link #size(ClientId)}, read when the questions were asked. */
    public Supplier<Integer> size(Together.Questions questions, ClientId client) {
        var size = questions.list((row, _) -> row.getInt(1), SIZE, client.value());
        return () -> size.get().getFirst();
    }

    /** Someone who is no client comes to live with a client, as {@code role}; the first to come makes the client the head, unless they are it. */
    public void join(ClientId client, String name, @Nullable LocalDate bornOn, HouseholdRole role) {
        if (name.isBlank()) {
            throw Refused.invalid("Write their name, or what they are called.").at("name");
        }
        if (bornOn != null && bornOn.isAfter(today())) {
            throw Refused.invalid("This birth date is in the future. Check the year.").at("bornOn");
        }
        clients.get(client);
        add(household(client, role), client, false, name, bornOn, role);
    }

    /** Another client comes to live with a client; they leave the household they were in. */
    public void join(ClientId client, ClientId other, HouseholdRole role) {
        if (client.equals(other)) {
            throw Refused.invalid("They live with themselves already. Choose somebody else.").at("role");
        }
        clients.get(client);
        clients.get(other);
        var household = household(client, role);
        if (household.equals(id(other))) {
            throw Refused.conflict("They live in this household already.").at("role");
        }
        db.sql("update clients.household_member set left_on = ? where client_id = ? and own and left_on is null").params(today(), other.value()).update();
        add(household, other, true, "", null, role);
    }

    /** Refuses a second head. */
    public void become(ClientId client, MemberId member, HouseholdRole role) {
        var household = id(client);
        oneHead(household, role, member);
        found(db.sql("update clients.household_member set role = ? where id = ? and household_id = ? and left_on is null")
                .params(role.name(), member.value(), household).update());
    }

    public void leave(ClientId client, MemberId member) {
        found(db.sql("update clients.household_member set left_on = ? where id = ? and household_id = ? and left_on is null")
                .params(today(), member.value(), id(client)).update());
    }

    private UUID household(ClientId client, HouseholdRole comes) {
        var known = id(client);
        if (known != null) {
            return known;
        }
        var fresh = Id.fresh();
        add(fresh, client, true, "", null, comes == HouseholdRole.HEAD ? HouseholdRole.OTHER_RELATIVE : HouseholdRole.HEAD);
        return fresh;
    }

    private void add(UUID household, ClientId client, boolean own, String name, @Nullable LocalDate bornOn, HouseholdRole role) {
        oneHead(household, role, null);
        db.sql("""
                insert into clients.household_member (id, household_id, client_id, own, name, born_on, role, joined_on)
                values (:id, :household, :client, :own, :name, :bornOn, :role, :today)
                """)
                .param("id", Id.fresh()).param("household", household).param("client", client.value()).param("own", own).param("name", name)
                .param("bornOn", bornOn, java.sql.Types.DATE).param("role", role.name()).param("today", today()).update();
    }

    private void oneHead(@Nullable UUID household, HouseholdRole role, @Nullable MemberId member) {
        if (role == HouseholdRole.HEAD && household != null && db.sql("""
                select exists (select from clients.household_member where household_id = :household and role = 'HEAD' and left_on is null
                               and (:member::uuid is null or id <> :member))
                """).param("household", household).param("member", member == null ? null : member.value()).query(Boolean.class).single()) {
            throw Refused.conflict("This household has a head already. Change what they are first, then choose the new head.").at("role");
        }
    }

    private @Nullable UUID id(ClientId client) {
        return db.sql("select household_id from clients.household_member where client_id = ? and own and left_on is null").param(client.value())
                .query(UUID.class).optional().orElse(null);
    }

    private static void found(int rows) {
        if (rows == 0) {
            throw Refused.notFound("That person is no longer in this household.");
        }
    }

    private static Household.Member member(ResultSet row, int number) throws SQLException {
        return new Household.Member(new MemberId(row.getObject("id", UUID.class)), row.getBoolean("own") ? new ClientId(row.getObject("client_id", UUID.class)) : null,
                row.getString("name"), row.getObject("born_on", LocalDate.class), HouseholdRole.valueOf(row.getString("role")), row.getObject("joined_on", LocalDate.class));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
