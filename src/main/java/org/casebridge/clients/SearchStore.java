package org.casebridge.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SearchStore {

    private static final String WANTED = """
            with wanted as (
                select * from unnest(:parts::int[], :kinds::text[], :lows::text[], :highs::text[], :ranks::int[]) as w (part, kind, low, high, rank)
            ), hit as (
            """;
    /** The few keys of those one reaches, looked through. */
    private static final String NARROW = """
                select w.part, w.rank, w.kind, k.client_id, k.token
                from clients.search_key k
                join wanted w on w.kind = k.kind and k.token >= w.low and k.token < w.high
                where k.client_id = any (array(select r.client_id from access.reach r where r.account_id = :me and (r.until is null or r.until >= current_date)))
            """;
    /** The index of the whole agency, asked for each part: exact words come before longer ones, and no more than enough are read. */
    private static final String WIDE = """
                select w.part, w.rank, w.kind, t.client_id, t.token
                from wanted w cross join lateral (
                    select k.client_id, k.token from clients.search_key k
                    where k.agency_id = (select access.agency()) and k.kind = w.kind and k.token >= w.low and k.token < w.high
                    order by k.token limit :enough) t
            """;
    private static final String RANKED = """
            ), best as (
                select distinct on (client_id, part) client_id, part, rank, kind || token as key
                from hit order by client_id, part, rank, length(token), token
            ), ranked as (
                select client_id, sum(rank) as rank, sum(length(key)) as length, array_agg(key order by part) as keys
                from best group by client_id having count(*) = :all
                order by 2, 3, 1 limit :most
            )
            select c.id, c.name, c.born_on, c.born_estimated, c.pronouns, c.deceased, r.keys
            from ranked r join clients.client c on c.id = r.client_id
            order by r.rank, r.length, c.name, c.id
            """;

    private final JdbcClient db;

    SearchStore(JdbcClient db) {
        this.db = db;
    }

    List<FoundClient> find(Search search, List<Search.Wanted> wanted, int enough, int most) {
        return db.sql(WANTED + (Actor.current().role().wide() ? WIDE : NARROW) + RANKED)
                .param("parts", wanted.stream().map(Search.Wanted::part).toArray(Integer[]::new))
                .param("kinds", wanted.stream().map(it -> String.valueOf(it.kind())).toArray(String[]::new))
                .param("lows", wanted.stream().map(Search.Wanted::low).toArray(String[]::new))
                .param("highs", wanted.stream().map(Search.Wanted::high).toArray(String[]::new))
                .param("ranks", wanted.stream().map(Search.Wanted::rank).toArray(Integer[]::new))
                .param("all", wanted.stream().map(Search.Wanted::part).distinct().count())
                .param("me", Actor.current().account().value()).param("enough", enough).param("most", most)
                .query((row, _) -> {
                    var line = line(row);
                    return new FoundClient(line, search.why(Arrays.stream((String[]) row.getArray("keys").getArray())
                            .map(it -> new SearchKey(it.charAt(0), it.substring(1))).toList(), line.name()));
                }).list();
    }

    /** All whom one reaches, by name, with what one reaches them because of. */
    List<FoundClient> within(@Nullable String afterName, @Nullable ClientId after, int most) {
        return db.sql("""
                select c.id, c.name, c.born_on, c.born_estimated, c.pronouns, c.deceased, r.because, r.until
                from (select r.client_id, array_agg(r.because order by r.because) as because, max(r.until) as until
                      from access.reach r
                      where r.account_id = :me and not r.suspended and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()) group by r.client_id) r
                join clients.client c on c.id = r.client_id
                where :after::uuid is null or (c.name, c.id) > (:afterName, :after)
                order by c.name, c.id limit :most
                """)
                .param("me", Actor.current().account().value()).param("afterName", afterName, java.sql.Types.VARCHAR)
                .param("after", after == null ? null : after.value()).param("most", most)
                .query((row, _) -> new FoundClient(line(row), Arrays.stream((String[]) row.getArray("because").getArray()).map(SearchStore::because).toList())).list();
    }

    /** The agency's newest records, by when each was added; those after the given one. */
    List<FoundClient> newest(@Nullable ClientId before, int most) {
        var last = before == null ? null : db.sql("select added_at from clients.client where id = ?").param(before.value()).query(OffsetDateTime.class).optional().orElse(null);
        return db.sql("""
                select id, name, born_on, born_estimated, pronouns, deceased, added_at from clients.client
                where :last::timestamptz is null or (added_at, id) < (:last, :before::uuid)
                order by added_at desc, id desc limit :most
                """)
                .param("last", last).param("before", before == null ? null : before.value()).param("most", most)
                .query((row, _) -> new FoundClient(line(row), List.of(Sentence.of("added {day}", row.getTimestamp("added_at").toInstant()))))
                .list();
    }

    private static Sentence because(String word) {
        return switch (word) {
            case "added" -> Sentence.of("you added them");
            case "assigned" -> Sentence.of("assigned to you");
            case "referral" -> Sentence.of("referred to you");
            case "coverage" -> Sentence.of("you stand in for a colleague");
            case "team", "programme" -> Sentence.of("your team shares them");
            case "supervision" -> Sentence.of("you supervise who works with them");
            case "consent" -> Sentence.of("their consent names you");
            case "named" -> Sentence.of("you are named for this restricted record");
            case "break_glass" -> Sentence.of("you opened the record in an emergency");
            default -> Sentence.of("you work with them");
        };
    }

    static ClientLine line(ResultSet row) throws SQLException {
        return new ClientLine(new ClientId(row.getObject("id", UUID.class)), row.getString("name"), row.getObject("born_on", LocalDate.class),
                row.getBoolean("born_estimated"), row.getString("pronouns"), row.getBoolean("deceased"));
    }
}
