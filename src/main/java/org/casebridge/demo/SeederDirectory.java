package org.casebridge.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.directory.Entry;
import org.casebridge.directory.Entry.Kind;

/** A made-up directory of 300 services, 20 for each theme, brought in as any other directory is; brought twice it stays one. */
final class SeederDirectory {

    static final String SOURCE = "seed";

    private static final List<String> HOUSES = List.of("Albany Commons", "Hudson Hope", "Mohawk Valley", "St. Anne's", "Trinity", "Bethel", "Capital Region", "Eastside", "Lark Street",
            "Pine Hills", "Riverside", "Centro Comunitario", "Northway", "Helderberg", "Washington Park", "Unity House", "Casa Abierta", "Al-Noor", "Interfaith", "Veterans' Circle");

    /** A service that a referral may go to. */
    record Offer(UUID id, UUID organization, String name, String organizationName) {}

    private SeederDirectory() {}

    static List<Entry> entries() {
        var dice = SeederDice.of(1, -1);
        var entries = new ArrayList<Entry>();
        for (int house = 0; house < HOUSES.size(); house++) {
            var organization = "o" + house;
            entries.add(new Entry(Kind.ORGANIZATION, organization, Map.of("name", HOUSES.get(house), "phones", List.of(Map.of("number", "(518) 555-01%02d".formatted(house))))));
            entries.add(new Entry(Kind.LOCATION, organization, Map.of("organization_id", organization, "location_type", "physical", "name", HOUSES.get(house),
                    "latitude", 42.65 + dice.between(-300, 300) / 1000.0, "longitude", -73.75 + dice.between(-300, 300) / 1000.0,
                    "addresses", List.of(Map.of("address_1", dice.between(1, 400) + " Central Ave", "city", "Albany", "state_province", "NY", "postal_code", "122%02d".formatted(house), "address_type", "physical")))));
            for (var theme : SeederTheme.values()) {
                var id = theme.name().toLowerCase() + house;
                entries.add(new Entry(Kind.SERVICE, id, Map.of("organization_id", organization, "name", theme.service, "status", "active", "description", theme.goal + ": " + String.join("; ", theme.steps),
                        "attributes", List.of(Map.of("label", theme.need.words())))));
                entries.add(new Entry(Kind.SERVICE_AT_LOCATION, id, Map.of("service_id", id, "location_id", organization)));
            }
        }
        return entries;
    }

    /** In an order that does not depend on the keys that this database gave them. */
    static Map<SeederTheme, List<Offer>> offers(Connection owner) throws SQLException {
        var offers = new EnumMap<SeederTheme, List<Offer>>(SeederTheme.class);
        try (var statement = owner.createStatement(); var rows = statement.executeQuery("""
                select regexp_replace(upper(e.source_id), '[0-9]+$', ''), s.id, s.organization_id, s.name, o.name
                from directory.entry e join directory.service s on s.id = e.id join directory.organization o on o.id = s.organization_id
                where e.source = 'seed' order by e.source_id
                """)) {
            while (rows.next()) {
                offers.computeIfAbsent(SeederTheme.valueOf(rows.getString(1)), _ -> new ArrayList<>())
                        .add(new Offer(rows.getObject(2, UUID.class), rows.getObject(3, UUID.class), rows.getString(4), rows.getString(5)));
            }
        }
        return offers;
    }
}
