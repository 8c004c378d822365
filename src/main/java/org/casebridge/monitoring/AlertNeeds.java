package org.casebridge.monitoring;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Due;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Urgent alerts about one's people that others raised: to be read on the day they are raised. They go when one says on the client's page that one has read what is new, or with the alert. */
@Component
class AlertNeeds implements NeedSource {

    private final Marks marks;

    AlertNeeds(Marks marks) {
        this.marks = marks;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var zone = Actor.current().zone();
        var unread = marks.unread(questions, mine.clients());
        return () -> unread.get().stream().map(it -> new Need(it.clientId(), it.client(), Sentence.of("Urgent alert"), Sentence.of("{words} · {about} · by {name}", it.words(), it.about(), it.raisedByName()),
                new Due(it.raisedAt().atZone(zone).toLocalDate(), null), true, Sentence.of("Read the alert"), "/clients/" + it.clientId().text()).by(ground(it.about()))).toList();
    }

    private static Ground ground(Mark.About about) {
        return about == Mark.About.SAFETY_OF_CLIENT || about == Mark.About.SAFETY_OF_STAFF ? Ground.SAFETY : Ground.WAITING;
    }
}
