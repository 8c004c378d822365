package org.casebridge.advocacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** Issues that wait for a result when the case closes. */
@Component
class OpenIssues implements OpenWork {

    private final IssueStore issues;
    private final Clock clock;

    OpenIssues(IssueStore issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    @Override
    public List<Item> of(ClientId client) {
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        return issues.of(client).stream().filter(it -> it.result() == null)
                .map(it -> new Item(Sentence.of("{about}: answer of {agency}", it.about(), it.name()), it.why(today), it.path())).toList();
    }
}
