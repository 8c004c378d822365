package org.casebridge.caseload;

import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseloadExamples {

    @Bean
    Town.Example client() {
        return new Town.Example("client", ClientId::text);
    }

    @Bean
    Town.Example caseFile(Town town, CaseFiles cases) {
        return new Town.Example("case", client -> town.as(town.rosa(), () -> cases.openOf(client)).orElseThrow().id().text());
    }

    @Bean
    Town.Example program(Town town) {
        return new Town.Example("program", () -> town.program().text());
    }
}
