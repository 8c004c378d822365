package org.casebridge.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes what belongs to entries (phones, schedules, languages …) anew from what they say, and the words by which services are found. */
@Repository
class Details {

    private static final List<String> CLEAR = List.of(
            "delete from directory.attribute where about = any(:ids)", "delete from directory.contact where about = any(:ids)",
            "delete from directory.phone where about = any(:ids)", "delete from directory.address where about = any(:ids)",
            "delete from directory.schedule where about = any(:ids)", "delete from directory.language where about = any(:ids)",
            "delete from directory.accessibility where about = any(:ids)", "delete from directory.service_area where about = any(:ids)",
            "delete from directory.required_document where about = any(:ids)", "delete from directory.funding where about = any(:ids)",
            "delete from directory.cost_option where about = any(:ids)", "delete from directory.service_capacity where about = any(:ids)",
            "delete from directory.organization_identifier where about = any(:ids)");

    private static final List<String> FILL = List.of(
            """
            insert into directory.attribute (about, place, term_id, taxonomy, name, need)
            select e.id, i.place, t.id, coalesce(t.taxonomy, r.taxonomy), coalesce(nullif(r.label, ''), t.name), r.need
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'attributes') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(taxonomy_term_id text, taxonomy text, label text, need text)
            left join directory.entry te on te.source = e.source and te.kind = 'TAXONOMY_TERM' and te.source_id = r.taxonomy_term_id
            left join directory.taxonomy_term t on t.id = te.id
            where e.id = any(:ids) and coalesce(nullif(r.label, ''), t.name) is not null
            """,
            """
            insert into directory.contact (about, place, name, title, department, email)
            select e.id, i.place, r.name, r.title, r.department, r.email
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'contacts') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(name text, title text, department text, email text)
            where e.id = any(:ids)
            """,
            """
            insert into directory.phone (about, place, number, extension, type, description, contact)
            select e.id, row_number() over (partition by e.id order by i.owner, i.place), r.number, r.extension, r.type, r.description, i.contact
            from directory.entry e
            cross join lateral (
                select 0 as owner, p.place, p.said, null as contact
                from jsonb_array_elements(e.said -> 'phones') with ordinality as p(said, place)
                union all
                select c.place, p.place, p.said, c.said ->> 'name'
                from jsonb_array_elements(e.said -> 'contacts') with ordinality as c(said, place)
                cross join jsonb_array_elements(c.said -> 'phones') with ordinality as p(said, place)
            ) as i
            cross join jsonb_to_record(i.said) as r(number text, extension text, type text, description text)
            where e.id = any(:ids)
            """,
            """
            insert into directory.address (about, place, kind, attention, address_1, address_2, city, region, state_province, postal_code, country)
            select e.id, i.place, coalesce(r.address_type, 'physical'), r.attention, r.address_1, r.address_2, r.city, r.region, r.state_province, r.postal_code, r.country
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'addresses') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(address_type text, attention text, address_1 text, address_2 text, city text, region text, state_province text,
                                                    postal_code text, country text)
            where e.id = any(:ids)
            """,
            """
            insert into directory.schedule (about, place, closed, valid_from, valid_to, dtstart, until, freq, every, byday, bymonthday, opens_at, closes_at, description, notes)
            select e.id, i.place, coalesce(r.closed, false), r.valid_from, r.valid_to, r.dtstart, r.until, r.freq, r.interval, r.byday, r.bymonthday, r.opens_at, r.closes_at,
                   r.description, r.notes
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'schedules') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(closed boolean, valid_from date, valid_to date, dtstart date, until date, freq text, interval integer, byday text,
                                                    bymonthday text, opens_at time, closes_at time, description text, notes text)
            where e.id = any(:ids)
            """,
            """
            insert into directory.language (about, place, name, code, note)
            select e.id, i.place, coalesce(r.name, r.code), r.code, r.note
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'languages') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(name text, code text, note text)
            where e.id = any(:ids) and coalesce(r.name, r.code) is not null
            """,
            """
            insert into directory.accessibility (about, place, description, details)
            select e.id, i.place, r.description, r.details
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'accessibility') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(description text, details text)
            where e.id = any(:ids) and r.description is not null
            """,
            """
            insert into directory.service_area (about, place, name, description)
            select e.id, i.place, r.name, r.description
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'service_areas') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(name text, description text)
            where e.id = any(:ids) and r.name is not null
            """,
            """
            insert into directory.required_document (about, place, document)
            select e.id, i.place, i.said ->> 'document'
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'required_documents') with ordinality as i(said, place)
            where e.id = any(:ids) and i.said ->> 'document' is not null
            """,
            """
            insert into directory.funding (about, place, source)
            select e.id, i.place, i.said ->> 'source'
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'funding') with ordinality as i(said, place)
            where e.id = any(:ids) and i.said ->> 'source' is not null
            """,
            """
            insert into directory.cost_option (about, place, valid_from, valid_to, option, currency, amount, description)
            select e.id, i.place, r.valid_from, r.valid_to, r.option, r.currency, r.amount, r.amount_description
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'cost_options') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(valid_from date, valid_to date, option text, currency text, amount numeric, amount_description text)
            where e.id = any(:ids)
            """,
            """
            insert into directory.service_capacity (about, place, unit, available, maximum, description, updated_at)
            select e.id, i.place, r.unit, r.available, r.maximum, r.description, r.updated
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'capacities') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(unit text, available numeric, maximum numeric, description text, updated timestamptz)
            where e.id = any(:ids)
            """,
            """
            insert into directory.organization_identifier (about, place, scheme, type, identifier)
            select e.id, i.place, r.identifier_scheme, r.identifier_type, r.identifier
            from directory.entry e
            cross join jsonb_array_elements(e.said -> 'organization_identifiers') with ordinality as i(said, place)
            cross join jsonb_to_record(i.said) as r(identifier_scheme text, identifier_type text, identifier text)
            where e.id = any(:ids) and r.identifier is not null
            """);

    private final JdbcClient db;

    Details(JdbcClient db) {
        this.db = db;
    }

    void make(List<UUID> ids) {
        var all = ids.toArray(UUID[]::new);
        CLEAR.forEach(it -> db.sql(it).param("ids", all).update());
        FILL.forEach(it -> db.sql(it).param("ids", all).update());
    }

    /** Names and taxonomy terms weigh A and B (a need is matched with these), descriptions and the organization's name C and D. */
    void index(List<UUID> services, List<UUID> organizations) {
        db.sql("""
                update directory.service s set words =
                    setweight(to_tsvector('english', concat_ws(' ', s.name, s.alternate_name)), 'A')
                    || setweight(to_tsvector('english', coalesce((select string_agg(a.name, ' ') from directory.attribute a where a.about = s.id), '')), 'B')
                    || setweight(to_tsvector('english', left(concat_ws(' ', s.description, s.audience, s.eligibility), 50000)), 'C')
                    || setweight(to_tsvector('english', concat_ws(' ', o.name, o.alternate_name)), 'D')
                from directory.organization o
                where o.id = s.organization_id and (s.id = any(:services) or o.id = any(:organizations))
                """)
                .param("services", services.toArray(UUID[]::new)).param("organizations", organizations.toArray(UUID[]::new)).update();
        db.sql("""
                insert into directory.word
                select distinct lower(m[1]) from (
                    select concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name) as text
                    from directory.service s join directory.organization o on o.id = s.organization_id where s.id = any(:services) or o.id = any(:organizations)
                    union all select name from directory.attribute where about = any(:services)) t, regexp_matches(t.text, '([[:alpha:]]{4,40})', 'g') as m
                on conflict do nothing
                """)
                .param("services", services.toArray(UUID[]::new)).param("organizations", organizations.toArray(UUID[]::new)).update();
        if (!services.isEmpty()) {
            believe(services);
        }
        db.sql("""
                update directory.service s set capacity = case when c.available > 0 then 'CAPACITY' else 'NO_CAPACITY' end, capacity_at = c.at
                from (select about, sum(available) as available, max(updated_at) as at from directory.service_capacity where about = any(:services) group by about) c
                where c.about = s.id and c.at is not null and c.available is not null and (s.capacity_at is null or s.capacity_at < c.at)
                """)
                .param("services", services.toArray(UUID[]::new)).update();
    }

    /** How long to believe what these say of their capacity: as long as the most fleeting of the kinds that they are; none named means all. */
    void believe(List<UUID> services) {
        db.sql("""
                update directory.service s set believe_days = d.days from (
                    select s.id, coalesce((select min(d.days) from directory.decay d where s.words @@ to_tsquery('english', d.terms)
                        or exists (select from directory.attribute a where a.about = s.id and a.need = d.need)), 14) as days
                    from directory.service s where cardinality(:services) = 0 or s.id = any(:services)) d
                where d.id = s.id and s.believe_days <> d.days
                """).param("services", services.toArray(UUID[]::new)).update();
    }
}
