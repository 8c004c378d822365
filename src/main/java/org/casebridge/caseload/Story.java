package org.casebridge.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that happened with a client, newest first. Modules tell it in the transaction of the deed; lines are kept as
 * sentences with their values, so that each reader gets them in their own language.
 */
@Service
@Transactional
public class Story {

    public static final int PAGE = 30;

    private final JdbcClient db;
    private final SentenceText sentences;
    private final ObjectProvider<Turns> turns;

    Story(JdbcClient db, SentenceText sentences, ObjectProvider<Turns> turns) {
        this.db = db;
        this.sentences = sentences;
        this.turns = turns;
    }

    public void tell(ClientId client, Instant at, StoryKind kind, Sentence what, @Nullable Sentence why, @Nullable String path) {
        tell(client, at, kind, what, why, path, null);
    }

    /** {@code source} names the fact elsewhere (a resource of an imported file); told twice, it stays one line, with the first words. */
    public void tell(ClientId client, Instant at, StoryKind kind, Sentence what, @Nullable Sentence why, @Nullable String path, @Nullable String source) {
        db.sql("""
                insert into caseload.story (id, client_id, at, kind, what, why, path, source, told_by)
                values (:id, :client, :at, :kind, :what::jsonb, :why::jsonb, :path, :source, :by)
                on conflict (client_id, source) do nothing
                """)
                .param("by", Actor.current().account().value())
                .param("id", Id.fresh()).param("client", client.value()).param("at", at.atOffset(ZoneOffset.UTC)).param("kind", kind.name())
                .param("what", sentences.write(what)).param("why", why == null ? null : sentences.write(why)).param("path", path).param("source", source)
                .update();
    }

    /** What was told of the page at this path was entered in error: it stays, struck out. */
    public void strike(ClientId client, String path) {
        db.sql("update caseload.story set struck = true where client_id = ? and path = ? and not struck").params(client.value(), path).update();
    }

    /** What other systems recorded, many at once; a fact whose source the client's story knows is left as it is. Answers how many were new. */
    public int remember(List<Fact> facts) {
        return db.sql("""
                insert into caseload.story (id, client_id, at, kind, what, why, source, told_by)
                select id, client_id, at, 'HISTORY', what, why, source, :by
                from jsonb_to_recordset(:facts::jsonb) as r(id uuid, client_id uuid, at timestamptz, what jsonb, why jsonb, source text)
                on conflict (client_id, source) do nothing
                """)
                .param("by", Actor.current().account().value()).param("facts", sentences.write(facts)).update();
    }

    /** Something that another system recorded of a client. {@code source} names it there. */
    public record Fact(ClientId client, Instant at, Sentence what, @Nullable Sentence why, String source) {}

    /** At most {@link #PAGE} lines, of one kind or all that the acting person is told, older than {@code before} when it is given (the time and key of the last line shown). */
    @Transactional(readOnly = true)
    public List<StoryLine> of(ClientId client, @Nullable StoryKind kind, @Nullable Instant before, @Nullable UUID beforeId) {
        return db.sql("""
                select id, at, kind, what, why, path, struck from caseload.story
                where client_id = :client
                  and kind = any (:kinds)
                  and (:before::timestamptz is null or (at, id) < (:before, :beforeId::uuid))
                order by at desc, id desc
                limit :page
                """)
                .param("client", client.value()).param("kinds", StoryKind.told().stream().filter(it -> kind == null || it == kind).map(StoryKind::name).toArray(String[]::new))
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC)).param("beforeId", beforeId).param("page", PAGE)
                .query(this::line).list();
    }

    /** The newest {@link #PAGE} lines of all kinds, asked together with what else the page must know. */
    public Supplier<List<StoryLine>> newest(Together.Questions questions, ClientId client) {
        return questions.list(this::line, """
                select id, at, kind, what, why, path, struck from caseload.story where client_id = ? and kind = any (?) order by at desc, id desc limit ?
                """, client.value(), StoryKind.told().stream().map(StoryKind::name).toArray(String[]::new), PAGE);
    }

    /** What others told of a client since a moment, whatever day it was about; the newest first, at most so many, of those kinds that the acting person is told. */
    @Transactional(readOnly = true)
    public List<StoryLine> told(ClientId client, Instant since, AccountId notBy, int most) {
        return db.sql("""
                select id, at, kind, what, why, path, struck from caseload.story
                where client_id = :client and id >= :first and told_by is distinct from :by and not struck and kind = any (:kinds)
                order by id desc
                limit :most
                """)
                .param("client", client.value()).param("first", Id.atLeast(since)).param("by", notBy.value()).param("most", most)
                .param("kinds", StoryKind.told().stream().map(StoryKind::name).toArray(String[]::new))
                .query(this::line).list();
    }

    /** The {@link Turns} since a moment, of those that the acting person is told; the newest so many, the oldest first. */
    @Transactional(readOnly = true)
    public List<StoryLine> turns(ClientId client, Instant since, int most) {
        return db.sql("""
                select id, at, kind, what, why, path, struck from caseload.story
                where client_id = :client and at >= :since and not struck and kind = any (:kinds) and what ->> 0 = any (:turns)
                order by at desc, id desc
                limit :most
                """)
                .param("client", client.value()).param("since", since.atOffset(ZoneOffset.UTC)).param("most", most)
                .param("kinds", StoryKind.told().stream().map(StoryKind::name).toArray(String[]::new))
                .param("turns", turns.stream().flatMap(it -> it.sentences().stream()).toArray(String[]::new))
                .query(this::line).list().reversed();
    }

    /** What happened since then with these people, whose names are known, told by others or imported; the newest first, at most so many. */
    public Supplier<List<News>> since(Together.Questions questions, Map<ClientId, String> people, AccountId notBy, Instant since, int most) {
        return questions.list((row, number) -> {
            var client = new ClientId(row.getObject("client_id", UUID.class));
            return new News(client, people.get(client), line(row, number));
        }, """
                select s.client_id, s.id, s.at, s.kind, s.what, s.why, s.path, s.struck
                from unnest(?::uuid[]) f (client_id) cross join lateral (
                    select * from caseload.story s
                    where s.client_id = f.client_id and s.at >= ? and s.told_by is distinct from ? and s.kind = any (?)
                    order by s.at desc, s.id desc limit ?) s
                order by s.at desc, s.id desc
                limit ?
                """, people.keySet().stream().map(ClientId::value).toArray(UUID[]::new), since.atOffset(ZoneOffset.UTC), notBy.value(), StoryKind.told().stream().map(StoryKind::name).toArray(String[]::new), most, most);
    }

    private StoryLine line(ResultSet row, int number) throws SQLException {
        var why = row.getString("why");
        return new StoryLine(row.getObject("id", UUID.class), row.getTimestamp("at").toInstant(), StoryKind.valueOf(row.getString("kind")),
                sentences.read(row.getString("what")), why == null ? null : sentences.read(why), row.getString("path"), row.getBoolean("struck"));
    }
}
