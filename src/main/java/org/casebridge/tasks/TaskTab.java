package org.casebridge.tasks;

import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the tasks about a client stand on their page. */
@Configuration(proxyBeanMethods = false)
class TaskTab {

    @Bean
    ClientTab tasksTab() {
        return new ClientTab(70, "/tasks", "Tasks", Permission.SEE_TASKS);
    }
}
