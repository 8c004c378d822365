package org.casebridge.careplans;

import static org.casebridge.web.Say.say;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Appointments;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskWords;
import org.casebridge.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calling a case conference with its agenda from the plan, writing its minutes, and making of its decisions tasks and changes of the plan. */
@Service
@Transactional
public class Conferences {

    private final JdbcClient db;
    private final CarePlans plans;
    private final Goals goals;
    private final Tasks tasks;
    private final Appointments appointments;
    private final Invitees invitees;
    private final Story story;
    private final Clock clock;

    Conferences(JdbcClient db, CarePlans plans, Goals goals, Tasks tasks, Appointments appointments, Invitees invitees, Story story, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.goals = goals;
        this.tasks = tasks;
        this.appointments = appointments;
        this.invitees = invitees;
        this.story = story;
        this.clock = clock;
    }

    /** The newest first, at most 100. */
    @Transactional(readOnly = true)
    public List<Conference> of(ClientId client) {
        return db.sql("select * from careplans.conference where client_id = ? order by on_day desc, at_time desc, id desc limit 100").param(client.value()).query(Conference.class).list();
    }

    @Transactional(readOnly = true)
    public Conference get(ClientId client, UUID id) {
        return db.sql("select * from careplans.conference where id = ? and client_id = ?").params(id, client.value()).query(Conference.class).optional()
                .orElseThrow(() -> Refused.notFound("That meeting could not be found."));
    }

    @Transactional(readOnly = true)
    public List<Conference.Point> points(Conference of) {
        return db.sql("select becomes, words, task_id from careplans.conference_point where conference_id = ? and client_id = ? order by place").params(of.id(), of.clientId().value()).query(Conference.Point.class).list();
    }

    /** What the plan in force leaves to talk over, in the reader's language: each open goal with where it stands, its late steps, and what stands in the way. Empty without a plan. */
    @Transactional(readOnly = true)
    public String agenda(ClientId client) {
        var plan = plans.active(client);
        if (plan.isEmpty()) {
            return "";
        }
        var lines = new ArrayList<String>();
        var barriers = goals.barriers(client);
        for (var goal : plans.goals(plan.get())) {
            if (goal.lifecycle().open()) {
                lines.add((lines.size() + 1) + ". " + goal.words() + (goal.achievement() == null ? "" : " (" + say(goal.achievement()) + ")"));
                goal.steps().stream().filter(it -> it.late(today())).forEach(it -> lines.add("   - " + say("late since {day}: {step}", it.dueOn(), it.what())));
                barriers.stream().filter(it -> it.open() && it.goalId().equals(goal.id())).forEach(it -> lines.add("   - " + say("in the way: {barrier}", it.words())));
            }
        }
        if (plan.get().reviewOn() != null) {
            lines.add("- " + say("review due {day}", plan.get().reviewOn()));
        }
        return String.join("\n", lines);
    }

    /** Puts it on the calendar of whoever calls it, unless it is past, and on the My day of colleagues who are invited. Refuses a day more than a year away or more than a month ago, and a meeting to which nobody is invited. */
    public Conference call(ClientId client, LocalDate on, LocalTime at, String place, String invited, String agenda) {
        if (on.isBefore(today().minusMonths(1)) || on.isAfter(today().plusYears(1))) {
            throw Refused.invalid("Choose a day from a month ago to a year from now.").at("on");
        }
        if (invited.isBlank()) {
            throw Refused.invalid("Say who is invited, a name a line.").at("invited");
        }
        var conference = new Conference(Id.fresh(), client, on, at, place.strip(), invited.strip(), agenda.strip(), "", "", Conference.Status.PLANNED, null, 0);
        db.sql("""
                insert into careplans.conference (id, client_id, on_day, at_time, place, invited, agenda, status, called_by, told, version)
                values (:id, :clientId, :onDay, :atTime, :place, :invited, :agenda, :status, :by, :told, 0)
                """).paramSource(Row.of(conference, Map.of("by", Actor.current().account().value(), "told", invitees.told(invited, Actor.current().account())))).update();
        if (on.atTime(at).isAfter(java.time.LocalDateTime.now(clock.withZone(Actor.current().zone())))) {
            appointments.add(client, say("Case conference"), on, at, 60, String.join(", ", invited.strip().lines().map(String::strip).filter(it -> !it.isBlank()).limit(6).toList()), place.strip());
        }
        tell(conference, Sentence.of("Case conference called for {day}", on), conference.invited().lines().limit(5).collect(java.util.stream.Collectors.joining(", ")));
        return conference;
    }

    /** All of it or nothing: minutes, a task for each decision that becomes one, and the next version of the plan where one is to change it. True when that was begun. */
    public boolean hold(ClientId client, UUID id, String attended, String minutes, List<Conference.Decision> decisions, int seen) {
        var held = get(client, id).hold(attended, minutes, today());
        replace(held, seen);
        int place = 0;
        boolean change = false;
        for (var it : decisions) {
            UUID task = null;
            if (it.becomes() == Conference.Becomes.TASK) {
                task = task(client, it);
            }
            change |= it.becomes() == Conference.Becomes.AMENDMENT;
            db.sql("insert into careplans.conference_point (id, conference_id, client_id, becomes, words, task_id, place) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Id.fresh(), id, client.value(), it.becomes().name(), it.words().strip(), task, place++).update();
        }
        tell(held, Sentence.of("{count, plural, =0 {Case conference held} one {Case conference held, 1 decision} other {Case conference held, # decisions}}", decisions.size()), "");
        if (change && plans.drafted(client).isEmpty() && plans.active(client).isPresent()) {
            plans.change(client);
        }
        return change;
    }

    private UUID task(ClientId client, Conference.Decision it) {
        try {
            return tasks.add(client, new TaskWords(it.words().strip(), "", it.dueOn(), null, it.owner() == null ? Actor.current().account() : it.owner(), Task.Priority.NORMAL)).value();
        } catch (Refused refused) {
            throw refused.field() == null ? refused : refused.at("decisions[" + it.row() + "]." + refused.field());
        }
    }

    /** Cancelled before it was held, or entered in error; it stays to be read. */
    public void end(ClientId client, UUID id, String why) {
        var ended = get(client, id).end(why);
        replace(ended, ended.version());
        tell(ended, ended.status() == Conference.Status.CANCELLED ? Sentence.of("Case conference of {day} cancelled", ended.onDay()) : Sentence.of("Case conference of {day} struck out: it was entered in error", ended.onDay()), why);
    }

    private void replace(Conference conference, int seen) {
        if (db.sql("update careplans.conference set attended = :attended, minutes = :minutes, status = :status, why = :why, version = version + 1 where id = :id and version = :seen")
                .paramSource(Row.of(conference, Map.of("seen", seen))).update() == 0) {
            throw Refused.conflict("Someone else wrote about this meeting. Look at it again; what you wrote is kept here.");
        }
    }

    private void tell(Conference of, Sentence what, @Nullable String words) {
        var by = Actor.current().name();
        story.tell(of.clientId(), clock.instant(), StoryKind.PLAN, what, words == null || words.isBlank() ? Sentence.of("by {name}", by) : Sentence.of("{words} · by {name}", words, by),
                "/clients/" + of.clientId().text() + "/plan/conferences/" + of.id());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
