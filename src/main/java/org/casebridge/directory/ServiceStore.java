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

    /** As {@link SearchSql} says; {@code anywhere}: none is too far. */
    List<Hit> search(ServiceSearch search, @Nullable Place place, boolean anywhere, Instant now, int most) {
        double km = anywhere ? ANYWHERE_KM : search.km();
        double high = place == null ? 0 : km / KM_PER_DEGREE;
        double wide = place == null ? 0 : km / (KM_PER_DEGREE * Math.max(0.01, Math.cos(Math.toRadians(place.latitude()))));
        var documents = search.documentsIfAny();
        return db.sql(SearchSql.of(search, place != null, anywhere))
                .param("terms", search.need() == null ? null : NeedTerms.ofNames(search.need()), Types.VARCHAR)
                .param("need", search.need() == null ? null : search.need().name(), Types.VARCHAR)
                .param("plain", search.need() == null ? null : NeedTerms.of(search.need()), Types.VARCHAR)
                .param("words", search.wordsIfAny() == null ? "" : search.wordsIfAny())
                .param("lat", place == null ? null : place.latitude(), Types.DOUBLE).param("lon", place == null ? null : place.longitude(), Types.DOUBLE)
                .param("high", high).param("wide", wide).param("km", km).param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC)).param("language", search.languageIfAny(), Types.VARCHAR).param("access", search.accessIfAny(), Types.VARCHAR)
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
