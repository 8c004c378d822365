package org.casebridge.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the acting person meets whom, on the agency's clock. */
@Service
@Transactional
public class Appointments {

    private final AppointmentStore store;
    private final Story story;
    private final BusyTimes busy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appointments(AppointmentStore store, Story story, BusyTimes busy, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.busy = busy;
        this.events = events;
        this.story = story;
        this.clock = clock;
    }

    /** The acting person's, that begin on those days, in their order. */
    @Transactional(readOnly = true)
    public List<AppointmentLine> own(LocalDate from, LocalDate through) {
        var zone = Actor.current().zone();
        return store.between(Actor.current().account(), from.atStartOfDay(zone).toInstant(), through.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The acting person's of that day, asked together with others. */
    Supplier<List<AppointmentLine>> on(Together.Questions questions, LocalDate day) {
        var zone = Actor.current().zone();
        return store.between(questions, Actor.current().account(), day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** A client's from today on, cancelled ones too. */
    @Transactional(readOnly = true)
    public List<AppointmentLine> of(ClientId client) {
        var zone = Actor.current().zone();
        return store.of(client, LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant());
    }

    /** Those in which the client takes part and that are still to come. */
    @Transactional(readOnly = true)
    public List<Appointment> withClient(ClientId client) {
        return store.withClient(client, clock.instant());
    }

    @Transactional(readOnly = true)
    public AppointmentLine line(@Nullable ClientId client, AppointmentId id) {
        return store.line(client, id);
    }

    @Transactional(readOnly = true)
    public Appointment get(@Nullable ClientId client, AppointmentId id) {
        return store.get(client, id);
    }

    /** Refuses what has begun before now, what is more than two years away, a time that the clocks skip on that day, and one that is taken, unless {@code despite}. */
    public AppointmentId add(@Nullable ClientId client, Appointment.Said said, LocalDate on, LocalTime at, boolean despite) {
        var actor = Actor.current();
        var when = at(said, on, at);
        needsFreeTime(actor.account(), when, "", despite);
        var appointment = new Appointment(AppointmentId.next(), client, actor.account(), when.title(), when.startsAt(), when.minutes(), when.withWhom(), when.place(), client != null && when.withClient(), null, null, null, 0);
        store.add(appointment);
        tell(appointment, Sentence.of("Appointment made: {title}", when.title()), Sentence.of("for {moment} · by {name}", when.startsAt(), actor.name()));
        events.publishEvent(new AppointmentEvent.Arranged(appointment));
        return appointment.id();
    }

    /** What others arranged with one, even where one's time is taken: the calendar shows both. */
    public AppointmentId add(@Nullable ClientId client, String title, LocalDate on, LocalTime at, int minutes, String withWhom, String place) {
        return add(client, new Appointment.Said(title, Instant.EPOCH, minutes, withWhom, place, false), on, at, true);
    }

    /** Another time, other words, another place. Refuses as {@link #add} does, another's, and what was changed since that version. */
    public void change(@Nullable ClientId client, AppointmentId id, Appointment.Said said, LocalDate on, LocalTime at, boolean despite, int version) {
        var actor = Actor.current();
        var before = store.get(client, id);
        if (before.version() != version) {
            throw AppointmentStore.changed();
        }
        var when = at(said, on, at);
        var appointment = before.change(when);
        if (!appointment.startsAt().equals(before.startsAt()) || appointment.minutes() > before.minutes()) {
            needsFreeTime(before.worker(), when, id.text(), despite);
        }
        store.change(appointment);
        tell(appointment, Sentence.of("Appointment changed: {title}", when.title()), Sentence.of("for {moment} · by {name}", when.startsAt(), actor.name()));
        events.publishEvent(new AppointmentEvent.Arranged(appointment));
    }

    private Appointment.Said at(Appointment.Said said, LocalDate on, LocalTime at) {
        var zone = Actor.current().zone();
        var starts = WallClock.at(on, at, zone);
        if (starts.isBefore(clock.instant())) {
            throw Refused.invalid("That time is past. What has happened is written down as a contact.").at("on");
        }
        if (on.isAfter(LocalDate.now(clock.withZone(zone)).plusYears(2))) {
            throw Refused.invalid("{day} is more than two years away. Look at the year again.", on).at("on");
        }
        return new Appointment.Said(said.title(), starts, said.minutes(), said.withWhom(), said.place(), said.withClient());
    }

    private void needsFreeTime(AccountId worker, Appointment.Said said, String besides, boolean despite) {
        store.alone(worker);
        if (despite) {
            return;
        }
        busy.first(worker, said.startsAt(), said.endsAt(), besides).ifPresent(it -> {
            var zone = Actor.current().zone();
            var from = it.startsAt().atZone(zone).toLocalTime();
            var until = it.endsAt().atZone(zone).toLocalTime();
            throw Refused.invalid("From {from} to {until} this time is taken: {what}. Choose another, or tick that both are meant.", from, until, it.what()).at("at");
        });
    }

    private void tell(Appointment about, Sentence what, Sentence why) {
        if (about.clientId() != null) {
            story.tell(about.clientId(), clock.instant(), StoryKind.TASK, what, why, "/clients/" + about.clientId().text() + "/tasks");
        }
    }

    public void cancel(@Nullable ClientId client, AppointmentId id, String reason) {
        var actor = Actor.current();
        var appointment = store.get(client, id).cancel(reason, actor.account(), clock.instant());
        store.replace(appointment);
        tell(appointment, Sentence.of("Appointment cancelled: {title}", appointment.title()), Sentence.of("{reason} · by {name}", reason, actor.name()));
        events.publishEvent(new AppointmentEvent.Cancelled(appointment));
    }
}
