package org.casebridge.tasks;

import java.util.List;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.springframework.stereotype.Component;

/** Tasks that nobody has settled when the case closes. */
@Component
class OpenTasks implements OpenWork {

    private final Tasks tasks;

    OpenTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Item> of(ClientId client) {
        return tasks.of(client).stream().filter(it -> it.status() == Task.Status.OPEN).map(it -> new Item(it.what(), it.why(), it.path())).toList();
    }
}
