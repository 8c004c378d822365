package org.casebridge.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WallClock;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.tasks.BusyTimes;
import org.casebridge.workforce.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits planned with clients, on the agency's clock: once or as a series, cancelled, held or missed. */
@Service
@Transactional
public class Visits {

    private final VisitStore store;
    private final Story story;
    private final BusyTimes busy;
    private final WorkCalendar work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Visits(VisitStore store, Story story, BusyTimes busy, WorkCalendar work, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.busy = busy;
        this.work = work;
        this.events = events;
        this.story = story;
        this.clock = clock;
    }

    /** What is planned with a client by its time, then the newest of what was. */
    @Transactional(readOnly = true)
    public List<VisitLine> of(ClientId client) {
        return store.of(client);
    }

    /** A worker's that begin on those days, settled and cancelled ones too, in their order: for calendars. Only of clients whom the acting person reaches. */
    @Transactional(readOnly = true)
    public List<VisitLine> between(AccountId worker, LocalDate from, LocalDate through) {
        var zone = Actor.current().zone();
        return store.between(worker, from.atStartOfDay(zone).toInstant(), through.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Those that are planned with a client and still to come. */
    @Transactional(readOnly = true)
    public List<Visit> coming(ClientId client) {
        return store.coming(client, clock.instant());
    }

    @Transactional(readOnly = true)
    public VisitLine line(ClientId client, VisitId id) {
        return store.line(client, id);
    }

    @Transactional(readOnly = true)
    public Visit get(ClientId client, VisitId id) {
        return store.get(client, id);
    }

    /** The next one planned with the client. */
    @Transactional(readOnly = true)
    public Optional<VisitLine> next(ClientId client) {
        return store.next(client, clock.instant());
    }

    /**
     * Plans one visit or a series, all of it or nothing; answers the first. Refuses a time that is past, one further away than {@link Visit#YEARS_AHEAD}, one that the clocks skip, an hour
     * in which the worker is planned already or on leave, and another's calendar to whoever does not assign cases.
     */
    public VisitId plan(ClientId client, Visit.Said said, LocalDate on, LocalTime at, Repeats repeats, @Nullable LocalDate until) {
        var me = Actor.current();
        needsCalendar(said.worker(), me.account());
        var days = repeats.days(on, until);
        needsYear(days.getLast(), days.size() == 1 ? "on" : "until");
        store.alone(said.worker());
        var series = days.size() == 1 ? null : Id.fresh();
        var planned = new ArrayList<Visit>();
        for (var day : days) {
            planned.add(one(client, new Visit.Said(said.worker(), WallClock.at(day, at, me.zone()), said.minutes(), said.mode(), said.place(), said.purpose()), series));
        }
        var first = planned.getFirst();
        story.tell(client, clock.instant(), StoryKind.CONTACT, planned.size() == 1 ? Sentence.of("Visit planned: {purpose}", said.purpose())
                        : Sentence.of("{count} visits planned: {purpose}", planned.size(), said.purpose()),
                Sentence.of("for {moment} · by {name}", first.startsAt(), me.name()), path(first));
        return first.id();
    }

    private Visit one(ClientId client, Visit.Said said, @Nullable UUID series) {
        var visit = Visit.plan(client, said, series, Actor.current().account(), clock.instant());
        needsFreeTime(visit);
        store.add(visit);
        events.publishEvent(new VisitEvent.Arranged(visit));
        return visit;
    }

    /** Another time, place, purpose or worker for one that is planned; the rest of its series stays. Refuses as {@link #plan} does, and what somebody changed since that version. */
    public void change(ClientId client, VisitId id, Visit.Said said, LocalDate on, LocalTime at, int version) {
        var me = Actor.current();
        var before = store.get(client, id);
        if (before.version() != version) {
            throw VisitStore.changed();
        }
        needsCalendar(said.worker(), before.worker());
        needsYear(on, "on");
        store.alone(said.worker());
        var visit = before.change(new Visit.Said(said.worker(), WallClock.at(on, at, me.zone()), said.minutes(), said.mode(), said.place(), said.purpose()));
        if (!visit.startsAt().equals(before.startsAt()) || !visit.endsAt().equals(before.endsAt()) || !visit.worker().equals(before.worker())) {
            needsFreeTime(visit);
        }
        store.change(visit);
        events.publishEvent(new VisitEvent.Arranged(visit));
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Visit changed: {purpose}", visit.purpose()), Sentence.of("for {moment} · by {name}", visit.startsAt(), me.name()), path(visit));
    }

    /** A visit's next time and worker; {@code version} is of the visit as it was seen. */
    public record Move(ClientId client, VisitId visit, AccountId worker, Instant startsAt, int version) {}

    /** Other times or workers for several at once: all of them or none, so that two can change places. Refuses as {@link #change} does. */
    public void move(List<Move> moves) {
        var me = Actor.current();
        moves.stream().map(Move::worker).distinct().sorted(Comparator.comparing(AccountId::text)).forEach(store::alone);
        var moved = new ArrayList<Visit>();
        for (var move : moves) {
            var before = store.get(move.client(), move.visit());
            if (before.version() != move.version()) {
                throw VisitStore.changed();
            }
            needsCalendar(move.worker(), before.worker());
            needsYear(LocalDate.ofInstant(move.startsAt(), me.zone()), "on");
            var visit = before.change(new Visit.Said(move.worker(), move.startsAt(), before.minutes(), before.mode(), before.place(), before.purpose()));
            store.change(visit);
            moved.add(visit);
        }
        moved.forEach(this::needsFreeTime);
        moved.forEach(it -> story.tell(it.clientId(), clock.instant(), StoryKind.CONTACT, Sentence.of("Visit changed: {purpose}", it.purpose()), Sentence.of("for {moment} · by {name}", it.startsAt(), me.name()), path(it)));
    }

    /** {@code allowed} is whose calendar it is in anyway: one's own, or that of whoever goes there so far. */
    private static void needsCalendar(AccountId worker, AccountId allowed) {
        if (!worker.equals(allowed) && !worker.equals(Actor.current().account()) && !Actor.current().may(Permission.ASSIGN_CASES)) {
            throw Refused.invalid("Only whoever assigns cases plans visits for others.").at("worker");
        }
    }

    private void needsYear(LocalDate day, String field) {
        if (day.isAfter(LocalDate.now(clock.withZone(Actor.current().zone())).plusYears(Visit.YEARS_AHEAD))) {
            throw Refused.invalid("{day} is more than a year away. Look at the year again.", day).at(field);
        }
    }

    private void needsFreeTime(Visit visit) {
        if (visit.startsAt().isBefore(clock.instant())) {
            throw Refused.invalid("That time is past. What has happened is written down as a contact.").at("on");
        }
        store.overlapping(visit).ifPresent(it -> {
            throw Refused.invalid("Something is planned already at {moment}. Choose another time.", it).at("at");
        });
        busy.first(visit.worker(), visit.startsAt(), visit.endsAt(), visit.id().text()).ifPresent(it -> {
            throw Refused.invalid("Something is planned already at {moment}. Choose another time.", it.startsAt()).at("at");
        });
        var day = visit.startsAt().atZone(Actor.current().zone()).toLocalDate();
        work.leaves(visit.worker(), day, day).stream().findFirst().ifPresent(it -> {
            throw Refused.invalid("{name} is away from {from} to {through}. Choose another day or another worker.", it.workerName(), it.fromOn(), it.throughOn()).at("on");
        });
    }

    /** Cancels one, or it and the rest of its series. Answers how many. */
    public int cancel(ClientId client, VisitId id, String reason, boolean rest) {
        var me = Actor.current();
        var visit = store.get(client, id);
        var cancelled = visit.cancel(reason, me.account(), clock.instant());
        store.replace(cancelled);
        events.publishEvent(new VisitEvent.Cancelled(cancelled));
        int count = 1;
        if (rest && visit.series() != null) {
            for (var later : store.rest(client, visit.series(), visit.startsAt())) {
                var gone = later.cancel(reason, me.account(), clock.instant());
                store.replace(gone);
                events.publishEvent(new VisitEvent.Cancelled(gone));
                count++;
            }
        }
        story.tell(client, clock.instant(), StoryKind.CONTACT, count == 1 ? Sentence.of("Visit cancelled: {purpose}", visit.purpose())
                        : Sentence.of("{count} visits cancelled: {purpose}", count, visit.purpose()),
                Sentence.of("{reason} · by {name}", reason, me.name()), path(visit));
        return count;
    }

    /** The contact tells how a visit went: held, or not there. */
    void settle(ClientId client, VisitId id, Contact contact) {
        store.replace(store.get(client, id).settle(contact, Actor.current().account(), clock.instant()));
    }

    /** The modes in which a visit can be planned. */
    public static List<Mode> modes() {
        return List.of(Mode.HOME_VISIT, Mode.OFFICE, Mode.ELSEWHERE, Mode.VIDEO, Mode.PHONE);
    }

    private static String path(Visit visit) {
        return "/clients/" + visit.clientId().text() + "/visits/" + visit.id().text();
    }
}
