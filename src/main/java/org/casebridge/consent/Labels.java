package org.casebridge.consent;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows that a worker marked as more than the general record. A mark guards; it is taken off only by whoever may see the row. */
@Service
@Transactional
public class Labels {

    private final JdbcClient db;
    private final Clients clients;
    private final Clock clock;

    Labels(JdbcClient db, Clients clients, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * The classes of the client's rows that are more than the general record: marked by hand, or in the segment of a Part 2 programme. What the registry knows of a person
     * (their names, numbers and addresses) has the class of the person's own row.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Set<DataClass>> of(ClientId client) {
        var all = new HashMap<UUID, Set<DataClass>>();
        db.sql("""
                select row_id, data_class from consent.label where client_id = :client
                union all select row_id, 'PART2' from consent.segmented(:client)
                """).param("client", client.value())
                .query(row -> {
                    all.computeIfAbsent(row.getObject("row_id", UUID.class), _ -> EnumSet.noneOf(DataClass.class)).addAll(DataClass.of(List.of(row.getString("data_class"))));
                });
        return all;
    }

    /** The classes of one row. */
    @Transactional(readOnly = true)
    public Set<DataClass> of(ClientId client, UUID row) {
        return of(client).getOrDefault(row, Set.of(DataClass.GENERAL));
    }

    /** The classes that a row which the acting person writes about this client now will have: those of a Part 2 programme whose member they are. */
    @Transactional(readOnly = true)
    public Set<DataClass> ofNew(ClientId client) {
        var labelled = db.sql("""
                select exists (select from access.segment_member m join access.segment_client c on c.segment = m.segment
                               where m.account_id = access.actor() and c.client_id = ?)
                """).param(client.value()).query(Boolean.class).single();
        return Set.of(labelled ? DataClass.PART2 : DataClass.GENERAL);
    }

    /** These marks and no others; none leaves it as its programme labelled it. */
    public void mark(ClientId client, UUID row, Set<DataClass> classes) {
        clients.get(client);
        var kept = classes.stream().filter(it -> it != DataClass.GENERAL).toList();
        db.sql("delete from consent.label where client_id = ? and row_id = ? and not (data_class = any (?))")
                .params(List.of(client.value(), row, kept.stream().map(Enum::name).toArray(String[]::new))).update();
        for (var dataClass : kept) {
            db.sql("insert into consent.label (client_id, row_id, data_class, at, by) values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(client.value(), row, dataClass.name(), clock.instant().atOffset(ZoneOffset.UTC), Actor.current().account().value()).update();
        }
    }
}
