package org.casebridge.planner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.casebridge.access.AccountId;
import org.springframework.stereotype.Component;

/** When a worker works on a day: from eight to five on weekdays. */
@Component
class UsualHours {

    /** A time of work on the agency's clock. */
    record Hours(LocalTime from, LocalTime until) {}

    List<Hours> of(AccountId worker, LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? List.of() : List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(17, 0)));
    }
}
