package org.casebridge.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the acting person meets whom, on the agency's clock. */
@Service
@Transactional
public class Appointments {

    private final AppointmentStore store;
    private final Story story;
    private final Clock clock;

    Appointments(AppointmentStore store, Story story, Clock clock) {
        this.store = store;
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

    @Transactional(readOnly = true)
    public AppointmentLine line(@Nullable ClientId client, AppointmentId id) {
        return store.line(client, id);
    }

    /** Refuses what has begun before now, what is more than two years away, and a time that the clocks skip on that day. */
    public AppointmentId add(@Nullable ClientId client, String title, LocalDate on, LocalTime at, int minutes, String withWhom, String place) {
        var actor = Actor.current();
        var starts = WallClock.at(on, at, actor.zone());
        if (starts.isBefore(clock.instant())) {
            throw Refused.invalid("That time is past. What has happened is written down as a contact.").at("on");
        }
        if (on.isAfter(LocalDate.now(clock.withZone(actor.zone())).plusYears(2))) {
            throw Refused.invalid("{day} is more than two years away. Look at the year again.", on).at("on");
        }
        var appointment = new Appointment(AppointmentId.next(), client, actor.account(), title, starts, minutes, withWhom, place, null, null, null, 0);
        store.add(appointment);
        if (client != null) {
            story.tell(client, clock.instant(), StoryKind.TASK, Sentence.of("Appointment made: {title}", title),
                    Sentence.of("for {moment} · by {name}", starts, actor.name()), "/clients/" + client.text() + "/tasks");
        }
        return appointment.id();
    }

    public void cancel(@Nullable ClientId client, AppointmentId id, String reason) {
        var actor = Actor.current();
        var appointment = store.get(client, id).cancel(reason, actor.account(), clock.instant());
        store.replace(appointment);
        if (client != null) {
            story.tell(client, clock.instant(), StoryKind.TASK, Sentence.of("Appointment cancelled: {title}", appointment.title()),
                    Sentence.of("{reason} · by {name}", reason, actor.name()), "/clients/" + client.text() + "/tasks");
        }
    }
}
