package org.casebridge.intake;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Requests that wait for an answer, and wait lists to be looked at again: those one took oneself, and for an intake worker those of everybody. */
@Component
class IntakeNeeds implements NeedSource {

    private final IntakeStore store;

    IntakeNeeds(IntakeStore store) {
        this.store = store;
    }

    /** The queue of an intake worker is two questions after each other, so it is asked alone. */
    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        Supplier<List<IntakeLine>> lines = Actor.current().role() == Role.INTAKE
                ? () -> Stream.of(Intake.Status.WAITING, Intake.Status.WAIT_LISTED).flatMap(it -> store.open(it, 100).first().stream()).toList()
                : store.openTakenBy(questions, mine.worker());
        return () -> lines.get().stream().filter(it -> !it.due().isAfter(mine.until())).map(it -> new Need(it.clientId(), it.client(),
                it.intake().status() == Intake.Status.WAITING
                        ? Sentence.of("Request for help not answered yet: {needs}", it.needs())
                        : Sentence.of("Wait list: look at it again"),
                it.why(), it.due(), Sentence.of("Decide"), it.path()).by(Ground.PROMISE)).toList();
    }
}
