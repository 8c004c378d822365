package org.casebridge.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EntryStore {

    private static final int BATCH = 500;

    private final JdbcClient db;
    private final JsonMapper json;

    EntryStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    record Written(Brought count, List<UUID> touched) {}

    record Named(String source, String sourceId) {}

    private record Touched(UUID id, boolean added) {}

    /** PostgreSQL decides what is new: its jsonb equality knows that 1.0 is 1 and that the order of keys is nothing. */
    Written write(String source, Entry.Kind kind, Map<String, Map<String, Object>> byId) {
        var touched = new ArrayList<Touched>();
        var batch = new ArrayList<Map<String, Object>>();
        for (var one : byId.entrySet()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", Id.fresh().toString());
            row.put("source_id", one.getKey());
            row.put("said", one.getValue());
            batch.add(row);
            if (batch.size() == BATCH) {
                touched.addAll(write(source, kind, batch));
                batch.clear();
            }
        }
        touched.addAll(write(source, kind, batch));
        int added = (int) touched.stream().filter(Touched::added).count();
        return new Written(new Brought(added, touched.size() - added, byId.size() - touched.size()), touched.stream().map(Touched::id).toList());
    }

    private List<Touched> write(String source, Entry.Kind kind, List<Map<String, Object>> batch) {
        return db.sql("""
                insert into directory.entry as known (id, kind, source, source_id, told)
                select id, :kind, :source, source_id, said
                from jsonb_to_recordset(:batch::jsonb) as r(id uuid, source_id text, said jsonb)
                on conflict (source, kind, source_id) do update
                set told = known.told || excluded.told, changed_at = now(), version = known.version + 1
                where known.told is distinct from known.told || excluded.told
                returning id, xmax = 0 as added
                """)
                .param("kind", kind.name()).param("source", source).param("batch", json.writeValueAsString(batch))
                .query(Touched.class).list();
    }

    Set<String> unknown(String source, Entry.Kind kind, Collection<String> ids) {
        var unknown = new HashSet<>(ids);
        unknown.removeAll(db.sql("select source_id from directory.entry where source = :source and kind = :kind and source_id = any(:ids)")
                .param("source", source).param("kind", kind.name()).param("ids", ids.toArray(String[]::new)).query(String.class).set());
        return unknown;
    }

    UUID key(String source, Entry.Kind kind, String id) {
        return db.sql("select id from directory.entry where source = ? and kind = ? and source_id = ?").params(source, kind.name(), id).query(UUID.class).single();
    }

    /** What an entry says now ({@code said}), what of it was written here ({@code here}), and whether any source told of it at all. */
    record Known(UUID id, Entry.Kind kind, String source, String sourceId, Map<String, Object> said, Map<String, Object> told, Map<String, Object> here, int version) {}

    Optional<Known> find(UUID id, Entry.Kind kind) {
        return db.sql("select id, kind, source, source_id, said, told, here, version from directory.entry where id = ? and kind = ?").params(id, kind.name())
                .query((row, _) -> new Known(row.getObject("id", UUID.class), Entry.Kind.valueOf(row.getString("kind")), row.getString("source"), row.getString("source_id"),
                        read(row.getString("said")), read(row.getString("told")), read(row.getString("here")), row.getInt("version"))).optional();
    }

    /** An entry that no source told of: all of it is written here. */
    UUID write(String source, Entry.Kind kind, String sourceId, Map<String, Object> here) {
        var id = Id.fresh();
        db.sql("""
                insert into directory.entry (id, kind, source, source_id, told, here, here_by, here_at)
                values (?, ?, ?, ?, '{}', ?::jsonb, ?, now())
                """).params(id, kind.name(), source, sourceId, json.writeValueAsString(here), Actor.current().account().value()).update();
        return id;
    }

    /** Refuses when it is no longer the version that was read. */
    void amend(UUID id, int version, Map<String, Object> here) {
        var rows = db.sql("update directory.entry set here = ?::jsonb, here_by = ?, here_at = now(), changed_at = now(), version = version + 1 where id = ? and version = ?")
                .params(json.writeValueAsString(here), Actor.current().account().value(), id, version).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this entry while you were writing. Look at what it says now, then save again if yours is right.");
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String said) {
        return json.readValue(said, Map.class);
    }

    /** What was written here of an entry, by whom and when; the fields are HSDS's. */
    Optional<WrittenHere> writtenHere(UUID id) {
        return db.sql("""
                select a.name as by_whom, e.here_at as at, e.told = '{}' as wholly, array(select jsonb_object_keys(e.here) order by 1) as fields
                from directory.entry e left join access.account a on a.id = e.here_by where e.id = ? and e.here <> '{}'
                """).param(id).query((row, _) -> new WrittenHere(row.getString("by_whom"), row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getBoolean("wholly"),
                List.of((String[]) row.getArray("fields").getArray()))).optional();
    }

    /** The entries of a service at its places that have hours of their own. */
    List<UUID> timed(UUID service) {
        return db.sql("""
                select e.id from directory.service_at_location a join directory.entry e on e.id = a.id
                where a.service_id = ? and jsonb_array_length(coalesce(e.said -> 'schedules', '[]')) > 0 order by e.id
                """).param(service).query(UUID.class).list();
    }

    Optional<Named> organizationNamed(String name) {
        return db.sql("""
                select e.source, e.source_id from directory.organization o join directory.entry e on e.id = o.id
                where lower(o.name) = lower(?) order by o.id limit 1
                """).param(name).query(Named.class).optional();
    }
}
