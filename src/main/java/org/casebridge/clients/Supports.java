package org.casebridge.clients;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who support a client. */
@Service
@Transactional
public class Supports {

    private final JdbcClient db;
    private final Clients clients;
    private final Clock clock;

    Supports(JdbcClient db, Clients clients, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.clock = clock;
    }

    /** Those who support them now, by name. */
    @Transactional(readOnly = true)
    public List<Support> of(ClientId client) {
        return db.sql("select * from clients.support where client_id = ? and ended_on is null order by name, id").param(client.value()).query(Supports::support).list();
    }

    @Transactional(readOnly = true)
    public Support get(ClientId client, SupportId id) {
        return db.sql("select * from clients.support where id = ? and client_id = ?").params(id.value(), client.value()).query(Supports::support).optional()
                .orElseThrow(() -> Refused.notFound("That support person could not be found."));
    }

    public SupportId add(Support support) {
        clients.get(support.clientId());
        write("""
                insert into clients.support (id, client_id, name, relation, roles, permissions, phone, email, language, leave_message, say_who, words, ended_on, version)
                values (:id, :client, :name, :relation, :roles, :permissions, :phone, :email, :language, :leaveMessage, :sayWho, :words, :endedOn, 0)
                """, support);
        return support.id();
    }

    /** Refuses when someone else changed it since it was read. */
    public void replace(Support support) {
        if (write("""
                update clients.support set name = :name, relation = :relation, roles = :roles, permissions = :permissions, phone = :phone, email = :email,
                    language = :language, leave_message = :leaveMessage, say_who = :sayWho, words = :words, ended_on = :endedOn, version = version + 1
                where id = :id and client_id = :client and version = :version
                """, support) == 0) {
            throw Clients.changed();
        }
    }

    /** They no longer support the client; what was recorded stays. */
    public void end(ClientId client, SupportId id) {
        replace(get(client, id).end(LocalDate.now(clock.withZone(Actor.current().zone()))));
    }

    private int write(String sql, Support support) {
        return db.sql(sql)
                .param("id", support.id().value()).param("client", support.clientId().value()).param("name", support.name()).param("relation", support.relation().name())
                .param("roles", names(support.roles())).param("permissions", names(support.permissions())).param("phone", support.phone()).param("email", support.email())
                .param("language", support.language()).param("leaveMessage", support.leaveMessage() == null ? null : support.leaveMessage().name(), Types.VARCHAR)
                .param("sayWho", support.sayWho() == null ? null : support.sayWho().name(), Types.VARCHAR).param("words", support.words())
                .param("endedOn", support.endedOn(), Types.DATE).param("version", support.version())
                .update();
    }

    private static String[] names(List<? extends Worded> choices) {
        return choices.stream().map(Worded::name).toArray(String[]::new);
    }

    private static Support support(ResultSet row, int number) throws SQLException {
        var leave = row.getString("leave_message");
        var who = row.getString("say_who");
        return new Support(new SupportId(row.getObject("id", UUID.class)), new ClientId(row.getObject("client_id", UUID.class)), row.getString("name"),
                Support.Relation.valueOf(row.getString("relation")), texts(row.getArray("roles")).map(Support.Role::valueOf).toList(),
                texts(row.getArray("permissions")).map(Support.Permission::valueOf).toList(), row.getString("phone"), row.getString("email"), row.getString("language"),
                leave == null ? null : YesNo.valueOf(leave), who == null ? null : YesNo.valueOf(who), row.getString("words"),
                row.getObject("ended_on", LocalDate.class), row.getInt("version"));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray());
    }
}
