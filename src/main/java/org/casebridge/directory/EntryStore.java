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
import org.casebridge.kernel.Id;
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
                insert into directory.entry as known (id, kind, source, source_id, said)
                select id, :kind, :source, source_id, said
                from jsonb_to_recordset(:batch::jsonb) as r(id uuid, source_id text, said jsonb)
                on conflict (source, kind, source_id) do update
                set said = known.said || excluded.said, changed_at = now()
                where known.said is distinct from known.said || excluded.said
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

    Optional<Named> organizationNamed(String name) {
        return db.sql("""
                select e.source, e.source_id from directory.organization o join directory.entry e on e.id = o.id
                where lower(o.name) = lower(?) order by o.id limit 1
                """).param(name).query(Named.class).optional();
    }
}
