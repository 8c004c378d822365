package org.casebridge.tasks;

import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;

/** The people of a team whose contact is late: how many, the first of them, the most late on top, and of how many workers nobody was asked because they are too many for one team. */
public record TeamLate(int people, List<Line> first, int leftOut) {

    public static final TeamLate NOBODY = new TeamLate(0, List.of(), 0);

    /** One of them, the worker who carries the case, and why they stand here. */
    public record Line(ClientId client, String name, String worker, Due due, Sentence why) {}
}
