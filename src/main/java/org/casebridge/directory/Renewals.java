package org.casebridge.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a source says anew, kept apart until somebody has looked at how it differs from what it said before, and takes it or drops it. */
@org.springframework.stereotype.Service
@Transactional
public class Renewals {

    /** So many differences are shown; the counts are of all. */
    public static final int MOST = 200;

    private final JdbcClient db;
    private final Directory directory;
    private final JsonMapper json;

    Renewals(JdbcClient db, Directory directory, JsonMapper json) {
        this.db = db;
        this.directory = directory;
        this.json = json;
    }

    /** What waits: whose, since when, how many entries. */
    public record Waiting(UUID id, String source, Instant cameAt, int entries) {

        public String path() {
            return "/directory/reviews/" + id;
        }
    }

    /** One field: what the source told before (null: nothing) and what it tells now (null: no more). */
    public record Field(String name, @Nullable String was, @Nullable String is) {}

    /** One entry that is new or differs. */
    public record Change(Entry.Kind kind, String sourceId, String name, boolean added, List<Field> fields) {}

    /** All that differs. {@code gone}: names of active services that this source told of and tells of no more; only what comes whole can say that. */
    public record Differences(Waiting of, int added, int changed, int unchanged, List<Change> shown, List<String> gone) {}

    public UUID keep(String source, List<Entry> entries) {
        var id = Id.fresh();
        db.sql("insert into directory.review (id, source, entries) values (?, ?, ?::jsonb)").params(id, source,
                json.writeValueAsString(entries.stream().map(it -> Map.of("kind", it.kind().name(), "id", it.id(), "said", it.said())).toList())).update();
        return id;
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return db.sql("select id, source, came_at, jsonb_array_length(entries) as entries from directory.review order by came_at, id").query(Waiting.class).list();
    }

    /** Refuses one that waits no longer. */
    @Transactional(readOnly = true)
    public Differences differences(UUID id) {
        var of = db.sql("select id, source, came_at, jsonb_array_length(entries) as entries from directory.review where id = ?").param(id).query(Waiting.class).optional()
                .orElseThrow(Renewals::over);
        record Row(Entry.Kind kind, String sourceId, @Nullable String told, String said, int added, int changed) {}
        var rows = db.sql("""
                with said as (select r.kind, r.id, r.said from directory.review w, jsonb_to_recordset(w.entries) as r(kind text, id text, said jsonb) where w.id = :id),
                differing as (
                    select s.kind, s.id as source_id, e.told::text as told, s.said::text as said, count(*) filter (where e.id is null) over ()::int as added,
                           count(*) filter (where e.id is not null) over ()::int as changed
                    from said s left join directory.entry e on e.source = :source and e.kind = s.kind and e.source_id = s.id
                    where e.id is null or e.told is distinct from e.told || s.said)
                select * from differing order by told is null, kind, source_id limit :most
                """).param("id", id).param("source", of.source()).param("most", MOST).query(Row.class).list();
        int added = rows.isEmpty() ? 0 : rows.getFirst().added();
        int changed = rows.isEmpty() ? 0 : rows.getFirst().changed();
        return new Differences(of, added, changed, of.entries() - added - changed,
                rows.stream().map(it -> change(it.kind(), it.sourceId(), it.told() == null ? null : read(it.told()), read(it.said()))).toList(),
                gone(id).stream().map(Gone::name).toList());
    }

    /** Brings it in; with {@code close}, services that the source tells of no more are no longer offered. */
    public void take(UUID id, boolean close) {
        var waiting = db.sql("select source, entries::text as entries from directory.review where id = ? for update").param(id)
                .query((row, _) -> Map.entry(row.getString("source"), row.getString("entries"))).optional().orElseThrow(Renewals::over);
        record Kept(Entry.Kind kind, String id, Map<String, Object> said) {}
        var entries = new ArrayList<Entry>();
        json.readValue(waiting.getValue(), new TypeReference<List<Kept>>() {}).forEach(it -> entries.add(new Entry(it.kind(), it.id(), it.said())));
        if (close) {
            gone(id).forEach(it -> entries.add(new Entry(Entry.Kind.SERVICE, it.sourceId(), Map.of("status", "inactive"))));
        }
        directory.bring(waiting.getKey(), entries);
        drop(id);
    }

    /** Nothing of it is taken. */
    public void drop(UUID id) {
        if (db.sql("delete from directory.review where id = ?").param(id).update() == 0) {
            throw over();
        }
    }

    private record Gone(String sourceId, String name) {}

    private List<Gone> gone(UUID id) {
        return db.sql("""
                select e.source_id, s.name from directory.review w join directory.entry e on e.source = w.source and e.kind = 'SERVICE' and e.told <> '{}'
                join directory.service s on s.id = e.id and s.status = 'active'
                where w.id = ? and exists (select from jsonb_to_recordset(w.entries) as r(kind text) where r.kind = 'SERVICE')
                  and e.source_id not in (select r.id from jsonb_to_recordset(w.entries) as r(kind text, id text) where r.kind = 'SERVICE')
                order by lower(s.name), e.id limit 500
                """).param(id).query(Gone.class).list();
    }

    private static Change change(Entry.Kind kind, String sourceId, @Nullable Map<String, Object> told, Map<String, Object> said) {
        var fields = new ArrayList<Field>();
        said.forEach((name, is) -> {
            var was = told == null ? null : told.get(name);
            if (!Objects.equals(was, is) && !(was == null && is == null)) {
                fields.add(new Field(name.replace('_', ' '), shortly(was), shortly(is)));
            }
        });
        var name = said.get("name") != null ? said.get("name") : told != null && told.get("name") != null ? told.get("name") : sourceId;
        return new Change(kind, sourceId, String.valueOf(name), told == null, told == null ? List.of() : fields);
    }

    private static @Nullable String shortly(@Nullable Object value) {
        var text = value == null ? null : value instanceof List<?> list ? String.join("; ", list.stream().map(it -> it instanceof Map<?, ?> map ? String.join(" ", map.values().stream().map(String::valueOf).toList()) : String.valueOf(it)).toList()) : value.toString();
        return text == null || text.isEmpty() ? null : text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static Refused over() {
        return Refused.notFound("Somebody has taken or dropped this already.");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String said) {
        return json.readValue(said, Map.class);
    }
}
