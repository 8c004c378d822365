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
}
