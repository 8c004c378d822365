package org.casebridge.monitoring;

import java.text.BreakIterator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.ContactId;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of promises: who promised a client what until when, and what came of it. */
@Service
@Transactional
public class Promises {

    private static final String LINE = """
            select p.id, p.client_id, c.name as client, p.contact_id, p.words, p.by, p.who, w.name as owner_name, p.due_on, p.status, p.settled_on, p.reason
            from monitoring.promise p join clients.client c on c.id = p.client_id join access.account w on w.id = p.owner
            """;

    private final JdbcClient db;
    private final Story story;
    private final Clock clock;

    Promises(JdbcClient db, Story story, Clock clock) {
        this.db = db;
        this.story = story;
        this.clock = clock;
    }

    /** The open ones by their day, then the newest of those that are settled. */
    @Transactional(readOnly = true)
    public List<PromiseLine> of(ClientId client) {
        return db.sql(LINE + "where p.client_id = ? order by p.status <> 'OPEN', case when p.status = 'OPEN' then p.due_on end, p.settled_on desc, p.id limit 100")
                .param(client.value()).query(PromiseLine.class).list();
    }

    /** The open ones that an owner keeps or asks after, due until that day. */
    Supplier<List<PromiseLine>> due(Together.Questions questions, AccountId owner, LocalDate until) {
        return questions.list(PromiseLine.class, LINE + "where p.owner = ? and p.status = 'OPEN' and p.due_on <= ? order by p.due_on", owner.value(), until);
    }

    public PromiseId make(ClientId client, Promise.Said said, @Nullable ContactId contact) {
        var promise = Promise.make(client, said, contact, Actor.current().account(), today(), clock.instant());
        db.sql("""
                insert into monitoring.promise (id, client_id, contact_id, words, by, who, owner, due_on, status, made_by, made_at, version)
                values (:id, :clientId, :contactId, :words, :by, :who, :owner, :dueOn, :status, :madeBy, :madeAt, :version)
                """).paramSource(Row.of(promise)).update();
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Promised: {words}", said.words()), Sentence.of("until {day} · {who}", promise.dueOn(), who(promise.by(), promise.who())),
                path(client));
        return promise.id();
    }

    public void settle(ClientId client, PromiseId id, Promise.Status how, String reason) {
        var promise = db.sql("select * from monitoring.promise where id = ? and client_id = ?").params(id.value(), client.value()).query(Promise.class).optional()
                .orElseThrow(() -> Refused.notFound("That promise could not be found.")).settle(how, reason, today());
        var rows = db.sql("""
                update monitoring.promise set status = :status, settled_on = :settledOn, reason = :reason, version = :version + 1 where id = :id and version = :version and status = 'OPEN'
                """).paramSource(Row.of(promise)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else settled this promise meanwhile. Reload it and look again.");
        }
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Promise: {words} · {status}", promise.words(), how),
                promise.reason() == null ? Sentence.of("by {name}", Actor.current().name()) : Sentence.of("{reason} · by {name}", promise.reason(), Actor.current().name()), path(client));
    }

    /** The sentences of a note, so that one of them can be marked as a promise; at most 40, each at most 500 characters long. */
    public static List<String> sentences(String words) {
        var cut = BreakIterator.getSentenceInstance(Say.locale());
        var all = new ArrayList<String>();
        for (var line : words.split("\\R+")) {
            cut.setText(line);
            for (int from = cut.first(), to = cut.next(); to != BreakIterator.DONE; from = to, to = cut.next()) {
                var one = line.substring(from, to).strip();
                if (!one.isEmpty() && one.length() <= 500 && all.size() < 40) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    /** We, the client, or somebody else by name. */
    public static Sentence who(Promise.By by, String who) {
        return by == Promise.By.OTHER ? Sentence.of("promised by {who}", who) : by == Promise.By.US ? Sentence.of("promised by us") : Sentence.of("promised by the client");
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/promises";
    }
}
