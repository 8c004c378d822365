package org.casebridge.directory;

/**
 * The statement of a search, of those parts alone that were asked for: PostgreSQL plans each anew, and what is not asked costs nothing. First those near (a box of degrees, by an index, then the true
 * distance), then need, words and the rest; those without capacity stand last.
 */
final class SearchSql {

    private static final String NEAR = """
            near as (
                select distinct on (a.service_id) a.service_id, a.location_id, directory.km(:lat, :lon, l.latitude, l.longitude) as km
                from directory.location l join directory.service_at_location a on a.location_id = l.id
                where l.latitude between :lat - :high and :lat + :high and l.longitude between :lon - :wide and :lon + :wide
                order by a.service_id, km, a.location_id
            ),
            """;

    private static final String SHOWN = """
            shown as (
                select f.*, row_number() over (order by f.taken, f.km, f.fit desc, f.called, f.id) as turn from (select * from found order by taken, km, fit desc, called, id limit :most) f
            ), placed as (
                select f.turn, f.km, p.*, coalesce(f.location_id, (select a.location_id from directory.service_at_location a where a.service_id = p.id order by a.location_id limit 1)) as location
                from shown f join directory.service p on p.id = f.id
            )
            select p.id, p.name, p.organization_id, o.name as organization, p.description, coalesce(p.email, o.email) as email, p.km, p.capacity, p.capacity_at,
                   coalesce(p.capacity_at > :now - make_interval(days => p.believe_days), false) as believed, p.location, (select count(*) from found)::int as found, p.audience,
                   greatest(p.assured_on, p.checked_on) as assured, %s as terms, %s as ticked, coalesce(l.approximate, false) as about, l.longitude,
                   (select string_agg(distinct g.name, ', ') from directory.language g where g.about in (p.id, p.location)) as languages,
                   a.address, a.state,
                   (select f.number || coalesce(' ext. ' || f.extension, '') from directory.phone f
                        where f.about in (p.id, p.location, p.organization_id) and coalesce(f.type, 'voice') not in ('fax', 'tty')
                        order by f.about <> p.id, f.about = p.organization_id, f.place limit 1) as phone
            from placed p join directory.organization o on o.id = p.organization_id
            left join directory.location l on l.id = p.location
            left join lateral (select concat_ws(', ', a.address_1, a.city, a.postal_code) as address, a.state_province as state from directory.address a
                        where a.about in (p.location, p.organization_id) order by a.about <> p.location, a.kind, a.place limit 1) a on true
            order by p.turn
            """;

    /** What the words ask, each as a beginning; nothing (null) when they are only words that every text has. */
    private static final String WORDS = "(select to_tsquery('english', string_agg(quote_literal(lexeme) || ':*', ' & ')) from unnest(to_tsvector('english', :words)))";

    private static final String TERMS = """
            (select string_agg(t.name, ', ' order by t.name) from (select distinct a.name from directory.attribute a
                        where a.about = p.id and a.need is null and to_tsvector('english', a.name) @@ to_tsquery('english', :plain) limit 3) t)
            """;

    private SearchSql() {}

    /** With the parameters lat, lon, high, wide, km, need, terms, plain, words, language, access, documents, now and most, as far as they are asked for. */
    static String of(ServiceSearch search, boolean placed, boolean anywhere) {
        var need = search.need() != null;
        var words = search.wordsIfAny() != null;
        var found = new StringBuilder("""
                found as materialized (
                    select s.id, lower(s.name) as called, coalesce(s.capacity, '') = 'NO_CAPACITY' and coalesce(s.capacity_at > :now - make_interval(days => s.believe_days), false) as taken,
                """);
        found.append(placed ? "n.km, n.location_id, " : "null::float8 as km, null::uuid as location_id, ");
        found.append(words ? "coalesce(ts_rank(s.words, " + WORDS + "), 0)" : "0").append(" as fit from directory.service s ");
        if (placed) {
            found.append(anywhere ? "left join near n on n.service_id = s.id " : "join near n on n.service_id = s.id and n.km <= :km ");
        }
        found.append("where s.status = 'active' and s.merged_into is null");
        when(found, need, "(s.words @@ to_tsquery('english', :terms) or s.id in (select n.about from directory.attribute n where n.need = :need))");
        when(found, words, "(" + WORDS + " is null or s.words @@ " + WORDS + ")");
        when(found, search.languageIfAny() != null, """
                exists (select from directory.language l where (lower(l.name) = lower(:language) or lower(l.code) = lower(:language))
                        and (l.about = s.id or l.about in (select a.location_id from directory.service_at_location a where a.service_id = s.id)))""");
        when(found, search.hasRoom(), "s.capacity = 'CAPACITY' and s.capacity_at > :now - make_interval(days => s.believe_days)");
        when(found, search.isFree(), """
                (coalesce(s.fees, '') ~* '\\m(free|no (fee|cost|charge)s?|gratis|gratuit[oa])\\M' or exists (select from directory.cost_option c where c.about = s.id and c.amount = 0))""");
        when(found, search.accessIfAny() != null, """
                exists (select from directory.accessibility c join directory.service_at_location a on a.location_id = c.about
                        where a.service_id = s.id and position(lower(:access) in lower(concat_ws(' ', c.description, c.details))) > 0)""");
        when(found, search.documentsIfAny() != null, """
                not exists (select from directory.required_document d where d.about = s.id
                        and not exists (select from unnest(:documents::text[]) h where position(lower(h) in lower(d.document)) > 0))""");
        return "with " + (placed ? NEAR : "") + found + "\n), " + SHOWN.formatted(need ? TERMS : "null::text", need ? "exists (select from directory.attribute a where a.about = p.id and a.need = :need)" : "false");
    }

    private static void when(StringBuilder where, boolean asked, String condition) {
        if (asked) {
            where.append("\n  and ").append(condition);
        }
    }
}
