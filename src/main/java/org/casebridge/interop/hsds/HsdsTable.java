package org.casebridge.interop.hsds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebridge.directory.Entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The tables of HSDS 3, with the names that earlier versions and Ohana give them. One with a {@code kind} has an id and a life of its own; the others
 * belong to entries ({@code owners}) and stand there in the list {@code name}. {@code required} are the columns that must not be empty.
 */
enum HsdsTable {
    TAXONOMIES("taxonomies", Kind.TAXONOMY, List.of("id", "name"), Map.of()),
    TAXONOMY_TERMS("taxonomy_terms", Kind.TAXONOMY_TERM, List.of("id", "name"), Map.of("taxonomy_id", Kind.TAXONOMY, "parent_id", Kind.TAXONOMY_TERM)),
    ORGANIZATIONS("organizations", Kind.ORGANIZATION, List.of("id", "name"), Map.of("parent_organization_id", Kind.ORGANIZATION)),
    PROGRAMS("programs", Kind.PROGRAM, List.of("id", "name", "organization_id"), Map.of("organization_id", Kind.ORGANIZATION)),
    LOCATIONS("locations", Kind.LOCATION, List.of("id"), Map.of("organization_id", Kind.ORGANIZATION)),
    SERVICES("services", Kind.SERVICE, List.of("id", "name", "organization_id"), Map.of("organization_id", Kind.ORGANIZATION, "program_id", Kind.PROGRAM)),
    SERVICES_AT_LOCATION("service_at_locations", Kind.SERVICE_AT_LOCATION, List.of("service_id", "location_id"), Map.of("service_id", Kind.SERVICE, "location_id", Kind.LOCATION)),

    CONTACTS("contacts", null, List.of(), Owners.ALL),
    PHONES("phones", null, List.of("number"), Owners.ALL),
    ADDRESSES("addresses", null, List.of(), Map.of("location_id", Kind.LOCATION, "organization_id", Kind.ORGANIZATION)),
    SCHEDULES("schedules", null, List.of(), Owners.PLACES),
    LANGUAGES("languages", null, List.of(), Map.of("service_id", Kind.SERVICE, "location_id", Kind.LOCATION)),
    ACCESSIBILITY("accessibility", null, List.of(), Map.of("location_id", Kind.LOCATION)),
    SERVICE_AREAS("service_areas", null, List.of(), Map.of("service_id", Kind.SERVICE, "service_at_location_id", Kind.SERVICE_AT_LOCATION)),
    REQUIRED_DOCUMENTS("required_documents", null, List.of(), Map.of("service_id", Kind.SERVICE)),
    FUNDING("funding", null, List.of(), Map.of("organization_id", Kind.ORGANIZATION, "service_id", Kind.SERVICE)),
    COST_OPTIONS("cost_options", null, List.of(), Map.of("service_id", Kind.SERVICE)),
    CAPACITIES("capacities", null, List.of(), Map.of("service_id", Kind.SERVICE)),
    IDENTIFIERS("organization_identifiers", null, List.of("identifier"), Map.of("organization_id", Kind.ORGANIZATION)),
    ATTRIBUTES("attributes", null, List.of(), Map.of("service_id", Kind.SERVICE, "organization_id", Kind.ORGANIZATION, "location_id", Kind.LOCATION,
            "service_at_location_id", Kind.SERVICE_AT_LOCATION, "program_id", Kind.PROGRAM));

    private static final Map<String, HsdsTable> NAMES = Map.ofEntries(
            Map.entry("organization", ORGANIZATIONS), Map.entry("program", PROGRAMS), Map.entry("service", SERVICES), Map.entry("location", LOCATIONS),
            Map.entry("service_at_location", SERVICES_AT_LOCATION), Map.entry("services_at_location", SERVICES_AT_LOCATION),
            Map.entry("services_at_locations", SERVICES_AT_LOCATION), Map.entry("contact", CONTACTS), Map.entry("phone", PHONES),
            Map.entry("address", ADDRESSES), Map.entry("physical_addresses", ADDRESSES), Map.entry("physical_address", ADDRESSES),
            Map.entry("postal_addresses", ADDRESSES), Map.entry("postal_address", ADDRESSES), Map.entry("mail_addresses", ADDRESSES),
            Map.entry("schedule", SCHEDULES), Map.entry("regular_schedules", SCHEDULES), Map.entry("regular_schedule", SCHEDULES),
            Map.entry("holiday_schedules", SCHEDULES), Map.entry("holiday_schedule", SCHEDULES), Map.entry("language", LANGUAGES),
            Map.entry("accessibility_for_disabilities", ACCESSIBILITY), Map.entry("service_area", SERVICE_AREAS),
            Map.entry("required_document", REQUIRED_DOCUMENTS), Map.entry("fundings", FUNDING), Map.entry("cost_option", COST_OPTIONS),
            Map.entry("service_capacity", CAPACITIES), Map.entry("service_capacities", CAPACITIES), Map.entry("organization_identifier", IDENTIFIERS),
            Map.entry("attribute", ATTRIBUTES), Map.entry("other_attributes", ATTRIBUTES), Map.entry("service_attributes", ATTRIBUTES),
            Map.entry("services_taxonomy", ATTRIBUTES), Map.entry("service_taxonomy", ATTRIBUTES), Map.entry("service_taxonomies", ATTRIBUTES),
            Map.entry("taxonomy_term", TAXONOMY_TERMS));

    /** Tables of HSDS that tell nothing about a service; they are read past. */
    static final List<String> PASSED = List.of("metadata", "meta_table_descriptions", "meta_table_description", "units", "unit", "url", "urls");

    private final String listName;
    private final @Nullable Kind kind;
    private final List<String> required;
    private final Map<String, Kind> references;

    HsdsTable(String listName, @Nullable Kind kind, List<String> required, Map<String, Kind> references) {
        this.listName = listName;
        this.kind = kind;
        this.required = required;
        this.references = references;
    }

    String listName() { return listName; }

    @Nullable Kind kind() { return kind; }

    List<String> required() { return required; }

    /** The columns that name other entries; for a table without a kind these are its owners. */
    Map<String, Kind> references() { return references; }

    /** By the name of a file without its ending, or of a list in JSON. */
    static Optional<HsdsTable> named(String name) {
        for (var table : values()) {
            if (table.listName.equals(name)) {
                return Optional.of(table);
            }
        }
        return Optional.ofNullable(NAMES.get(name));
    }

    private static final class Owners {

        static final Map<String, Kind> ALL = Map.of("organization_id", Kind.ORGANIZATION, "service_id", Kind.SERVICE, "location_id", Kind.LOCATION,
                "service_at_location_id", Kind.SERVICE_AT_LOCATION);
        static final Map<String, Kind> PLACES = Map.of("service_id", Kind.SERVICE, "location_id", Kind.LOCATION, "service_at_location_id", Kind.SERVICE_AT_LOCATION);
    }
}
