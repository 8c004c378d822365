package org.casebridge.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.data.Row;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers and addresses of a client. A row keeps its key, and what is sealed in it, while it says the same, so the audit shows what changed and nothing else. */
@Repository
class HiddenPartStore {

    private static final String NUMBER = """
            insert into clients.identifier (id, client_id, place, kind, system, value, sealed, token) values (:id, :client, :place, :kind, :system, :value, :sealed, :token)
            """;
    private static final String ADDRESS = """
            insert into clients.address (id, client_id, place, kind, street, city, region, postal_code, country, words, unsafe, confidential, latitude, longitude, sealed)
            values (:id, :client, :place, :kind, :street, :city, :region, :postalCode, :country, :words, :unsafe, :confidential, :latitude, :longitude, :sealed)
            """;

    /** A client's numbers and addresses, for whoever asks for more at the same time. */
    static final String IDENTIFIERS = "select id, kind, system, value, sealed from clients.identifier where client_id = ? order by place";
    static final String ADDRESSES = """
            select id, kind, street, city, region, postal_code, country, words, unsafe, confidential, latitude, longitude, sealed from clients.address where client_id = ? order by place
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final HiddenParts parts;

    HiddenPartStore(JdbcClient db, NamedParameterJdbcTemplate batches, HiddenParts parts) {
        this.db = db;
        this.batches = batches;
        this.parts = parts;
    }

    RowMapper<Identifier> identifiers(ClientId client) {
        return (row, _) -> parts.open(client.value(), new IdentifierId(row.getObject("id", UUID.class)), Identifier.Kind.valueOf(row.getString("kind")), row.getString("system"),
                row.getString("value"), row.getBytes("sealed"));
    }

    RowMapper<Address> addresses(ClientId client) {
        return (row, _) -> {
            var id = new AddressId(row.getObject("id", UUID.class));
            var kind = Address.Kind.valueOf(row.getString("kind"));
            var hidden = row.getBytes("sealed");
            return hidden != null ? parts.open(client.value(), id, kind, row.getBoolean("unsafe"), row.getBoolean("confidential"), hidden)
                    : new Address(id, kind, row.getString("street"), row.getString("city"), row.getString("region"), row.getString("postal_code"), row.getString("country"),
                            row.getString("words"), row.getBoolean("unsafe"), row.getBoolean("confidential"), row.getObject("latitude", Double.class), row.getObject("longitude", Double.class));
        };
    }

    void add(Client client) {
        addNumbers(client, client.identifiers());
        addPlaces(client, client.addresses());
    }

    void replace(Client client) {
        var numbers = new ArrayList<Identifier>();
        var known = new ArrayList<>(db.sql(IDENTIFIERS).param(client.id().value()).query(identifiers(client.id())).list());
        for (var one : client.identifiers()) {
            var same = known.stream().filter(one::equals).findFirst();
            same.ifPresent(known::remove);
            numbers.add(one.kept(same.map(Identifier::id).orElse(null)));
        }
        remove("delete from clients.identifier where client_id = ? and id = any (?)", client, known.stream().map(it -> it.id().value()).toArray(UUID[]::new));
        addNumbers(client, numbers);

        var places = new ArrayList<Address>();
        var before = new ArrayList<>(db.sql(ADDRESSES).param(client.id().value()).query(addresses(client.id())).list());
        for (var one : client.addresses()) {
            var same = before.stream().filter(one::equals).findFirst();
            same.ifPresent(before::remove);
            places.add(one.as(same.map(Address::id).orElse(null)));
        }
        remove("delete from clients.address where client_id = ? and id = any (?)", client, before.stream().map(it -> it.id().value()).toArray(UUID[]::new));
        addPlaces(client, places);
    }

    private void remove(String sql, Client client, UUID[] gone) {
        if (gone.length > 0) {
            db.sql(sql).params(client.id().value(), gone).update();
        }
    }

    /** Those that have a key stand there already, perhaps in another place. */
    private void addNumbers(Client client, List<Identifier> numbers) {
        var fresh = new ArrayList<SqlParameterSource>();
        for (int place = 0; place < numbers.size(); place++) {
            var one = numbers.get(place);
            if (one.id() == null) {
                fresh.add(Row.of(parts.row(client.id().value(), IdentifierId.next().value(), place, one)));
            } else {
                move("update clients.identifier set place = ? where id = ? and client_id = ? and place <> ?", place, one.id().value(), client);
            }
        }
        write(NUMBER, fresh);
    }

    private void addPlaces(Client client, List<Address> addresses) {
        var fresh = new ArrayList<SqlParameterSource>();
        for (int place = 0; place < addresses.size(); place++) {
            var one = addresses.get(place);
            if (one.id() == null) {
                fresh.add(Row.of(parts.row(client.id().value(), AddressId.next().value(), place, one)));
            } else {
                move("update clients.address set place = ? where id = ? and client_id = ? and place <> ?", place, one.id().value(), client);
            }
        }
        write(ADDRESS, fresh);
    }

    private void move(String sql, int place, UUID row, Client client) {
        db.sql(sql).params(place, row, client.id().value(), place).update();
    }

    private void write(String sql, List<SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
