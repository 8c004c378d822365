package org.casebridge.tasks;

import java.time.LocalDate;
import org.casebridge.access.AgencyId;

/** Who of an agency's people went quiet, for whoever watches over its team. Asked each time their My day is shown, so: one query, that names the agency. */
public interface TeamSource {

    /** All are counted, at most so many are named. */
    TeamLate late(AgencyId agency, LocalDate today, int most);
}
