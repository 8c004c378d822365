package org.casebridge.monitoring;

import java.time.Clock;
import java.time.Duration;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.careplans.CarePlans;
import org.casebridge.caseload.Story;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.tasks.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compiles the brief before a visit from what the modules below know; each part for those only who may see it. */
@Service
@Transactional(readOnly = true)
public class Briefs {

    private static final Duration WITHOUT_CONTACT = Duration.ofDays(30);

    private final Clients clients;
    private final Visits visits;
    private final Monitoring monitoring;
    private final Radar radar;
    private final Marks marks;
    private final SafeContacts safe;
    private final Story story;
    private final Promises promises;
    private final CarePlans plans;
    private final Tasks tasks;
    private final Contacts contacts;
    private final Clock clock;

    Briefs(Clients clients, Visits visits, Monitoring monitoring, Radar radar, Marks marks, SafeContacts safe, Story story, Promises promises, CarePlans plans, Tasks tasks, Contacts contacts, Clock clock) {
        this.clients = clients;
        this.visits = visits;
        this.monitoring = monitoring;
        this.radar = radar;
        this.marks = marks;
        this.safe = safe;
        this.story = story;
        this.promises = promises;
        this.plans = plans;
        this.tasks = tasks;
        this.contacts = contacts;
        this.clock = clock;
    }

    public Brief of(ClientId client) {
        var person = clients.get(client);
        var since = contacts.lastReached(client).map(Contact::at).orElse(clock.instant().minus(WITHOUT_CONTACT));
        var me = Actor.current();
        return new Brief(person, visits.next(client).orElse(null), monitoring.cadence(client).orElse(null), radar.acuity(client).orElse(null), marks.holding(client), safe.rule(client),
                story.of(client, null, null, null).stream().filter(it -> it.at().isAfter(since) && !it.struck()).limit(12).toList(),
                promises.of(client).stream().filter(it -> it.status() == Promise.Status.OPEN).toList(),
                me.may(Permission.SEE_PLANS) ? plans.goalsOf(client) : java.util.List.of(),
                me.may(Permission.SEE_TASKS) ? tasks.of(client).stream().filter(it -> it.status() == org.casebridge.tasks.Task.Status.OPEN).toList() : java.util.List.of(),
                contacts.of(client, null, null).stream().filter(it -> it.contact().struckAt() == null).limit(3).toList());
    }
}
