package org.casebridge.workload;

import java.util.UUID;
import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkloadExamples {

    /** Nobody but its owner finds a check-in: to all others each key is unknown. */
    @Bean
    Town.Example checkIn() {
        return new Town.Example("checkIn", _ -> UUID.randomUUID().toString());
    }

    /** As with a check-in, for all but the two whose talk it is. */
    @Bean
    Town.Example agendaItem() {
        return new Town.Example("agendaItem", _ -> UUID.randomUUID().toString());
    }
}
