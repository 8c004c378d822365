package org.casebridge.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.Mode;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.monitoring.Visit;
import org.casebridge.monitoring.VisitEvent;
import org.casebridge.monitoring.Visits;
import org.casebridge.outbox.Message;
import org.casebridge.outbox.Outbox;
import org.casebridge.tasks.Appointment;
import org.casebridge.tasks.AppointmentEvent;
import org.casebridge.tasks.Appointments;
import org.casebridge.web.Say;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds clients who want it of visits and of appointments in which they take part, in their language. A reminder says who expects them and when; neither agency nor place nor what for, since others may
 * read it. It moves with what it is about, and is taken back with it.
 */
@Service
@Transactional
public class Reminders {

    private final JdbcClient db;
    private final Outbox outbox;
    private final Clients clients;
    private final Accounts accounts;
    private final SafeContacts safe;
    private final Visits visits;
    private final Appointments appointments;
    private final Story story;
    private final Clock clock;

    Reminders(JdbcClient db, Outbox outbox, Clients clients, Accounts accounts, SafeContacts safe, Visits visits, Appointments appointments, Story story, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clients = clients;
        this.accounts = accounts;
        this.safe = safe;
        this.visits = visits;
        this.appointments = appointments;
        this.story = story;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ReminderWish> wish(ClientId client) {
        return db.sql("select w.client_id, w.way, w.hours_before, w.agreed, a.name as set_by, w.set_at, w.version from calendar.reminder_wish w join access.account a on a.id = w.set_by where w.client_id = ?")
                .param(client.value()).query(ReminderWish.class).optional();
    }

    /** For what is arranged already, too. Refuses a way that is not safe for them, and what somebody changed meanwhile. */
    public void set(ClientId client, SetReminders said) {
        var way = outbox.ways(client).stream().filter(it -> it.value().equals(said.way())).findFirst().orElseThrow(() -> Refused.invalid("Choose one of the ways offered.").at("way"));
        if (way.against() != null) {
            throw Refused.invalid("This is not safe for the client: {why}.", way.against()).at("way");
        }
        int rows = db.sql("""
                insert into calendar.reminder_wish as w (client_id, way, hours_before, agreed, set_by, set_at, version) values (:client, :way, :hours, :agreed, :by, :now, 1)
                on conflict (client_id) do update set way = excluded.way, hours_before = excluded.hours_before, agreed = excluded.agreed, set_by = excluded.set_by, set_at = excluded.set_at, version = w.version + 1
                where w.version = :seen
                """)
                .param("client", client.value()).param("way", said.way()).param("hours", said.hoursBefore()).param("agreed", said.agreed().strip()).param("by", Actor.current().account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("seen", said.version()).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.");
        }
        story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Wants to be reminded of what is arranged: {way}", way.channel()), Sentence.of("{agreed} · by {name}", said.agreed().strip(), Actor.current().name()), path(client));
        takeAllBack(client);
        visits.coming(client).forEach(this::remind);
        appointments.withClient(client).forEach(this::remind);
    }

    /** They want no more reminders: what waits is not sent either. */
    public void end(ClientId client) {
        if (db.sql("delete from calendar.reminder_wish where client_id = ?").param(client.value()).update() == 1) {
            takeAllBack(client);
            story.tell(client, clock.instant(), StoryKind.CONTACT, Sentence.of("Wants no more reminders"), Sentence.of("by {name}", Actor.current().name()), path(client));
        }
    }

    @Transactional(readOnly = true)
    public List<Message> of(ClientId client) {
        return outbox.of(client, Message.Kind.REMINDER);
    }

    /** What a reminder of tomorrow at ten would say, in the client's language. */
    @Transactional(readOnly = true)
    public String example(ClientId client) {
        var me = Actor.current();
        var tomorrow = clock.instant().atZone(me.zone()).toLocalDate().plusDays(1).atTime(10, 0).atZone(me.zone()).toInstant();
        return words(client, me.name(), tomorrow, Mode.OFFICE);
    }

    @EventListener
    void on(VisitEvent event) {
        outbox.takeBack(event.visit().clientId(), event.visit().id().value());
        if (event instanceof VisitEvent.Arranged) {
            remind(event.visit());
        }
    }

    @EventListener
    void on(AppointmentEvent event) {
        var client = event.appointment().clientId();
        if (client == null) {
            return;
        }
        outbox.takeBack(client, event.appointment().id().value());
        if (event instanceof AppointmentEvent.Arranged && event.appointment().withClient()) {
            remind(event.appointment());
        }
    }

    private void remind(Visit visit) {
        remind(visit.clientId(), visit.id().value(), visit.worker(), visit.startsAt(), visit.mode());
    }

    private void remind(Appointment appointment) {
        if (appointment.clientId() != null) {
            remind(appointment.clientId(), appointment.id().value(), appointment.worker(), appointment.startsAt(), Mode.OFFICE);
        }
    }

    /** Nothing where nobody asked for it, where less than an hour is left, and where the way that they chose is gone or not safe any more. */
    private void remind(ClientId client, UUID about, AccountId worker, Instant starts, Mode mode) {
        var wish = wish(client).orElse(null);
        if (wish == null || starts.isBefore(clock.instant().plus(Duration.ofHours(1))) || outbox.ways(client).stream().noneMatch(it -> it.value().equals(wish.way()) && it.against() == null)) {
            return;
        }
        var language = language(client);
        outbox.put(client, wish.way(), new Message.Said(about, Message.Kind.REMINDER, Say.in(language, () -> Say.say("Until soon")), words(client, accounts.get(worker).name(), starts, mode),
                starts.minus(Duration.ofHours(wish.hoursBefore())), starts));
    }

    private String words(ClientId client, String worker, Instant starts, Mode mode) {
        var first = worker.split(" ")[0];
        var word = safe.rule(client).codeWord();
        return Say.in(language(client), () -> {
            var day = Say.day(starts);
            var time = Say.time(starts);
            var said = switch (mode) {
                case HOME_VISIT, ELSEWHERE -> Say.say("{name} comes to you on {day} at {time}.", first, day, time);
                case PHONE, VIDEO -> Say.say("{name} calls you on {day} at {time}.", first, day, time);
                default -> Say.say("{name} expects you on {day} at {time}.", first, day, time);
            };
            var call = outbox.callback().isEmpty() ? "" : " " + Say.say("If it does not suit you: {phone}", outbox.callback());
            return (word.isEmpty() ? "" : word + ": ") + said + call;
        });
    }

    private Locale language(ClientId client) {
        return Say.spoken(clients.get(client).about().languages());
    }

    private void takeAllBack(ClientId client) {
        of(client).stream().filter(it -> it.status() == Message.Status.WAITING).forEach(it -> outbox.takeBack(client, it.about()));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/reminders";
    }
}
