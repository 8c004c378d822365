package org.casebridge.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.Radar;
import org.casebridge.workload.AddToAgenda;
import org.casebridge.workload.Decide;
import org.casebridge.workload.Meeting;
import org.casebridge.workload.SetHours;
import org.casebridge.workload.SetWeights;
import org.casebridge.workload.Supervision;
import org.casebridge.workload.WeightRules;
import org.springframework.stereotype.Component;

/** The minutes of a point as the supervisor set them, a worker with half a week, an acuity, and the agenda of the next talk with a decision. */
@Component
class DemoWeights {

    private final DemoWays ways;
    private final WeightRules rules;
    private final Supervision supervision;
    private final Radar radar;

    DemoWeights(DemoWays ways, WeightRules rules, Supervision supervision, Radar radar) {
        this.ways = ways;
        this.rules = rules;
        this.supervision = supervision;
        this.radar = radar;
    }

    void write(LocalDate today) {
        var rosa = ways.who("manager");
        var open = rosa.act(() -> ways.cases().openOf(rosa.account()));
        if (!open.isEmpty()) {
            rosa.run(() -> radar.judge(open.getFirst().clientId(), AcuityLevel.HIGH, "Came home from hospital, and lives alone"));
        }
        var vera = ways.who("supervisor");
        vera.run(() -> {
            var it = rules.newest();
            rules.set(new SetWeights(today, it.base(), it.moderate(), it.high(), it.crisis(), it.clock(), it.clockMost(), it.interpreter(), it.km(), it.travelMost(), it.fresh(), it.freshDays(), it.closing(), it.closingDays(),
                    it.member(), it.memberMost(), BigDecimal.valueOf(12), "The team wrote down two weeks of its work", it.version()));
            var sam = ways.who("sam").account();
            rules.set(sam, new SetHours(BigDecimal.valueOf(20), BigDecimal.valueOf(4), null, null, "Half a week, and the duty at the door", rules.hours(sam).version()));
            supervision.compile(rosa.account());
            var talk = supervision.talks(rosa.account()).getFirst();
            supervision.add(rosa.account(), new AddToAgenda(talk.id(), "The training in January"));
            var about = talk.items().stream().filter(one -> one.clientId() != null).map(Meeting.Item::id).findFirst().orElse(null);
            supervision.decide(rosa.account(), new Decide(talk.id(), about, "Visit together, and agree how they want to be reached", about != null, about == null ? null : today.plusDays(7)));
        });
    }
}
