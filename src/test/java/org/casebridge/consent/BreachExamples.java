package org.casebridge.consent;

import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BreachExamples {

    @Bean
    Town.Example breach(Town town, Breaches breaches) {
        return new Town.Example("breach", _ -> town.as(town.priya(), () -> breaches.register(new BreachForms.RegisterBreach("An example", null, ConsentExamples.TODAY, null, "x"))).text());
    }
}
