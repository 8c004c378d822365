package org.casebridge.monitoring;

import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.tasks.Due;
import org.casebridge.tasks.TeamLate;
import org.casebridge.tasks.TeamSource;
import org.springframework.stereotype.Component;

/** Nobody goes quiet unseen: whose contact is late among the people of those whom one supervises; who supervises nobody looks after those whom nobody supervises, so that none is left out. */
@Component
class TeamContacts implements TeamSource {

    private final CadenceStore cadences;

    TeamContacts(CadenceStore cadences) {
        this.cadences = cadences;
    }

    @Override
    public TeamLate late(AgencyId agency, LocalDate today, int most) {
        var zone = Actor.current().zone();
        var team = cadences.team(Actor.current().account().value(), agency.value());
        var asked = team.stream().limit(CadenceStore.MOST).toList();
        var late = cadences.late(asked, today, zone, most);
        return new TeamLate(late.isEmpty() ? 0 : late.getFirst().people(), late.stream()
                .map(it -> new TeamLate.Line(it.clientId(), it.client(), it.worker(), new Due(it.cadence().dueOn(zone), null), it.cadence().why(today, zone))).toList(), team.size() - asked.size());
    }
}
