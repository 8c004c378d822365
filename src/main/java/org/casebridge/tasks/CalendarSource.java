package org.casebridge.tasks;

import java.time.Instant;
import java.util.List;
import org.casebridge.access.AccountId;

/** Something that takes times of a worker's day: offered as a bean by the module that knows it. */
public interface CalendarSource {

    /** What meets that time, in any order; of clients whom the acting person reaches. */
    List<CalendarEntry> of(AccountId worker, Instant from, Instant until);
}
