package org.casebridge.interop.hsds;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.casebridge.directory.Entry.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an object of HSDS JSON is, what may stand within it, and how earlier versions called it. */
final class HsdsShape {

    private HsdsShape() {}

    /** Told by the columns that only one table has; null when it is none of them. */
    static @Nullable HsdsTable of(JsonNode node) {
        if (node.path("service").isObject() || node.path("location").isObject() || node.has("service_id") && node.has("location_id")) {
            return HsdsTable.SERVICES_AT_LOCATION;
        }
        if (any(node, "location_type", "latitude", "transportation", "external_identifier", "physical_addresses")) {
            return HsdsTable.LOCATIONS;
        }
        if (any(node, "status", "organization", "organization_id", "service_at_locations", "eligibility_description", "application_process", "fees_description", "cost_options", "assured_date")
                && any(node, "id") && !any(node, "website", "legal_status", "tax_status", "services")) {
            return HsdsTable.SERVICES;
        }
        if (any(node, "taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri", "parent_id") && any(node, "id")) {
            return HsdsTable.TAXONOMY_TERMS;
        }
        if (any(node, "website", "legal_status", "tax_status", "tax_id", "services", "organization_identifiers", "year_incorporated", "parent_organization_id", "logo") && any(node, "id")) {
            return HsdsTable.ORGANIZATIONS;
        }
        if (any(node, "taxonomy_terms", "version") && any(node, "id", "name")) {
            return HsdsTable.TAXONOMIES;
        }
        return any(node, "id") && any(node, "name") && any(node, "description") && any(node, "email", "phones", "contacts", "locations", "programs", "funding") ? HsdsTable.ORGANIZATIONS : null;
    }

    /** A record that this one belongs to or is about, standing within it. */
    static @Nullable HsdsTable above(HsdsTable table, String name) {
        return switch (table + " " + name) {
            case "SERVICES organization", "LOCATIONS organization", "PROGRAMS organization" -> HsdsTable.ORGANIZATIONS;
            case "SERVICES program" -> HsdsTable.PROGRAMS;
            case "SERVICES_AT_LOCATION service" -> HsdsTable.SERVICES;
            case "SERVICES_AT_LOCATION location" -> HsdsTable.LOCATIONS;
            case "ATTRIBUTES taxonomy_term", "ATTRIBUTES taxonomy" -> HsdsTable.TAXONOMY_TERMS;
            case "TAXONOMY_TERMS taxonomy_detail" -> HsdsTable.TAXONOMIES;
            default -> null;
        };
    }

    /** A list of records that belong to this one. */
    static @Nullable HsdsTable below(HsdsTable table, String name) {
        var found = table == HsdsTable.TAXONOMIES || table.kind() != null || table == HsdsTable.CONTACTS ? HsdsTable.named(name).orElse(null) : null;
        if (found == null || table == HsdsTable.CONTACTS && found != HsdsTable.PHONES) {
            return null;
        }
        boolean refers = found.references().containsKey(reference(table)) || table == HsdsTable.CONTACTS;
        return refers ? found : null;
    }

    /** The column by which others refer to a record of this table. */
    static String reference(HsdsTable table) {
        return switch (table) {
            case TAXONOMIES -> "taxonomy_id";
            case TAXONOMY_TERMS -> "taxonomy_term_id";
            case ORGANIZATIONS -> "organization_id";
            case PROGRAMS -> "program_id";
            case LOCATIONS -> "location_id";
            case SERVICES -> "service_id";
            case SERVICES_AT_LOCATION -> "service_at_location_id";
            case CONTACTS -> "contact_id";
            default -> "";
        };
    }

    static String reference(Kind kind) {
        return switch (kind) {
            case TAXONOMY -> "taxonomy_id";
            case TAXONOMY_TERM -> "taxonomy_term_id";
            case ORGANIZATION -> "organization_id";
            case PROGRAM -> "program_id";
            case LOCATION -> "location_id";
            case SERVICE -> "service_id";
            case SERVICE_AT_LOCATION -> "service_at_location_id";
        };
    }

    static String column(HsdsTable table, String name) {
        return switch (table + " " + name) {
            case "ORGANIZATIONS url" -> "website";
            case "SERVICES eligibility" -> "eligibility_description";
            case "SERVICES accepted_payments" -> "payments";
            case "PHONES number_type" -> "type";
            case "SCHEDULES start_date" -> "valid_from";
            case "SCHEDULES end_date" -> "valid_to";
            case "SERVICE_AREAS service_area" -> "name";
            case "ACCESSIBILITY accessibility" -> "description";
            case "LANGUAGES language" -> "name";
            case "ATTRIBUTES taxonomy_id" -> "taxonomy_term_id";
            default -> name;
        };
    }

    /** What is a record within in one version and a text in another. */
    static void known(HsdsTable table, JsonNode node, HsdsRow row) {
        if (table == HsdsTable.CAPACITIES && node.path("unit").isObject()) {
            row.put("unit", node.path("unit").path("name").asString(""));
        }
        if (table == HsdsTable.SERVICES) {
            texts(row, "eligibility_description", node.path("eligibility"), "eligibility");
            texts(row, "eligibility_description", node.path("eligibilities"), "eligibility");
            texts(row, "payments", node.path("payments_accepted"), "payment");
        }
        if (table == HsdsTable.CONTACTS && node.path("phones").isArray() && row.get("id") == null) {
            row.put("id", "at " + row.spot().pointer());
        }
    }

    private static void texts(HsdsRow row, String column, JsonNode list, String field) {
        if (list.isArray() && row.get(column) == null) {
            row.put(column, StreamSupport.stream(list.spliterator(), false).map(it -> it.path(field).asString("")).filter(it -> !it.isBlank()).collect(Collectors.joining(" · ")));
        }
    }

    private static boolean any(JsonNode node, String... names) {
        for (var name : names) {
            if (node.has(name)) {
                return true;
            }
        }
        return false;
    }
}
