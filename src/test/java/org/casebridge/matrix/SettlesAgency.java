package org.casebridge.matrix;

import java.util.EnumSet;
import org.casebridge.Town;
import org.casebridge.kernel.FederalHoliday;
import org.casebridge.planner.TravelRule;
import org.casebridge.planner.TravelRules;
import org.casebridge.tasks.Formula;
import org.casebridge.tasks.Formulas;
import org.casebridge.tasks.SetFormula;
import org.casebridge.workforce.SetWorkTime;
import org.casebridge.workforce.WorkCalendar;
import org.casebridge.workforce.WorkTime;
import org.casebridge.workload.SetWeights;
import org.casebridge.workload.WeightFormula;
import org.casebridge.workload.WeightRules;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After somebody filled in every form of the house, the agency of the town goes by what stands in the program again, as other tests expect. */
final class SettlesAgency implements AfterAllCallback {

    private static final String WHY = "As it stands in the program";

    @Override
    public void afterAll(ExtensionContext context) {
        var house = SpringExtension.getApplicationContext(context);
        var town = house.getBean(Town.class);
        town.vera().run(() -> {
            points(house.getBean(Formulas.class));
            weights(house.getBean(WeightRules.class));
            ways(house);
        });
        town.adam().run(() -> hours(house.getBean(WorkCalendar.class)));
    }

    private static void points(Formulas formulas) {
        var it = Formula.FIRST;
        formulas.set(new SetFormula(it.safety(), it.law(), it.promise(), it.waiting(), it.rhythm(), it.own(), it.urgent(), it.late(), it.lateDay(), it.lateMost(), it.today(), it.nearer(), it.risk(), WHY,
                formulas.current().version()));
    }

    private static void weights(WeightRules rules) {
        var it = SetWeights.of(WeightFormula.FIRST, Town.today());
        rules.set(new SetWeights(Town.today(), it.base(), it.moderate(), it.high(), it.crisis(), it.clock(), it.clockMost(), it.interpreter(), it.km(), it.travelMost(), it.fresh(), it.freshDays(), it.closing(),
                it.closingDays(), it.member(), it.memberMost(), null, WHY, rules.newest().version()));
    }

    private static void ways(ApplicationContext house) {
        var rules = house.getBean(TravelRules.class);
        var it = TravelRule.USUAL;
        rules.set(new TravelRule(it.kmPerHour(), it.detourPercent(), it.unknownMinutes(), it.pauseMinutes(), it.pauseFrom(), it.pauseUntil(), it.latitude(), it.longitude(), rules.current().version()));
    }

    private static void hours(WorkCalendar work) {
        work.keep(EnumSet.allOf(FederalHoliday.class));
        work.setAgency(SetWorkTime.of(WorkTime.USUAL));
        work.coming().stream().filter(it -> it.holiday() == null).forEach(it -> work.open(it.day()));
    }
}
