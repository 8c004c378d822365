package org.casebridge.tasks;

import java.time.LocalTime;
import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TasksExamples {

    @Bean
    Town.Example task(Town town, Tasks tasks) {
        return new Town.Example("task", client -> town.as(town.rosa(), () -> tasks.add(client,
                new TaskWords("Call the landlord", "", null, null, town.rosa().account(), Task.Priority.NORMAL))).text());
    }

    @Bean
    Town.Example appointment(Town town, Appointments appointments) {
        return new Town.Example("appointment", client -> town.as(town.rosa(), () -> appointments.add(client,
                "Home visit", Town.today().plusDays(3), LocalTime.NOON, 45, "Jerry", "14 Alder St.")).text());
    }

    @Bean
    Town.Example absence(Town town, org.casebridge.caseload.Coverages coverages) {
        return new Town.Example("absence", () -> {
            var away = town.account(org.casebridge.access.Role.CASE_MANAGER, "Away Example");
            var standIn = town.account(org.casebridge.access.Role.CASE_MANAGER, "Stands In Example");
            return town.as(town.vera(), () -> {
                coverages.name(new org.casebridge.caseload.NameStandIn(away.account(), standIn.account(), Town.today(), Town.today().plusDays(2)));
                return coverages.all().stream().filter(it -> it.absent().equals(away.account())).findFirst().orElseThrow().id().toString();
            });
        });
    }
}
