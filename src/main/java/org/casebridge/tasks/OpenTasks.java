package org.casebridge.tasks;

import java.util.List;
import org.casebridge.caseload.CaseEvent;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tasks when a case changes: those nobody has settled are shown when it closes, and follow it to its new worker. */
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

    /** Nobody keeps open work on a case they handed over. */
    @EventListener
    void follow(CaseEvent.Assigned assigned) {
        tasks.handOver(assigned.clientId(), assigned.from(), assigned.to());
    }
}
