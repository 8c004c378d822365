package org.casebridge.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Due;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** A reminder could not be sent: whoever arranged the meeting tells the client in another way, until it is over. */
@Component
class UnsentNeeds implements NeedSource {

    private final Clock clock;

    UnsentNeeds(Clock clock) {
        this.clock = clock;
    }

    private record Unsent(UUID clientId, String client, String why, Instant uselessAfter) {}

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var zone = Actor.current().zone();
        var unsent = questions.list(Unsent.class, """
                select m.client_id, c.name as client, m.why, m.useless_after from outbox.message m join clients.client c on c.id = m.client_id
                where m.asked_by = ? and m.status = 'NOT_SENT' and m.kind = 'REMINDER' and m.useless_after > ? order by m.useless_after, m.id limit 50
                """, mine.worker().value(), clock.instant().atOffset(ZoneOffset.UTC));
        return () -> unsent.get().stream().map(it -> {
            var client = new ClientId(it.clientId());
            return new Need(client, it.client(), Sentence.of("Reminder not sent"), Sentence.of("{why}: tell them yourself", Sentence.of(it.why())), new Due(it.uselessAfter().atZone(zone).toLocalDate(), null), false,
                    Sentence.of("Open reminders"), "/clients/" + client.text() + "/reminders", Ground.PROMISE, null);
        }).toList();
    }
}
