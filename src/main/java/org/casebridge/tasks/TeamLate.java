package org.casebridge.tasks;

import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;

/** The people of a whole agency whose contact is late: how many, and the first of them, the most late on top. */
public record TeamLate(int people, List<Line> first) {

    public static final TeamLate NOBODY = new TeamLate(0, List.of());

    /** One of them, the worker who carries the case, and why they stand here. */
    public record Line(ClientId client, String name, String worker, Due due, Sentence why) {}
}
