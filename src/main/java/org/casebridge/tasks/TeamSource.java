package org.casebridge.tasks;

import java.time.LocalDate;
import org.casebridge.access.AgencyId;

/** Who of a team's people went quiet, for whoever watches over it. Asked each time their My day is shown, so: bounded by the team. */
public interface TeamSource {

    /** All are counted, at most so many are named. */
    TeamLate late(AgencyId agency, LocalDate today, int most);
}
