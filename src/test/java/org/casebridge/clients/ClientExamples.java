package org.casebridge.clients;

import java.util.List;
import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClientExamples {

    @Bean
    Town.Example support(Town town, Supports supports) {
        return new Town.Example("support", client -> town.as(town.rosa(), () -> supports.add(new Support(SupportId.next(), client, "Example Friend", Support.Relation.FRIEND,
                List.of(Support.Role.EMERGENCY), List.of(), "", "", "", null, null, "", null, 0)).text()));
    }
}
