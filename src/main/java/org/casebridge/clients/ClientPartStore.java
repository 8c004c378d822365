package org.casebridge.clients;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists that belong to a client, each row by its place; a row that says the same as before is left alone, so the audit shows what changed and nothing else. */
@Repository
class ClientPartStore {

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final HiddenPartStore hidden;
    private final HiddenParts parts;

    ClientPartStore(JdbcClient db, NamedParameterJdbcTemplate batches, HiddenPartStore hidden, HiddenParts parts) {
        this.db = db;
        this.batches = batches;
        this.hidden = hidden;
        this.parts = parts;
    }

    Supplier<List<PersonName>> names(Together.Questions questions, ClientId client) {
        return questions.list(PersonName.class, "select usage, given, family, suffix, written, until from clients.person_name where client_id = ? order by place", client.value());
    }

    Supplier<List<ContactPoint>> points(Together.Questions questions, ClientId client) {
        return questions.list(ContactPoint.class, "select kind, value, number, usage, unsafe, note from clients.contact_point where client_id = ? order by place", client.value());
    }

    Supplier<List<Address>> addresses(Together.Questions questions, ClientId client) {
        return questions.list(hidden.addresses(client), HiddenPartStore.ADDRESSES, client.value());
    }

    Supplier<List<Identifier>> identifiers(Together.Questions questions, ClientId client) {
        return questions.list(hidden.identifiers(client), HiddenPartStore.IDENTIFIERS, client.value());
    }

    void add(Client client) {
        write(client);
        hidden.add(client);
        keys(client, parts.keys(client.names(), client.about(), client.points(), client.identifiers()));
    }

    void replace(Client client) {
        cut("delete from clients.person_name where client_id = ? and place >= ?", client, client.names());
        cut("delete from clients.contact_point where client_id = ? and place >= ?", client, client.points());
        write(client);
        hidden.replace(client);
        var keys = parts.keys(client.names(), client.about(), client.points(), client.identifiers());
        db.sql("delete from clients.search_key where client_id = ? and kind || token <> all (?)")
                .params(client.id().value(), keys.stream().map(it -> it.kind() + it.token()).toArray(String[]::new)).update();
        keys(client, keys);
    }

    private void cut(String sql, Client client, List<?> left) {
        db.sql(sql).params(client.id().value(), left.size()).update();
    }

    private void write(Client client) {
        write(client, client.names(), """
                insert into clients.person_name as was (client_id, place, usage, given, family, suffix, written, until)
                values (:client, :place, :usage, :given, :family, :suffix, :written, :until)
                on conflict (client_id, place) do update set usage = excluded.usage, given = excluded.given, family = excluded.family,
                    suffix = excluded.suffix, written = excluded.written, until = excluded.until
                where (was.usage, was.given, was.family, was.suffix, was.written, was.until)
                    is distinct from (excluded.usage, excluded.given, excluded.family, excluded.suffix, excluded.written, excluded.until)
                """);
        write(client, client.points(), """
                insert into clients.contact_point as was (client_id, place, kind, value, number, usage, unsafe, note)
                values (:client, :place, :kind, :value, :number, :usage, :unsafe, :note)
                on conflict (client_id, place) do update set kind = excluded.kind, value = excluded.value, number = excluded.number,
                    usage = excluded.usage, unsafe = excluded.unsafe, note = excluded.note
                where (was.kind, was.value, was.number, was.usage, was.unsafe, was.note)
                    is distinct from (excluded.kind, excluded.value, excluded.number, excluded.usage, excluded.unsafe, excluded.note)
                """);
    }

    private void write(Client client, List<? extends Record> rows, String sql) {
        if (rows.isEmpty()) {
            return;
        }
        var all = new SqlParameterSource[rows.size()];
        for (int place = 0; place < all.length; place++) {
            all[place] = Row.of(rows.get(place), java.util.Map.of("client", client.id().value(), "place", place));
        }
        batches.batchUpdate(sql, all);
    }

    /** The agency is the custodian's: a key lies beside the others of its agency. */
    private void keys(Client client, Set<SearchKey> keys) {
        db.sql("""
                insert into clients.search_key (client_id, agency_id, kind, token)
                select c.client_id, c.agency_id, left(k, 1), substr(k, 2) from access.custody c, unnest(?) as k where c.client_id = ?
                on conflict do nothing
                """)
                .params(keys.stream().map(it -> it.kind() + it.token()).toArray(String[]::new), client.id().value()).update();
    }
}
