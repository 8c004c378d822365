package org.casebridge.calendar.web;

import static org.casebridge.access.Permission.SEE_MY_DAY;

import casebridge.pages.Templates;
import java.time.LocalDate;
import org.casebridge.access.Requires;
import org.casebridge.calendar.Calendars;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own calendar: a day, a week, or four weeks as a list. */
@Controller
class CalendarController {

    private final Calendars calendars;
    private final Templates pages;

    CalendarController(Calendars calendars, Templates pages) {
        this.calendars = calendars;
        this.pages = pages;
    }

    /** A day far away is shown too; nothing is planned there. */
    @GetMapping("/calendar")
    @Requires(SEE_MY_DAY)
    View show(@RequestParam(defaultValue = "WEEK") Calendars.Shows shows, @RequestParam(required = false) @Nullable LocalDate on) {
        var today = calendars.today();
        var day = on == null || on.isBefore(today.minusYears(10)) || on.isAfter(today.plusYears(10)) ? today : on;
        var days = calendars.own(shows.first(day), shows.last(day));
        Here.shows(Calendars.clients(days));
        return Page.of(pages.calendarCalendar(shows, day, today, days));
    }
}
