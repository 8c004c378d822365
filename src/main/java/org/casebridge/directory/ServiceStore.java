package org.casebridge.directory;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServiceStore {

    /** Half a degree of latitude is 55.6 km everywhere; a degree of longitude shrinks with the cosine of the latitude. */
    private static final double KM_PER_DEGREE = 111.19;

    /** More than half the way around the earth. */
    private static final double ANYWHERE_KM = 21_000;

    private final JdbcClient db;

    ServiceStore(JdbcClient db) {
        this.db = db;
    }

    /** One service found, with the terms that fit the need, and its nearest location when a place was named. {@code believed}: its capacity was told so lately that it still holds. */
    record Hit(ServiceId id, String name, OrganizationId organizationId, String organization, @Nullable String description, @Nullable String email,
               @Nullable String terms, @Nullable Double km, @Nullable Capacity capacity, @Nullable Instant capacityAt, boolean believed, @Nullable UUID location,
               @Nullable String address, @Nullable String state, @Nullable Double longitude, @Nullable String phone, @Nullable String languages, @Nullable String audience,
               @Nullable LocalDate assured, boolean ticked, boolean about, int found) {}

    /** First those near (a box of degrees, by an index, then the true distance), then need, words and the rest; those without capacity stand last. {@code anywhere}: none is too far. */
    List<Hit> search(ServiceSearch search, @Nullable Place place, boolean anywhere, Instant now, int most) {
        double km = anywhere ? ANYWHERE_KM : search.km();
        double high = place == null ? 0 : km / KM_PER_DEGREE;
        double wide = place == null ? 0 : km / (KM_PER_DEGREE * Math.max(0.01, Math.cos(Math.toRadians(place.latitude()))));
        var documents = search.documentsIfAny();
        return db.sql("""
                with asked as (
                    select to_tsquery('english', :terms) as need,
                           (select to_tsquery('english', string_agg(quote_literal(lexeme) || ':*', ' & ')) from unnest(to_tsvector('english', :words))) as words
                ), near as (
                    select distinct on (a.service_id) a.service_id, a.location_id, directory.km(:lat, :lon, l.latitude, l.longitude) as km
                    from directory.location l join directory.service_at_location a on a.location_id = l.id
                    where l.latitude between :lat - :high and :lat + :high and l.longitude between :lon - :wide and :lon + :wide
                    order by a.service_id, km, a.location_id
                ), found as (
                    select s.id, s.name, s.capacity, s.capacity_at > :now - make_interval(days => s.believe_days) as believed, n.km, n.location_id,
                           case when asked.words is null then 0 else ts_rank(s.words, asked.words) end as fit
                    from asked cross join directory.service s left join near n on n.service_id = s.id
                    where s.status = 'active' and s.merged_into is null
                      and (:terms::text is null or s.words @@ asked.need or s.id in (select n.about from directory.attribute n where n.need = :need))
                      and (asked.words is null or s.words @@ asked.words)
                      and (:lat::float8 is null or :anywhere or n.km <= :km)
                      and (:language::text is null or exists (select from directory.language l where (lower(l.name) = lower(:language) or lower(l.code) = lower(:language))
                            and (l.about = s.id or l.about in (select a.location_id from directory.service_at_location a where a.service_id = s.id))))
                      and (not :room or s.capacity = 'CAPACITY' and s.capacity_at > :now - make_interval(days => s.believe_days))
                      and (not :free or coalesce(s.fees, '') ~* '\\m(free|no (fee|cost|charge)s?|gratis|gratuit[oa])\\M'
                            or exists (select from directory.cost_option c where c.about = s.id and c.amount = 0))
                      and (:access::text is null or exists (select from directory.accessibility c join directory.service_at_location a on a.location_id = c.about
                            where a.service_id = s.id and position(lower(:access) in lower(concat_ws(' ', c.description, c.details))) > 0))
                      and (:documents::text[] is null or not exists (select from directory.required_document d where d.about = s.id
                            and not exists (select from unnest(:documents::text[]) h where position(lower(h) in lower(d.document)) > 0)))
                ), page as (
                    select f.*, count(*) over () as found, row_number() over (order by coalesce(f.capacity, '') = 'NO_CAPACITY' and coalesce(f.believed, false),
                        f.km, f.fit desc, lower(f.name), f.id) as turn
                    from found f
                ), shown as (
                    select p.turn, p.found, p.km, p.believed, s.*, coalesce(p.location_id, (select a.location_id from directory.service_at_location a
                        where a.service_id = p.id order by a.location_id limit 1)) as location
                    from page p join directory.service s on s.id = p.id
                    where p.turn <= :most
                )
                select p.id, p.name, p.organization_id, o.name as organization, p.description, coalesce(p.email, o.email) as email, p.km, p.capacity, p.capacity_at,
                       coalesce(p.believed, false) as believed, p.location, p.found::int as found, p.audience, greatest(p.assured_on, p.checked_on) as assured,
                       (select string_agg(t.name, ', ' order by t.name) from (select distinct a.name from directory.attribute a, asked
                            where a.about = p.id and a.need is null and to_tsvector('english', a.name) @@ to_tsquery('english', :plain) limit 3) t) as terms,
                       exists (select from directory.attribute a where a.about = p.id and a.need = :need) as ticked,
                       coalesce(l.approximate, false) as about, l.longitude,
                       (select string_agg(distinct g.name, ', ') from directory.language g where g.about in (p.id, p.location)) as languages,
                       a.address, a.state,
                       (select f.number || coalesce(' ext. ' || f.extension, '') from directory.phone f
                            where f.about in (p.id, p.location, p.organization_id) and coalesce(f.type, 'voice') not in ('fax', 'tty')
                            order by f.about <> p.id, f.about = p.organization_id, f.place limit 1) as phone
                from shown p join directory.organization o on o.id = p.organization_id
                left join directory.location l on l.id = p.location
                left join lateral (select concat_ws(', ', a.address_1, a.city, a.postal_code) as address, a.state_province as state from directory.address a
                            where a.about in (p.location, p.organization_id) order by a.about <> p.location, a.kind, a.place limit 1) a on true
                order by p.turn
                """)
                .param("terms", search.need() == null ? null : NeedTerms.ofNames(search.need()), Types.VARCHAR)
                .param("need", search.need() == null ? null : search.need().name(), Types.VARCHAR)
                .param("plain", search.need() == null ? null : NeedTerms.of(search.need()), Types.VARCHAR)
                .param("words", search.wordsIfAny() == null ? "" : search.wordsIfAny())
                .param("lat", place == null ? null : place.latitude(), Types.DOUBLE).param("lon", place == null ? null : place.longitude(), Types.DOUBLE)
                .param("high", high).param("wide", wide).param("km", km).param("anywhere", anywhere).param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC)).param("language", search.languageIfAny(), Types.VARCHAR).param("access", search.accessIfAny(), Types.VARCHAR)
                .param("room", search.hasRoom()).param("free", search.isFree())
                .param("documents", documents == null ? null : documents.toArray(String[]::new), Types.ARRAY)
                .query(Hit.class).list();
    }

    /** The words as the directory spells them: each that begins no word of it, by the nearest one that is there; null when nothing is near enough or nothing changes. */
    @Nullable String respelled(String words) {
        var said = db.sql("""
                select string_agg(coalesce(k.word, a.word), ' ' order by a.place)
                from unnest(regexp_split_to_array(lower(:words), '[^[:alnum:]]+')) with ordinality as a(word, place)
                left join lateral (select w.word from directory.word w where length(a.word) > 3 and w.word % a.word
                        and not exists (select from directory.word same where same.word like a.word || '%')
                    order by similarity(w.word, a.word) desc, w.word limit 1) k on true
                where a.word <> ''
                """).param("words", words).query(String.class).optional().orElse("");
        return said.isEmpty() || said.equalsIgnoreCase(words.strip()) ? null : said;
    }

    /** The rules of when each of these is open: a service's own, told of it or of it at a location, or else its location's. */
    Map<UUID, List<Schedule>> schedules(List<UUID> ids) {
        record About(UUID about, Schedule schedule) {}
        return db.sql("""
                select h.*, coalesce(a.service_id, h.about) as whose
                from directory.schedule h left join directory.service_at_location a on a.id = h.about
                where h.about = any(array(select unnest(:ids) union all select at.id from directory.service_at_location at where at.service_id = any(:ids)))
                order by whose, h.about, h.place
                """).param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new About(row.getObject("whose", UUID.class), new Schedule(row.getBoolean("closed"),
                        row.getObject("valid_from", java.time.LocalDate.class), row.getObject("valid_to", java.time.LocalDate.class),
                        row.getObject("dtstart", java.time.LocalDate.class), row.getObject("until", java.time.LocalDate.class), row.getString("freq"),
                        row.getObject("every", Integer.class), row.getString("byday"), row.getString("bymonthday"),
                        row.getObject("opens_at", java.time.LocalTime.class), row.getObject("closes_at", java.time.LocalTime.class),
                        row.getString("description"), row.getString("notes")))).list().stream()
                .collect(Collectors.groupingBy(About::about, Collectors.mapping(About::schedule, Collectors.toList())));
    }

    /** The middle of the directory's locations with this postal code (its first five digits, when it has them), or in this city. */
    @Nullable Place where(String asked) {
        record Middle(@Nullable Double latitude, @Nullable Double longitude) {}
        var code = asked.matches("\\d{5}(-\\d{4})?") ? asked.substring(0, 5) : asked;
        var middle = db.sql("""
                select avg(l.latitude) as latitude, avg(l.longitude) as longitude
                from directory.address a join directory.location l on l.id = a.about
                where l.latitude is not null and not l.approximate and (a.postal_code = :code or a.postal_code like :code || '-%' or lower(a.city) = lower(:code))
                """).param("code", code).query(Middle.class).single();
        return middle.latitude() == null || middle.longitude() == null ? null : new Place(asked, middle.latitude(), middle.longitude());
    }

    List<UUID> meeting(org.casebridge.codes.NeedCategory need) {
        return db.sql("""
                select s.id from directory.service s
                where s.status = 'active' and (s.words @@ to_tsquery('english', :terms) or s.id in (select n.about from directory.attribute n where n.need = :need))
                """).param("terms", NeedTerms.of(need)).param("need", need.name()).query(UUID.class).list();
    }

    void confirm(ServiceId id, Capacity capacity, Instant at) {
        var rows = db.sql("update directory.service set capacity = :capacity, capacity_at = :at where id = :id")
                .param("capacity", capacity.name()).param("at", at.atOffset(java.time.ZoneOffset.UTC)).param("id", id.value()).update();
        if (rows == 0) {
            throw Refused.notFound("That service could not be found in the directory.");
        }
    }
}
