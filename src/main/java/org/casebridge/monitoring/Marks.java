package org.casebridge.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts and standing flags of clients: raised, shown at the top of their pages, gone by themselves or taken down. */
@Service
@Transactional
public class Marks {

    private static final String MARK = "select m.*, w.name as raised_by_name from monitoring.mark m join access.account w on w.id = m.raised_by ";

    private static final String OF_CLIENT = MARK + """
            where m.client_id = ?
            order by m.ended_at is not null or m.expires_on < ?, case m.priority when 'URGENT' then 0 when 'NORMAL' then 1 else 2 end, m.raised_at desc limit 60
            """;

    private final JdbcClient db;
    private final Together together;
    private final Story story;
    private final Clock clock;

    Marks(JdbcClient db, Together together, Story story, Clock clock) {
        this.db = db;
        this.together = together;
        this.story = story;
        this.clock = clock;
    }

    /** Those that hold, the urgent first; then the newest of those that ended. */
    @Transactional(readOnly = true)
    public List<Mark> of(ClientId client) {
        return db.sql(OF_CLIENT).params(client.value(), today()).query(Mark.class).list();
    }

    @Transactional(readOnly = true)
    public List<Mark> holding(ClientId client) {
        return together.alone(it -> holding(it, client));
    }

    /** The same, asked together with others. */
    Supplier<List<Mark>> holding(Together.Questions questions, ClientId client) {
        var all = questions.list(Mark.class, OF_CLIENT, client.value(), today());
        return () -> all.get().stream().filter(it -> it.holds(today())).toList();
    }

    /** Urgent alerts about these people that others raised since the acting person last said that they had read what is new about them. */
    Supplier<List<UnreadAlert>> unread(Together.Questions questions, List<ClientId> clients) {
        var me = Actor.current().account().value();
        return questions.list(UnreadAlert.class, """
                select m.client_id, c.name as client, m.about, m.words, w.name as raised_by_name, m.raised_at
                from monitoring.mark m join clients.client c on c.id = m.client_id join access.account w on w.id = m.raised_by
                left join monitoring.looked l on l.client_id = m.client_id and l.account_id = ?
                where m.kind = 'ALERT' and m.priority = 'URGENT' and m.ended_at is null and m.expires_on >= ? and m.raised_by <> ? and (l.at is null or l.at < m.raised_at)
                  and m.client_id = any (?)
                """, me, today(), me, clients.stream().map(ClientId::value).toArray(UUID[]::new));
    }

    public MarkId raise(ClientId client, Mark.Kind kind, Mark.About about, Mark.Priority priority, String words, @Nullable LocalDate expires) {
        Mark.needsSense(kind, expires, today());
        var id = MarkId.next();
        db.sql("insert into monitoring.mark (id, client_id, kind, about, priority, words, expires_on, raised_by, raised_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(id.value(), client.value(), kind.name(), about.name(), priority.name(), words, expires, Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        story.tell(client, clock.instant(), StoryKind.PERSON, Sentence.of("{kind} raised: {words}", kind, words), Sentence.of("{about} · by {name}", about, Actor.current().name()),
                "/clients/" + client.text() + "/marks");
        return id;
    }

    /** Takes one down. Refuses what ended already, and a state that somebody changed meanwhile. */
    public void end(ClientId client, MarkId id, String reason) {
        var mark = db.sql(MARK + "where m.id = ? and m.client_id = ?").params(id.value(), client.value()).query(Mark.class).optional()
                .orElseThrow(() -> Refused.notFound("That alert or flag could not be found."));
        int rows = db.sql("update monitoring.mark set ended_at = ?, ended_by = ?, reason = ?, version = version + 1 where id = ? and ended_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), Actor.current().account().value(), reason, id.value()).update();
        if (rows == 0) {
            throw Refused.conflict("It was taken down already.");
        }
        story.tell(client, clock.instant(), StoryKind.PERSON, Sentence.of("{kind} taken down: {words}", mark.kind(), mark.words()),
                Sentence.of("{reason} · by {name}", reason, Actor.current().name()), "/clients/" + client.text() + "/marks");
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
