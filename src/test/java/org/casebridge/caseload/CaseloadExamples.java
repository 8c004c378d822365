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

    /** Of its own, as tests of every address may change it. */
    @Bean
    Town.Example program(Town town, Programs programs) {
        return new Town.Example("program", () -> town.rosa().act(() -> programs.add("Example " + java.util.UUID.randomUUID(), 14)).text());
    }
}
