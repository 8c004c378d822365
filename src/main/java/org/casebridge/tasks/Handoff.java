package org.casebridge.tasks;

import java.time.LocalDateTime;
import java.util.List;
import org.casebridge.caseload.Coverage;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.SafeContact;

/** What somebody who stands in must know: each person of the colleague's, how to reach them safely and what must not be done, what waits and by when, and whom they were to meet meanwhile. */
public record Handoff(Coverage coverage, LocalDateTime now, List<Person> people, List<AppointmentLine> appointments) {

    /** Those for whom most waits come first; {@code waits} is in the order of My day. */
    public record Person(ClientId client, String name, String program, SafeContact contact, List<Ranked> waits) {

        int points() {
            return waits.stream().mapToInt(Ranked::points).max().orElse(0);
        }
    }
}
