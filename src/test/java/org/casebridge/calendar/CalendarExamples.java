package org.casebridge.calendar;

import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.kernel.Id;
import org.casebridge.workforce.AddLeave;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.WorkCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarExamples {

    @Bean
    Town.Example leave(Town town, WorkCalendar work) {
        return new Town.Example("leave", () -> town.as(town.account(Role.CASE_MANAGER, "Away Example"),
                () -> work.addLeave(new AddLeave(Town.today().plusDays(1), Town.today().plusDays(2), Leave.Kind.OTHER))).id().toString());
    }

    @Bean
    Town.Example feed(Town town, Feeds feeds) {
        return new Town.Example("feed", () -> town.as(town.account(Role.CASE_MANAGER, "Feed Example"), () -> feeds.make(Feed.Tells.BUSY)));
    }

    @Bean
    Town.Example file() {
        return new Town.Example("file", () -> Id.fresh().toString());
    }

    @Bean
    Town.Example day() {
        return new Town.Example("day", () -> Town.today().plusDays(400).toString());
    }
}
