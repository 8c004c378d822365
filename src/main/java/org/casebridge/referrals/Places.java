package org.casebridge.referrals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Beds and slots: offered to a client for a time, taken, given back, and waited for. None is ever held for two: seizing one is a single update of its own row. */
@Service
@Transactional
public class Places {

    /** How long an offer stands when nobody says otherwise: our own rule. */
    static final Duration OFFER = Duration.ofHours(48);

    /** From fewer placements in ninety days no date is told. */
    private static final int FEWEST = 5;
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient db;
    private final Services services;
    private final ClientHeads heads;
    private final Story story;
    private final Clock clock;

    Places(JdbcClient db, Services services, ClientHeads heads, Story story, Clock clock) {
        this.db = db;
        this.services = services;
        this.heads = heads;
        this.story = story;
        this.clock = clock;
    }

    /** A bed or slot in a list of its service's; {@code free} tells nothing about for whom one is held. */
    public record Listed(PlaceId id, String name, @Nullable Instant startsAt, boolean free) {}

    @Transactional(readOnly = true)
    public List<Listed> of(ServiceId service) {
        return db.sql("""
                select id, name, starts_at, coalesce(held_by is null or held_until <= ?, false) as free from referrals.place where service_id = ? and retired_at is null order by starts_at nulls first, length(name), name
                """).params(now(), service.value()).query(Listed.class).list();
    }

    /** Beds by number: "Bed 1" … Those that are there already stay; refuses more than 500 at once. */
    public void addBeds(ServiceId service, String called, int count) {
        services.line(service);
        if (count < 1 || count > MOST_AT_ONCE) {
            throw Refused.invalid("Add 1 to {most} at once.", MOST_AT_ONCE).at("count");
        }
        for (int i = 1; i <= count; i++) {
            db.sql("insert into referrals.place (id, service_id, kind, name) values (?, ?, 'BED', ?) on conflict (service_id, name) do update set retired_at = null")
                    .params(Id.fresh(), service.value(), called.strip() + " " + i).update();
        }
    }

    /** One slot at a time to come. */
    public void addSlot(ServiceId service, String called, Instant startsAt) {
        services.line(service);
        if (!startsAt.isAfter(clock.instant())) {
            throw Refused.invalid("That time is past.").at("on");
        }
        if (db.sql("insert into referrals.place (id, service_id, kind, name, starts_at) values (?, ?, 'SLOT', ?, ?) on conflict do nothing")
                .params(Id.fresh(), service.value(), called.strip(), startsAt.atOffset(ZoneOffset.UTC)).update() == 0) {
            throw Refused.conflict("There is a place of this name already.").at("called");
        }
    }

    @Transactional(readOnly = true)
    public Room room(ClientId client, ServiceId service) {
        record Counted(int total, int free) {}
        var counted = db.sql("select count(*) as total, count(*) filter (where held_by is null or held_until <= :now) as free from referrals.place where service_id = :service and retired_at is null and (starts_at is null or starts_at > :now)")
                .param("now", now()).param("service", service.value()).query(Counted.class).single();
        var mine = waiting(client, service);
        int waiting = db.sql("select referrals.waiting_for(?)").param(service.value()).query(Integer.class).single();
        var position = mine.map(it -> db.sql("select referrals.waiting_before(?)").param(it.id()).query(Integer.class).single() + 1).orElse(null);
        return new Room(counted.total(), counted.free(), claims(client).stream().filter(it -> it.serviceId().equals(service)).toList(), position, mine.map(Waiting::since).orElse(null),
                position == null ? null : expected(service, position), waiting);
    }

    private record Waiting(UUID id, Instant since) {}

    private Optional<Waiting> waiting(ClientId client, ServiceId service) {
        return db.sql("select id, since from referrals.waiting where client_id = ? and service_id = ? and ended_at is null").params(client.value(), service.value()).query(Waiting.class).optional();
    }

    private @Nullable LocalDate expected(ServiceId service, int position) {
        int placed = db.sql("select referrals.placed_lately(?)").param(service.value()).query(Integer.class).single();
        return placed < FEWEST ? null : LocalDate.now(clock.withZone(Actor.current().zone())).plusDays(Math.ceilDiv(90L * position, placed));
    }

    /** A client's, the newest first; those given back too. */
    @Transactional(readOnly = true)
    public List<Claim> claims(ClientId client) {
        return db.sql("""
                select c.id, c.service_id, s.name as service, c.place_id, c.place, c.state, c.held_until, c.at from referrals.claim c join directory.service s on s.id = c.service_id
                where c.client_id = ? order by c.at desc, c.id desc limit 50
                """).param(client.value()).query(Claim.class).list();
    }

    /** Offers a free place for two days. Refuses when none is free, when the client has one of this service, and when others wait before them. */
    public Claim offer(ClientId client, ServiceId service) {
        heads.of(client);
        var room = room(client, service);
        if (room.claims().stream().anyMatch(it -> it.holds(clock.instant()))) {
            throw Refused.conflict("A place of this service is held for this client already.");
        }
        int before = room.position() == null ? room.waiting() : room.position() - 1;
        if (before >= room.free() && room.free() > 0) {
            throw Refused.conflict("{count, plural, one {One person waits} other {# people wait}} before this client. Put them on the waiting list.", before);
        }
        var claim = new ClaimId(Id.fresh());
        var until = clock.instant().plus(OFFER);
        var seized = seize(service, claim, until).orElseThrow(() -> Refused.conflict("No place is free now. Put the client on the waiting list."));
        db.sql("insert into referrals.claim (id, client_id, service_id, place_id, place, state, held_until, by, at) values (?, ?, ?, ?, ?, 'HELD', ?, ?, ?)")
                .params(claim.value(), client.value(), service.value(), seized.id().value(), seized.name(), until.atOffset(ZoneOffset.UTC), Actor.current().account().value(), now()).update();
        tell(client, Sentence.of("Offered until {moment}: {place}", until, seized.name()), service);
        return claims(client).stream().filter(it -> it.id().equals(claim)).findFirst().orElseThrow();
    }

    record Seized(PlaceId id, String name) {}

    /** The first free place, now the claim's: rows that others are seizing are passed over, and a row is changed only while it is free. */
    Optional<Seized> seize(ServiceId service, ClaimId claim, Instant until) {
        return db.sql("""
                update referrals.place p set held_by = :claim, held_until = :until
                where p.id = (select f.id from referrals.place f where f.service_id = :service and f.retired_at is null and (f.held_by is null or f.held_until <= :now) and (f.starts_at is null or f.starts_at > :now)
                              order by f.starts_at nulls first, length(f.name), f.name limit 1 for update skip locked)
                  and (p.held_by is null or p.held_until <= :now)
                returning p.id, p.name
                """).param("claim", claim.value()).param("until", until.atOffset(ZoneOffset.UTC)).param("service", service.value()).param("now", now()).query(Seized.class).optional();
    }

    /** What was offered is taken. Refuses an offer that lapsed or was given back; taken twice, it stays taken once. */
    public void take(ClientId client, ClaimId id) {
        var claim = claim(client, id);
        if (claim.state() == Claim.State.TAKEN) {
            return;
        }
        var rows = db.sql("update referrals.place set held_until = null where id = ? and held_by = ? and held_until > ?").params(claim.placeId().value(), id.value(), now()).update();
        if (claim.state() != Claim.State.HELD || rows == 0) {
            throw Refused.conflict("This offer has lapsed, and the place may be somebody else’s by now. Offer another.");
        }
        db.sql("update referrals.claim set state = 'TAKEN', held_until = null where id = ? and client_id = ?").params(id.value(), client.value()).update();
        db.sql("update referrals.waiting set ended_at = ?, ended = 'PLACED' where client_id = ? and service_id = ? and ended_at is null").params(now(), client.value(), claim.serviceId().value()).update();
        tell(client, Sentence.of("Taken: {place}", claim.place()), claim.serviceId());
    }

    /** The place is free again. */
    public void giveBack(ClientId client, ClaimId id) {
        var claim = claim(client, id);
        if (claim.state() == Claim.State.GIVEN_BACK) {
            throw Refused.conflict("This place was given back already.");
        }
        db.sql("update referrals.place set held_by = null, held_until = null where id = ? and held_by = ?").params(claim.placeId().value(), id.value()).update();
        db.sql("update referrals.claim set state = 'GIVEN_BACK', held_until = null, ended_at = ? where id = ? and client_id = ?").params(now(), id.value(), client.value()).update();
        tell(client, Sentence.of("Given back: {place}", claim.place()), claim.serviceId());
    }

    /** Puts them at the end of the line, the urgent before the others. Refuses a second time. */
    public void waitFor(ClientId client, ServiceId service, boolean urgent) {
        heads.of(client);
        services.line(service);
        if (db.sql("insert into referrals.waiting (id, client_id, service_id, since, urgent, by) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Id.fresh(), client.value(), service.value(), now(), urgent, Actor.current().account().value()).update() == 0) {
            throw Refused.conflict("This client waits for it already.");
        }
        tell(client, Sentence.of("On the waiting list"), service);
    }

    public void leave(ClientId client, ServiceId service) {
        if (db.sql("update referrals.waiting set ended_at = ?, ended = 'LEFT' where client_id = ? and service_id = ? and ended_at is null").params(now(), client.value(), service.value()).update() == 0) {
            throw Refused.conflict("This client does not wait for it.");
        }
    }

    private Claim claim(ClientId client, ClaimId id) {
        return claims(client).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> Refused.notFound("That place could not be found."));
    }

    private void tell(ClientId client, Sentence what, ServiceId service) {
        story.tell(client, clock.instant(), StoryKind.REFERRAL, what, Sentence.of("{service} · by {name}", services.line(service).name(), Actor.current().name()), "/clients/" + client.text() + "/places/" + service.text());
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
