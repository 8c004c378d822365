package org.casebridge.clients;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.casebridge.sealing.Sealed;
import org.casebridge.sealing.SealedColumn;
import org.casebridge.sealing.Unsealed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Seals numbers and addresses from before they were sealed. All numbers of a client at once, as what the client is found by changes with them; a number that stands there twice stays once. */
@Component
class SealOlderParts implements Unsealed {

    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumn sealedNumbers() {
            return new SealedColumn(HiddenParts.IDENTIFIER, HiddenParts.COLUMN, "client_id || '/' || id", "id");
        }

        @Bean
        SealedColumn sealedAddresses() {
            return new SealedColumn(HiddenParts.ADDRESS, HiddenParts.COLUMN, "client_id || '/' || id", "id");
        }
    }

    private static final String NUMBERS = "token is null";
    private static final String PLACES = "(unsafe or confidential) and sealed is null";

    private final HiddenParts parts;
    private final Sealed sealed;

    SealOlderParts(HiddenParts parts, Sealed sealed) {
        this.parts = parts;
        this.sealed = sealed;
    }

    private record Number(UUID client, UUID id, Identifier said, boolean done) {}

    @Override
    public String table() { return HiddenParts.IDENTIFIER; }

    @Override
    public long left(Connection owner) throws SQLException {
        try (var rows = owner.createStatement().executeQuery(
                "select (select count(*) from clients.identifier where %s) + (select count(*) from clients.address where %s)".formatted(NUMBERS, PLACES))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public int sealSome(Connection owner, int most) throws SQLException {
        int numbers = numbers(owner, most);
        return numbers > 0 ? numbers : places(owner, most);
    }

    @Override
    public void done(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("alter table clients.identifier validate constraint secret");
            statement.execute("alter table clients.address validate constraint secret");
        }
    }

    private int numbers(Connection owner, int most) throws SQLException {
        var found = new LinkedHashMap<UUID, ArrayList<Number>>();
        try (var read = owner.prepareStatement("""
                select client_id, id, kind, system, value, sealed, token from clients.identifier
                where client_id in (select client_id from clients.identifier where token is null order by client_id limit ?) order by client_id, place for update
                """)) {
            read.setInt(1, most);
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    var client = rows.getObject(1, UUID.class);
                    var id = rows.getObject(2, UUID.class);
                    found.computeIfAbsent(client, _ -> new ArrayList<>()).add(new Number(client, id, parts.open(client, new IdentifierId(id), Identifier.Kind.valueOf(rows.getString(3)),
                            rows.getString(4), rows.getString(5), rows.getBytes(6)), rows.getString(7) != null));
                }
            }
        }
        int done = 0;
        for (var client : found.entrySet()) {
            var seen = new HashSet<String>();
            for (var number : client.getValue()) {
                if (!seen.add(number.said().same())) {
                    update(owner, "delete from clients.identifier where id = ?", number.id());
                } else if (!number.done()) {
                    seal(owner, number);
                }
                done++;
            }
            find(owner, client.getKey(), client.getValue());
        }
        return done;
    }

    private void seal(Connection owner, Number number) throws SQLException {
        var row = parts.row(number.client(), number.id(), 0, number.said());
        update(owner, "update clients.identifier set value = ?, sealed = ?, token = ? where id = ?", row.value(), row.sealed(), row.token(), number.id());
    }

    /** Of what the client was found by, what came from hidden numbers goes, and their tokens come. */
    private void find(Connection owner, UUID client, ArrayList<Number> numbers) throws SQLException {
        var said = numbers.stream().map(Number::said).toList();
        for (var number : said) {
            if (number.hidden()) {
                var plain = number.plain();
                update(owner, "delete from clients.search_key where client_id = ? and kind = 'X' and token in (?, right(?, ?))", client, plain, plain, SearchKeys.END);
            }
        }
        for (var key : SearchKeys.of(java.util.List.of(), About.unknown(), java.util.List.of(), said, sealed::token)) {
            update(owner, """
                    insert into clients.search_key (client_id, agency_id, kind, token) select client_id, agency_id, ?, ? from access.custody where client_id = ? on conflict do nothing
                    """, String.valueOf(key.kind()), key.token(), client);
        }
    }

    private int places(Connection owner, int most) throws SQLException {
        int done = 0;
        try (var read = owner.prepareStatement("""
                select client_id, id, kind, street, city, region, postal_code, country, words, unsafe, confidential, latitude, longitude from clients.address where (unsafe or confidential) and sealed is null limit ? for update
                """)) {
            read.setInt(1, most);
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    var client = rows.getObject(1, UUID.class);
                    var id = rows.getObject(2, UUID.class);
                    var row = parts.row(client, id, 0, new Address(new AddressId(id), Address.Kind.valueOf(rows.getString(3)), rows.getString(4), rows.getString(5), rows.getString(6),
                            rows.getString(7), rows.getString(8), rows.getString(9), rows.getBoolean(10), rows.getBoolean(11), rows.getObject(12, Double.class), rows.getObject(13, Double.class)));
                    update(owner, "update clients.address set street = '', city = '', region = '', postal_code = '', country = '', words = '', latitude = null, longitude = null, sealed = ? where id = ?", row.sealed(), id);
                    done++;
                }
            }
        }
        return done;
    }

    private static void update(Connection owner, String sql, Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
