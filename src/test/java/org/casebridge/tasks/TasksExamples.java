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
}
