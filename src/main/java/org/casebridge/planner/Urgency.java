package org.casebridge.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.QuietLine;
import org.casebridge.monitoring.Radar;
import org.casebridge.planner.route.Rank;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.MyDay;
import org.springframework.stereotype.Component;

/** Who must be seen first: whom a duty of law or safety on one's own day names, whom an urgent alert or high acuity does, and who is past their cadence. */
@Component
class Urgency {

    private final MyDay days;
    private final Radar radar;

    Urgency(MyDay days, Radar radar) {
        this.days = days;
        this.radar = radar;
    }

    /** {@code quiet} are all on the radar of these workers. */
    record Weights(Set<ClientId> law, Set<ClientId> urgent, Set<ClientId> late, List<QuietLine> quiet) {

        Rank rank(PlannedVisit it) {
            return law.contains(it.clientId()) ? Rank.LAW
                    : urgent.contains(it.clientId()) || it.urgent() || it.level() == AcuityLevel.HIGH || it.level() == AcuityLevel.CRISIS ? Rank.URGENT
                    : late.contains(it.clientId()) ? Rank.OVERDUE : Rank.PLANNED;
        }
    }

    /** Of one's own day all of it; of a colleague's what the radar and their clients' records say. */
    Weights of(List<AccountId> who, LocalDate until) {
        var me = Actor.current();
        var law = new HashSet<ClientId>();
        var urgent = new HashSet<ClientId>();
        if (who.contains(me.account())) {
            for (var need : days.standing()) {
                if (need.client() != null && (need.due().on() == null || !need.due().on().isAfter(until))) {
                    if (need.ground().lane() == Ground.Lane.MUST) {
                        law.add(need.client());
                    } else if (need.urgent()) {
                        urgent.add(need.client());
                    }
                }
            }
        }
        var quiet = new ArrayList<QuietLine>();
        who.forEach(it -> quiet.addAll(radar.show(it).lines()));
        var late = new HashSet<ClientId>();
        quiet.stream().filter(it -> it.past(until, me.zone()) > 0).forEach(it -> late.add(it.clientId()));
        return new Weights(law, urgent, late, quiet.stream().filter(it -> it.past(until, me.zone()) >= 0).toList());
    }
}
