package org.casebridge.careplans;

import java.util.List;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** Goals of the plan in force that nobody has said the end of when the case closes. */
@Component
class OpenGoals implements OpenWork {

    private final GoalStore goals;

    OpenGoals(GoalStore goals) {
        this.goals = goals;
    }

    @Override
    public List<Item> of(ClientId client) {
        return goals.lines(client).stream().map(it -> new Item(Sentence.of("Goal: {words}", it.words()),
                it.targetOn() == null ? Sentence.of("In the plan in force") : Sentence.of("In the plan in force, to be reached by {day}", it.targetOn()),
                "/clients/" + client.text() + "/plan")).toList();
    }
}
