package org.casebridge.tasks;

import java.util.List;
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
    public List<Need> of(Mine mine) {
        return tasks.due(mine.worker(), mine.until()).stream()
                .map(it -> new Need(it.clientId(), it.client(), it.what(), it.why(), it.due(), it.priority() == Task.Priority.URGENT,
                        Sentence.of("Open task"), it.path()))
                .toList();
    }
}
