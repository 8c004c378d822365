package org.casebridge.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryLine;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Since you last looked": what others did with a client since the acting person last said that they had read it. */
@Service
@Transactional
public class SinceLooked {

    /** Who never said so is told of so many days. */
    private static final Duration FIRST = Duration.ofDays(14);

    private static final int MOST = 30;

    private final JdbcClient db;
    private final Story story;
    private final Clock clock;

    SinceLooked(JdbcClient db, Story story, Clock clock) {
        this.db = db;
        this.story = story;
        this.clock = clock;
    }

    /** When they last said so. */
    Supplier<Instant> last(Together.Questions questions, ClientId client) {
        var at = questions.list((row, _) -> row.getTimestamp(1).toInstant(), "select at from monitoring.looked where account_id = ? and client_id = ?", Actor.current().account().value(), client.value());
        return () -> at.get().stream().findFirst().orElseGet(() -> clock.instant().minus(FIRST));
    }

    /** What was told since then by others, the newest first, at most 30; also what they wrote late about an earlier day. */
    @Transactional(readOnly = true)
    public List<StoryLine> since(ClientId client, Instant last) {
        return story.told(client, last, Actor.current().account(), MOST);
    }

    /** The acting person has read it. */
    public void seen(ClientId client) {
        db.sql("insert into monitoring.looked as l (account_id, client_id, at) values (?, ?, ?) on conflict (account_id, client_id) do update set at = greatest(l.at, excluded.at)")
                .params(Actor.current().account().value(), client.value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
