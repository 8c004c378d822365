package org.casebridge.directory.hsds;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the directory as HSDS 3.1 objects, by their ids here: what the public interface answers and the export writes. */
@Service
@Transactional(readOnly = true)
public class PublicDirectory {

    private final JdbcClient db;
    private final JsonMapper json;

    PublicDirectory(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What to list: every part that is said must fit (HSDS 3.1: query parameters are cumulative). */
    public record Asked(@Nullable String search, @Nullable UUID term, @Nullable UUID taxonomy, @Nullable UUID organization, @Nullable OffsetDateTime modifiedAfter,
                        @Nullable String postcode, @Nullable Double metres, boolean topOnly, @Nullable UUID parent) {

        public static final Asked ALL = new Asked(null, null, null, null, null, null, null, false, null);
    }

    /** Ids of one page, and how many there are on all. */
    public record Ids(List<UUID> ids, int all) {}

    /** One page of the ids of a kind of object, in the order of the ids. {@code page} counts from 1. */
    public Ids ids(String shape, Asked asked, int page, int size) {
        record Row(UUID id, int found) {}
        var hits = hits(shape, asked);
        var rows = db.sql("select id, (select count(*) from (" + hits + ") all_hits)::int as found from (" + hits + ") hits order by id limit :size offset :skip")
                .param("search", asked.search(), java.sql.Types.VARCHAR).param("term", asked.term(), java.sql.Types.OTHER).param("taxonomy", asked.taxonomy(), java.sql.Types.OTHER)
                .param("organization", asked.organization(), java.sql.Types.OTHER).param("after", asked.modifiedAfter(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("postcode", asked.postcode(), java.sql.Types.VARCHAR).param("metres", asked.metres(), java.sql.Types.DOUBLE).param("top", asked.topOnly())
                .param("parent", asked.parent(), java.sql.Types.OTHER).param("size", size).param("skip", (long) (page - 1) * size).query(Row.class).list();
        return new Ids(rows.stream().map(Row::id).toList(), !rows.isEmpty() ? rows.getFirst().found() : page == 1 ? 0 : ids(shape, asked, 1, 1).all());
    }

    /** Only what is asked stands in the statement, so that a list of everything is counted by its index alone. */
    private static String hits(String shape, Asked asked) {
        var sql = new StringBuilder(switch (shape) {
            case "service" -> "select s.id from directory.service s where s.merged_into is null";
            case "service_at_location" -> "select a.id from directory.service_at_location a join directory.service s on s.id = a.service_id join directory.location l on l.id = a.location_id where s.merged_into is null";
            case "organization" -> "select o.id from directory.organization o join directory.entry e on e.id = o.id where o.merged_into is null";
            case "taxonomy" -> "select t.id from directory.taxonomy t where true";
            default -> "select t.id from directory.taxonomy_term t where true";
        });
        switch (shape) {
            case "service" -> serviceFits(sql, asked);
            case "service_at_location" -> {
                and(sql, asked.postcode() != null && asked.metres() == null, "exists (select from directory.address d where d.about = l.id and d.postal_code = :postcode)");
                and(sql, asked.metres() != null, """
                        directory.km(l.latitude, l.longitude,
                            (select avg(p.latitude) from directory.address d join directory.location p on p.id = d.about where d.postal_code = :postcode),
                            (select avg(p.longitude) from directory.address d join directory.location p on p.id = d.about where d.postal_code = :postcode)) * 1000 <= :metres""");
                serviceFits(sql, asked);
            }
            case "organization" -> {
                and(sql, asked.search() != null, "to_tsvector('english', concat_ws(' ', o.name, o.alternate_name, o.description)) @@ plainto_tsquery('english', :search)");
                and(sql, asked.term() != null, "exists (select from directory.attribute t where t.about = o.id and t.term_id = :term)");
                and(sql, asked.taxonomy() != null, "exists (select from directory.attribute t join directory.taxonomy_term x on x.id = t.term_id where t.about = o.id and x.taxonomy_id = :taxonomy)");
                and(sql, asked.modifiedAfter() != null, "e.changed_at >= :after");
                and(sql, asked.organization() != null, "o.id = :organization");
            }
            case "taxonomy" -> and(sql, asked.search() != null, "position(lower(:search) in lower(t.name)) > 0");
            default -> {
                and(sql, asked.search() != null, "position(lower(:search) in lower(t.name)) > 0");
                and(sql, asked.taxonomy() != null, "t.taxonomy_id = :taxonomy");
                and(sql, asked.topOnly(), "t.parent is null");
                and(sql, asked.parent() != null, "t.parent = :parent");
            }
        }
        return sql.toString();
    }

    private static void serviceFits(StringBuilder sql, Asked asked) {
        and(sql, asked.search() != null, "s.words @@ plainto_tsquery('english', :search)");
        and(sql, asked.organization() != null, "s.organization_id = :organization");
        and(sql, asked.term() != null, "exists (select from directory.attribute t where t.about = s.id and t.term_id = :term)");
        and(sql, asked.taxonomy() != null, "exists (select from directory.attribute t join directory.taxonomy_term x on x.id = t.term_id where t.about = s.id and x.taxonomy_id = :taxonomy)");
        and(sql, asked.modifiedAfter() != null, "s.id in (select e.id from directory.entry e where e.kind = 'SERVICE' and e.changed_at >= :after)");
    }

    private static void and(StringBuilder sql, boolean asked, String condition) {
        if (asked) {
            sql.append(" and ").append(condition);
        }
    }

    private record Row(UUID id, Map<String, Object> said, Map<String, @Nullable UUID> refs, String changed) {}

    private Map<UUID, Row> rows(String sql, Object ids) {
        return db.sql(sql).param("ids", ids).query((row, _) -> {
            var refs = new LinkedHashMap<String, @Nullable UUID>();
            var meta = row.getMetaData();
            for (int i = 4; i <= meta.getColumnCount(); i++) {
                refs.put(meta.getColumnLabel(i), row.getObject(i, UUID.class));
            }
            return new Row(row.getObject(1, UUID.class), read(row.getString(2)), refs, row.getObject(3, OffsetDateTime.class).toInstant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString());
        }).list().stream().collect(Collectors.toMap(Row::id, it -> it, (one, _) -> one, LinkedHashMap::new));
    }

    /** These services in the order asked; {@code full} with all that belongs to them. */
    public List<Map<String, Object>> services(List<UUID> ids, boolean full) {
        var services = rows("select s.id, e.said, e.changed_at, s.organization_id, s.program_id from directory.service s join directory.entry e on e.id = s.id where s.id = any(:ids)", array(ids));
        var organizations = organizations(services.values().stream().map(it -> it.refs().get("organization_id")).distinct().toList(), false).stream()
                .collect(Collectors.toMap(it -> String.valueOf(it.get("id")), it -> it));
        var programs = rows("select p.id, e.said, e.changed_at, p.organization_id from directory.program p join directory.entry e on e.id = p.id where p.id = any(:ids)",
                array(services.values().stream().map(it -> it.refs().get("program_id")).filter(it -> it != null).distinct().toList()));
        var attributes = full ? attributes(ids) : Map.<UUID, List<Map<String, Object>>>of();
        var at = full ? places(db.sql("select id from directory.service_at_location where service_id = any(?) order by id").param(array(ids)).query(UUID.class).list(), false)
                .stream().collect(Collectors.groupingBy(it -> String.valueOf(it.get("service_id")))) : Map.<String, List<Map<String, Object>>>of();
        return ids.stream().map(services::get).filter(it -> it != null).map(it -> {
            var written = write("service", it, full);
            written.put("last_modified", it.changed());
            written.put("organization", organizations.get(String.valueOf(it.refs().get("organization_id"))));
            var program = it.refs().get("program_id") == null ? null : programs.get(it.refs().get("program_id"));
            if (program != null) {
                written.put("program", write("program", program, false));
            }
            if (full) {
                put(written, "service_at_locations", at.get(it.id().toString()));
                put(written, "attributes", attributes.get(it.id()));
            }
            return written;
        }).toList();
    }

    /** These organizations in the order asked; {@code full} with all that belongs to them. */
    public List<Map<String, Object>> organizations(List<UUID> ids, boolean full) {
        var rows = rows("select o.id, e.said, e.changed_at, o.parent as parent_organization_id from directory.organization o join directory.entry e on e.id = o.id where o.id = any(:ids)", array(ids));
        var attributes = full ? attributes(ids) : Map.<UUID, List<Map<String, Object>>>of();
        return ids.stream().map(rows::get).filter(it -> it != null).map(it -> {
            var written = write("organization", it, full);
            if (full) {
                var one = array(List.of(it.id()));
                put(written, "locations", rows("select l.id, e.said, e.changed_at, l.organization_id from directory.location l join directory.entry e on e.id = l.id where l.organization_id = any(:ids) order by l.id", one)
                        .values().stream().map(l -> write("location", l, true)).toList());
                put(written, "programs", rows("select p.id, e.said, e.changed_at, p.organization_id from directory.program p join directory.entry e on e.id = p.id where p.organization_id = any(:ids) order by p.id", one)
                        .values().stream().map(p -> write("program", p, true)).toList());
                put(written, "services", db.sql("select id, name, status from directory.service where organization_id = ? and merged_into is null order by id").param(it.id())
                        .query((row, _) -> Map.<String, Object>of("id", row.getString("id"), "name", row.getString("name"), "status", row.getString("status"))).list());
                put(written, "attributes", attributes.get(it.id()));
            }
            return written;
        }).toList();
    }

    /** These services at their locations, each with its location and, unless they stand within a service, its service. */
    public List<Map<String, Object>> places(List<UUID> ids, boolean withService) {
        var rows = rows("select a.id, e.said, e.changed_at, a.service_id, a.location_id from directory.service_at_location a join directory.entry e on e.id = a.id where a.id = any(:ids)", array(ids));
        var locations = rows("select l.id, e.said, e.changed_at, l.organization_id from directory.location l join directory.entry e on e.id = l.id where l.id = any(:ids)",
                array(rows.values().stream().map(it -> it.refs().get("location_id")).distinct().toList()));
        var services = withService ? services(rows.values().stream().map(it -> it.refs().get("service_id")).distinct().toList(), false).stream()
                .collect(Collectors.toMap(it -> String.valueOf(it.get("id")), it -> it)) : Map.<String, Map<String, Object>>of();
        return ids.stream().map(rows::get).filter(it -> it != null).map(it -> {
            var written = write("service_at_location", it, true);
            var location = locations.get(it.refs().get("location_id"));
            if (location != null) {
                written.put("location", write("location", location, true));
            }
            if (withService) {
                written.put("service", services.get(String.valueOf(it.refs().get("service_id"))));
            }
            return written;
        }).toList();
    }

    public List<Map<String, Object>> taxonomies(List<UUID> ids) {
        var rows = rows("select t.id, e.said, e.changed_at from directory.taxonomy t join directory.entry e on e.id = t.id where t.id = any(:ids)", array(ids));
        return ids.stream().map(rows::get).filter(it -> it != null).map(it -> write("taxonomy", it, false)).toList();
    }

    public List<Map<String, Object>> terms(List<UUID> ids) {
        var rows = rows("select t.id, e.said, e.changed_at, t.taxonomy_id, t.parent as parent_id from directory.taxonomy_term t join directory.entry e on e.id = t.id where t.id = any(:ids)", array(ids));
        return ids.stream().map(rows::get).filter(it -> it != null).map(it -> write("taxonomy_term", it, false)).toList();
    }

    /** One object of a shape, whole. */
    public Optional<Map<String, Object>> one(String shape, UUID id) {
        boolean listed = db.sql("select exists (select from (" + hits(shape, Asked.ALL) + ") listed where id = ?)").param(id).query(Boolean.class).single();
        return listed ? all(shape, List.of(id), true).stream().findFirst() : Optional.empty();
    }

    /** Objects of a shape in the order asked. */
    public List<Map<String, Object>> all(String shape, List<UUID> ids, boolean full) {
        return ids.isEmpty() ? List.of() : switch (shape) {
            case "service" -> services(ids, full);
            case "organization" -> organizations(ids, full);
            case "service_at_location" -> places(ids, true);
            case "taxonomy" -> taxonomies(ids);
            default -> terms(ids);
        };
    }

    private Map<UUID, List<Map<String, Object>>> attributes(List<UUID> about) {
        record Line(UUID about, int place, @Nullable UUID termId, String name) {}
        var lines = db.sql("select about, place, term_id, name from directory.attribute where about = any(?) order by about, place").param(array(about)).query(Line.class).list();
        var terms = terms(lines.stream().map(Line::termId).filter(it -> it != null).distinct().toList()).stream().collect(Collectors.toMap(it -> String.valueOf(it.get("id")), it -> it));
        return lines.stream().collect(Collectors.groupingBy(Line::about, Collectors.mapping(it -> {
            var written = new LinkedHashMap<String, Object>();
            written.put("id", Writing.within(it.about(), "attributes " + it.place()).toString());
            written.put("link_id", it.about().toString());
            written.put("label", it.name());
            if (it.termId() != null) {
                written.put("taxonomy_term_id", it.termId().toString());
                put(written, "taxonomy_term", terms.get(it.termId().toString()));
            }
            return (Map<String, Object>) written;
        }, Collectors.toList())));
    }

    private Map<String, Object> write(String shape, Row row, boolean full) {
        var written = new LinkedHashMap<>(full ? Writing.full(shape, row.id(), row.said()) : Writing.plain(shape, row.id(), row.said()));
        row.refs().forEach((name, id) -> {
            if (id != null) {
                written.put(name, id.toString());
            }
        });
        return written;
    }

    private static void put(Map<String, Object> written, String name, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            written.put(name, value);
        }
    }

    private static UUID[] array(List<UUID> ids) {
        return new ArrayList<>(ids).toArray(UUID[]::new);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String said) {
        return json.readValue(said, Map.class);
    }
}
