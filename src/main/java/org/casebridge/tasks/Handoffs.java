package org.casebridge.tasks;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CaseLine;
import org.casebridge.caseload.Coverages;
import org.casebridge.clients.Clients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compiles the handoff sheet of an absence from what stands in the record at this moment. It shows the reader nobody whom they do not reach. */
@Service
public class Handoffs {

    private final Coverages coverages;
    private final CaseFiles cases;
    private final Clients clients;
    private final MyDay days;
    private final AppointmentStore appointments;
    private final Clock clock;

    Handoffs(Coverages coverages, CaseFiles cases, Clients clients, MyDay days, AppointmentStore appointments, Clock clock) {
        this.coverages = coverages;
        this.cases = cases;
        this.clients = clients;
        this.days = days;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Refuses a coverage of another agency, and one that is over. */
    @Transactional(readOnly = true)
    public Handoff of(UUID coverage) {
        var it = coverages.get(coverage);
        var zone = Actor.current().zone();
        var now = LocalDateTime.now(clock.withZone(zone));
        var open = cases.openOf(it.absent());
        var waits = days.waitingFor(new Mine(it.absent(), now.toLocalDate(), open), now).stream().filter(one -> one.need().client() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.need().client())));
        var programs = open.stream().collect(Collectors.groupingBy(CaseLine::clientId, LinkedHashMap::new, Collectors.mapping(CaseLine::program, Collectors.joining(", "))));
        var people = programs.entrySet().stream().map(one -> {
            var client = clients.get(one.getKey());
            return new Handoff.Person(client.id(), client.name(), one.getValue(), client.contact(), waits.getOrDefault(client.id(), List.of()));
        }).sorted(Comparator.comparingInt(Handoff.Person::points).reversed().thenComparing(Handoff.Person::name)).toList();
        var from = it.fromOn().isBefore(now.toLocalDate()) ? now.toLocalDate() : it.fromOn();
        var meetings = appointments.between(it.absent(), from.atStartOfDay(zone).toInstant(), it.untilOn().plusDays(1).atStartOfDay(zone).toInstant());
        return new Handoff(it, now, people, meetings);
    }
}
