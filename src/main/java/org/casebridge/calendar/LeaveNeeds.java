package org.casebridge.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.Coverages;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Due;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.WorkCalendar;
import org.springframework.stereotype.Component;

/** Whoever is away soon and carries cases has somebody who stands in, from the first day to the last. */
@Component
class LeaveNeeds implements NeedSource {

    private static final int DAYS_BEFORE = 14;

    private final WorkCalendar work;
    private final Coverages coverages;

    LeaveNeeds(WorkCalendar work, Coverages coverages) {
        this.work = work;
        this.coverages = coverages;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        if (mine.cases().isEmpty() || !mine.worker().equals(Actor.current().account()) || !Actor.current().may(Permission.NAME_STAND_INS)) {
            return List::of;
        }
        var leaves = work.leaves(questions, mine.worker(), mine.today(), mine.today().plusDays(DAYS_BEFORE));
        return () -> leaves.get().stream().filter(it -> !covered(it, mine.today()))
                .map(it -> new Need(null, null, Sentence.of("Name who stands in for you"), Sentence.of("you are away from {from} to {through} and carry {count, plural, one {one person} other {# people}}",
                        it.fromOn(), it.throughOn(), mine.clients().size()), new Due(it.fromOn(), null), false, Sentence.of("Name somebody"),
                        "/coverage?from=" + it.fromOn() + "&until=" + it.throughOn(), Ground.WAITING, null)).toList();
    }

    /** On each day that is still to come. */
    private boolean covered(Leave leave, LocalDate today) {
        var own = coverages.all().stream().filter(it -> it.absent().equals(leave.worker())).toList();
        return (leave.fromOn().isBefore(today) ? today : leave.fromOn()).datesUntil(leave.throughOn().plusDays(1))
                .allMatch(day -> own.stream().anyMatch(it -> !day.isBefore(it.fromOn()) && !day.isAfter(it.untilOn())));
    }
}
