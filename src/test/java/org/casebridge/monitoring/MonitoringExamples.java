package org.casebridge.monitoring;

import java.time.Instant;
import java.util.List;
import org.casebridge.Town;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MonitoringExamples {

    @Bean
    Town.Example contact(Town town, Monitoring monitoring) {
        return new Town.Example("contact", client -> town.as(town.rosa(), () -> monitoring.record(client, new Contact.Said(Instant.now(), Mode.PHONE,
                Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", 12, Contact.Outcome.REACHED), "The landlord gives 30 days.", false, List.of(), null)).id().text());
    }
}
