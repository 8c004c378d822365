package org.casebridge.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.directory.ServiceId;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Whose turn it is on a waiting list while a place is free, because it was given back, is new, or was offered to somebody and the offer lapsed: it passes on without anybody looking. */
@Component
class PlaceNeeds implements NeedSource {

    private record Turn(ClientId clientId, String client, ServiceId serviceId, String service, Instant since) {}

    private final Clock clock;

    PlaceNeeds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var turns = questions.list(Turn.class, """
                select w.client_id, k.name as client, w.service_id, s.name as service, w.since
                from referrals.waiting w join clients.client k on k.id = w.client_id join directory.service s on s.id = w.service_id
                where w.client_id = any(?) and w.ended_at is null
                  and not exists (select from referrals.place p join referrals.claim c on c.id = p.held_by where p.service_id = w.service_id and c.client_id = w.client_id and (p.held_until is null or p.held_until > ?))
                  and referrals.waiting_before(w.id) < (select count(*) from referrals.place p where p.service_id = w.service_id and p.retired_at is null
                                                        and (p.held_by is null or p.held_until <= ?) and (p.starts_at is null or p.starts_at > ?))
                order by w.since limit 50
                """, mine.clients().stream().map(ClientId::value).toArray(UUID[]::new), now, now, now);
        return () -> turns.get().stream().map(it -> new Need(it.clientId(), it.client(), Sentence.of("A place is free: {service}", it.service()),
                Sentence.of("their turn; on the waiting list since {day}", it.since().atZone(Actor.current().zone()).toLocalDate()), mine.today(), Sentence.of("Offer the place"),
                "/clients/" + it.clientId().text() + "/places/" + it.serviceId().text()).by(Ground.WAITING)).toList();
    }
}
