package org.casebridge.assessments;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Assessments that wait for a supervisor's look, on theirs; those that were returned, on the day of whoever completed them. */
@Component
class ApprovalNeeds implements NeedSource {

    /** A supervisor looks within so many days: late enough to be reasonable, early enough that the worker still remembers the talk. */
    private static final int DAYS = 3;

    private final TeamStore store;
    private final Instruments instruments;

    ApprovalNeeds(TeamStore store, Instruments instruments) {
        this.store = store;
        this.instruments = instruments;
    }

    /** What there is to approve is asked of whoever supervises, and for them by whoever stands in. */
    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var me = Actor.current();
        Supplier<List<TeamStore.Looked>> toApprove = me.role() == Role.SUPERVISOR || !mine.worker().equals(me.account()) ? store.toApprove(questions, mine.worker()) : List::of;
        var returned = store.returned(questions, mine.worker());
        return () -> Stream.concat(
                toApprove.get().stream().map(it -> need(it, Sentence.of("Approve: {instrument}", title(it)), Sentence.of("completed by {name} on {day}", it.name(), day(it, me.zone())),
                        Sentence.of("Look at it"), me.zone())),
                returned.get().stream().map(it -> need(it, Sentence.of("Put right: {instrument}", title(it)), Sentence.of("returned by {name}: {words}", it.name(), it.words()),
                        Sentence.of("Put it right"), me.zone()))).toList();
    }

    private static Need need(TeamStore.Looked it, Sentence what, Sentence why, Sentence action, ZoneId zone) {
        return new Need(it.assessment().clientId(), it.client(), what, why, day(it, zone).plusDays(DAYS), action, it.assessment().path()).by(Ground.WAITING);
    }

    private static java.time.LocalDate day(TeamStore.Looked it, ZoneId zone) {
        return java.time.LocalDate.ofInstant(it.assessment().completedAt(), zone);
    }

    private Sentence title(TeamStore.Looked it) {
        return Telling.titled(instruments.get(it.assessment().instrument()));
    }
}
