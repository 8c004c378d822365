package org.casebridge.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes the tables of things (organizations, services, locations …) from what their entries say; {@link Details} makes what belongs to each. */
@Repository
class Projection {

    private final JdbcClient db;
    private final Details details;

    Projection(JdbcClient db, Details details) {
        this.db = db;
        this.details = details;
    }

    void make(Map<Entry.Kind, List<UUID>> changed) {
        for (var kind : Entry.Kind.values()) {
            var ids = changed.getOrDefault(kind, List.of());
            if (!ids.isEmpty()) {
                db.sql(statement(kind)).param("ids", ids.toArray(UUID[]::new)).update();
                details.make(ids);
            }
        }
        details.index(changed.getOrDefault(Entry.Kind.SERVICE, List.of()), changed.getOrDefault(Entry.Kind.ORGANIZATION, List.of()));
    }

    private static String statement(Entry.Kind kind) {
        return switch (kind) {
            case TAXONOMY -> """
                    insert into directory.taxonomy (id, name, description, uri, version)
                    select e.id, r.name, r.description, r.uri, r.version
                    from directory.entry e, jsonb_to_record(e.said) as r(name text, description text, uri text, version text)
                    where e.id = any(:ids)
                    on conflict (id) do update set (name, description, uri, version) = row(excluded.name, excluded.description, excluded.uri, excluded.version)
                    """;
            case TAXONOMY_TERM -> """
                    insert into directory.taxonomy_term (id, taxonomy_id, taxonomy, code, name, description, parent, language, uri)
                    select e.id, t.id, coalesce(r.taxonomy, t.said ->> 'name'), r.code, r.name, r.description, p.id, r.language, r.term_uri
                    from directory.entry e
                    cross join jsonb_to_record(e.said) as r(taxonomy_id text, taxonomy text, code text, name text, description text, parent_id text, language text, term_uri text)
                    left join directory.entry t on t.source = e.source and t.kind = 'TAXONOMY' and t.source_id = r.taxonomy_id
                    left join directory.entry p on p.source = e.source and p.kind = 'TAXONOMY_TERM' and p.source_id = r.parent_id
                    where e.id = any(:ids)
                    on conflict (id) do update set (taxonomy_id, taxonomy, code, name, description, parent, language, uri)
                        = row(excluded.taxonomy_id, excluded.taxonomy, excluded.code, excluded.name, excluded.description, excluded.parent, excluded.language, excluded.uri)
                    """;
            case ORGANIZATION -> """
                    insert into directory.organization (id, name, alternate_name, description, email, website, tax_status, tax_id, year_incorporated, legal_status, parent)
                    select e.id, r.name, r.alternate_name, r.description, r.email, r.website, r.tax_status, r.tax_id, r.year_incorporated, r.legal_status, p.id
                    from directory.entry e
                    cross join jsonb_to_record(e.said) as r(name text, alternate_name text, description text, email text, website text, tax_status text, tax_id text,
                                                            year_incorporated text, legal_status text, parent_organization_id text)
                    left join directory.entry p on p.source = e.source and p.kind = 'ORGANIZATION' and p.source_id = r.parent_organization_id
                    where e.id = any(:ids)
                    on conflict (id) do update set (name, alternate_name, description, email, website, tax_status, tax_id, year_incorporated, legal_status, parent)
                        = row(excluded.name, excluded.alternate_name, excluded.description, excluded.email, excluded.website, excluded.tax_status, excluded.tax_id,
                              excluded.year_incorporated, excluded.legal_status, excluded.parent)
                    """;
            case PROGRAM -> """
                    insert into directory.program (id, organization_id, name, alternate_name, description)
                    select e.id, o.id, r.name, r.alternate_name, r.description
                    from directory.entry e
                    cross join jsonb_to_record(e.said) as r(organization_id text, name text, alternate_name text, description text)
                    left join directory.entry o on o.source = e.source and o.kind = 'ORGANIZATION' and o.source_id = r.organization_id
                    where e.id = any(:ids)
                    on conflict (id) do update set (organization_id, name, alternate_name, description)
                        = row(excluded.organization_id, excluded.name, excluded.alternate_name, excluded.description)
                    """;
            case LOCATION -> """
                    insert into directory.location (id, organization_id, kind, name, alternate_name, description, transportation, url, latitude, longitude, approximate)
                    select e.id, o.id, coalesce(r.location_type, 'physical'), r.name, r.alternate_name, r.description, r.transportation, r.url, r.latitude, r.longitude, coalesce(r.approximate, false)
                    from directory.entry e
                    cross join jsonb_to_record(e.said) as r(organization_id text, location_type text, name text, alternate_name text, description text,
                                                            transportation text, url text, latitude float8, longitude float8, approximate boolean)
                    left join directory.entry o on o.source = e.source and o.kind = 'ORGANIZATION' and o.source_id = r.organization_id
                    where e.id = any(:ids)
                    on conflict (id) do update set (organization_id, kind, name, alternate_name, description, transportation, url, latitude, longitude, approximate)
                        = row(excluded.organization_id, excluded.kind, excluded.name, excluded.alternate_name, excluded.description, excluded.transportation,
                              excluded.url, excluded.latitude, excluded.longitude, excluded.approximate)
                    """;
            case SERVICE -> """
                    insert into directory.service (id, organization_id, program_id, name, alternate_name, description, url, email, status, interpretation,
                        application_process, fees, payments, wait_time, accreditations, licenses, alert, audience, eligibility, minimum_age, maximum_age, assured_on, modified_at)
                    select e.id, o.id, p.id, r.name, r.alternate_name, r.description, r.url, r.email, coalesce(r.status, 'active'), r.interpretation_services,
                        r.application_process, r.fees_description, r.payments, r.wait_time, r.accreditations, r.licenses, r.alert, r.audience, r.eligibility_description,
                        r.minimum_age, r.maximum_age, r.assured_date, r.last_modified
                    from directory.entry e
                    cross join jsonb_to_record(e.said) as r(organization_id text, program_id text, name text, alternate_name text, description text, url text, email text,
                        status text, interpretation_services text, application_process text, fees_description text, payments text, wait_time text, accreditations text,
                        licenses text, alert text, audience text, eligibility_description text, minimum_age numeric, maximum_age numeric, assured_date date, last_modified timestamptz)
                    left join directory.entry o on o.source = e.source and o.kind = 'ORGANIZATION' and o.source_id = r.organization_id
                    left join directory.entry p on p.source = e.source and p.kind = 'PROGRAM' and p.source_id = r.program_id
                    where e.id = any(:ids)
                    on conflict (id) do update set (organization_id, program_id, name, alternate_name, description, url, email, status, interpretation, application_process,
                        fees, payments, wait_time, accreditations, licenses, alert, audience, eligibility, minimum_age, maximum_age, assured_on, modified_at)
                        = row(excluded.organization_id, excluded.program_id, excluded.name, excluded.alternate_name, excluded.description, excluded.url, excluded.email,
                              excluded.status, excluded.interpretation, excluded.application_process, excluded.fees, excluded.payments, excluded.wait_time,
                              excluded.accreditations, excluded.licenses, excluded.alert, excluded.audience, excluded.eligibility, excluded.minimum_age,
                              excluded.maximum_age, excluded.assured_on, excluded.modified_at)
                    """;
            case SERVICE_AT_LOCATION -> """
                    insert into directory.service_at_location (id, service_id, location_id, description)
                    select e.id, s.id, l.id, r.description
                    from directory.entry e
                    cross join jsonb_to_record(e.said) as r(service_id text, location_id text, description text)
                    left join directory.entry s on s.source = e.source and s.kind = 'SERVICE' and s.source_id = r.service_id
                    left join directory.entry l on l.source = e.source and l.kind = 'LOCATION' and l.source_id = r.location_id
                    where e.id = any(:ids)
                    on conflict (id) do update set (service_id, location_id, description) = row(excluded.service_id, excluded.location_id, excluded.description)
                    """;
        };
    }
}
