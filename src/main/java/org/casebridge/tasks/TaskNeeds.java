package org.casebridge.tasks;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** The worker's open tasks on My day. */
@Component
class TaskNeeds implements NeedSource {

    private final Tasks tasks;

    TaskNeeds(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var due = tasks.due(questions, mine.worker(), mine.until());
        return () -> due.get().stream()
                .map(it -> new Need(it.clientId(), it.client(), it.what(), it.why(), it.due(), it.priority() == Task.Priority.URGENT, Sentence.of("Open task"), it.path())
                        .by(it.rule() != null ? Ground.RHYTHM : it.addedBy().equals(it.owner()) ? Ground.OWN : Ground.WAITING))
                .toList();
    }
}
