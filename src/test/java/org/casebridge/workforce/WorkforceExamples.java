package org.casebridge.workforce;

import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkforceExamples {

    @Bean
    Town.Example worker(Town town) {
        return new Town.Example("worker", () -> town.rosa().account().text());
    }

    @Bean
    Town.Example credential(Town town, Workers workers) {
        return new Town.Example("credential", () -> town.as(town.adam(), () -> workers.add(town.rosa().account(),
                new AddCredential(Credential.Kind.CCM, "", "00417", "national", null))).text());
    }
}
