package org.casebridge.monitoring;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Deliveries;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.GoalLine;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Note;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskWords;
import org.casebridge.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing a contact down once, for the note, the goals it served, their progress and the next step; and who is to be reached when. */
@Service
@Transactional
public class Monitoring {

    private final Contacts contacts;
    private final CarePlans plans;
    private final Deliveries deliveries;
    private final Tasks tasks;
    private final ServedGoalStore served;
    private final CadenceStore cadences;
    private final Promises promises;
    private final Visits visits;
    private final NoteReviews reviews;
    private final Together together;
    private final Clock clock;

    Monitoring(Contacts contacts, CarePlans plans, Deliveries deliveries, Tasks tasks, ServedGoalStore served, CadenceStore cadences, Promises promises, Visits visits, NoteReviews reviews,
               Together together, Clock clock) {
        this.contacts = contacts;
        this.plans = plans;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.served = served;
        this.cadences = cadences;
        this.promises = promises;
        this.visits = visits;
        this.reviews = reviews;
        this.together = together;
        this.clock = clock;
    }

    /** How a client with an open case is to be reached; empty without one. */
    @Transactional(readOnly = true)
    public Optional<Cadence> cadence(ClientId client) {
        return together.alone(it -> cadence(it, client));
    }

    /** The same, asked together with others. */
    Supplier<Optional<Cadence>> cadence(Together.Questions questions, ClientId client) {
        return cadences.of(questions, client, Actor.current().zone());
    }

    /** All of it or nothing: contact, note (signed or a draft), goals with their progress, next step. Refuses a goal that is not in the plan in force. */
    public Contact record(ClientId client, Contact.Said said, String words, boolean sign, List<ServedGoal> goals, @Nullable NextStep next) {
        return record(client, ContactEntry.of(said, Note.Written.free(words), sign, goals, next));
    }

    /** The same with services, promises and the visit it tells of. Refuses a note that is kept apart without words. */
    public Contact record(ClientId client, ContactEntry entry) {
        if (entry.apart() != null && entry.note().isBlank()) {
            throw Refused.invalid("Write the note that is kept apart.").at("words");
        }
        var known = entry.goals().isEmpty() ? Map.<GoalId, String>of() : plans.goalsOf(client).stream().collect(toMap(GoalLine::id, GoalLine::words));
        var names = new ArrayList<String>();
        for (var goal : entry.goals()) {
            if (!known.containsKey(goal.goal())) {
                throw Refused.conflict("The plan changed meanwhile: one of these goals is no longer in it. Look at the goals again.");
            }
            names.add(known.get(goal.goal()));
        }
        var contact = contacts.record(client, entry.said(), entry.note(), entry.apart(), entry.sign(), names);
        served.add(contact, entry.goals(), entry.services());
        entry.goals().forEach(it -> deliveries.served(client, it.goal(), contact.id().value()));
        for (var goal : entry.goals()) {
            if (goal.achievement() != null) {
                plans.progress(client, goal.goal(), goal.achievement(), goal.words(), contact.id().value());
            }
        }
        if (entry.next() != null) {
            plan(client, entry.next());
        }
        for (int i = 0; i < entry.promises().size(); i++) {
            promise(client, entry.promises().get(i), i, contact);
        }
        if (entry.visit() != null) {
            visits.settle(client, entry.visit(), contact);
        }
        if (entry.sign() && !entry.note().isBlank()) {
            reviews.signed(client, contact.id());
        }
        return contact;
    }

    private void promise(ClientId client, Promise.Said said, int row, Contact contact) {
        try {
            promises.make(client, said, contact.id());
        } catch (Refused refused) {
            throw refused.field() == null ? refused : refused.at("promises[" + row + "]." + refused.field());
        }
    }

    /** The services that a contact gave. */
    @Transactional(readOnly = true)
    public List<GivenService> services(ClientId client, ContactId contact) {
        return served.services(client, contact);
    }

    /** The goals of the plan that a contact served, in their words. */
    @Transactional(readOnly = true)
    public List<String> goals(ClientId client, ContactId contact) {
        return served.goals(client, contact);
    }

    private void plan(ClientId client, NextStep next) {
        try {
            tasks.add(client, new TaskWords(next.title(), "", next.dueOn(), null, Actor.current().account(), Task.Priority.NORMAL));
        } catch (Refused refused) {
            throw "dueOn".equals(refused.field()) ? refused.at("nextOn") : refused;
        }
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
