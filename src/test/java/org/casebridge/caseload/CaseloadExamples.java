package org.casebridge.caseload;

import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseloadExamples {

    @Bean
    Town.Example client(Town town) {
        return new Town.Example("client", () -> town.openCase("Example Person").clientId().text());
    }
}
