package org.casebridge.monitoring;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Reports of incidents that one has to make, and for supervisors their team's incidents that wait for a review. */
@Component
class IncidentNeeds implements NeedSource {

    /** Within how many days an incident is reviewed. Our own rule. */
    private static final int REVIEW_DAYS = 3;

    private final Incidents incidents;

    IncidentNeeds(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var me = Actor.current();
        var reports = incidents.due(questions, mine.worker(), mine.until().plusDays(1).atStartOfDay(me.zone()).toInstant());
        Supplier<List<ReviewedLine>> reviews = me.may(Permission.ASSIGN_CASES) ? incidents.toReview(questions) : List::of;
        return () -> Stream.concat(reports.get().stream().map(it -> report(it, me.zone())), reviews.get().stream().map(it -> review(it, me.zone()))).toList();
    }

    private static Need report(IncidentReport it, ZoneId zone) {
        var due = it.dueAt().atZone(zone);
        return new Need(it.clientId(), it.client(), Sentence.of("Report of an incident"), Sentence.of("to {whom} · {kind}", it.rule(), it.kind()), due.toLocalDate(), Sentence.of("Open incident"),
                "/clients/" + it.clientId().text() + "/incidents/" + it.incidentId().text()).at(due.toLocalTime().truncatedTo(ChronoUnit.MINUTES)).by(Ground.LAW);
    }

    private static Need review(ReviewedLine it, ZoneId zone) {
        return new Need(it.clientId(), it.client(), Sentence.of("Incident to review"), Sentence.of("{kind} · reported by {name}", Incident.Kind.valueOf(it.words()), it.name()),
                it.at().atZone(zone).toLocalDate().plusDays(REVIEW_DAYS), Sentence.of("Open incident"), "/clients/" + it.clientId().text() + "/incidents/" + it.contactId().text()).by(Ground.WAITING);
    }
}
