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

    @Bean
    Town.Example visit(Town town, Visits visits) {
        return new Town.Example("visit", client -> town.as(town.rosa(), () -> {
            var soon = java.time.ZonedDateTime.now(Town.ZONE).plusDays(20 + COUNT.getAndIncrement()).withHour(11);
            return visits.plan(client, new Visit.Said(town.rosa().account(), soon.toInstant(), 5, Mode.PHONE, "", "A call"), soon.toLocalDate(), soon.toLocalTime(), Repeats.ONCE, null);
        }).text());
    }

    @Bean
    Town.Example mark(Town town, Marks marks) {
        return new Town.Example("mark", client -> town.as(town.rosa(), () -> marks.raise(client, Mark.Kind.FLAG, Mark.About.OTHER, Mark.Priority.LOW, "A dog", null)).text());
    }

    @Bean
    Town.Example promise(Town town, Promises promises) {
        return new Town.Example("promise", client -> town.as(town.rosa(), () -> promises.make(client, new Promise.Said("I will call", Promise.By.US, "", Town.today().plusDays(3)), null)).text());
    }

    @Bean
    Town.Example incident(Town town, Incidents incidents) {
        return new Town.Example("incident", client -> town.as(town.rosa(), () -> incidents.report(client, Incident.Kind.INJURY, Instant.now().minusSeconds(3600), "", "Fell on the stair", "")).text());
    }

    @Bean
    Town.Example review() {
        return new Town.Example("review", () -> org.casebridge.kernel.Id.fresh().toString());
    }

    private static final java.util.concurrent.atomic.AtomicInteger COUNT = new java.util.concurrent.atomic.AtomicInteger();

    /** A client with a case of this worker's, open for 30 days. */
    static org.casebridge.clients.ClientId openCase(Town town, org.casebridge.access.Actor worker, String name) {
        return town.openCase(worker, name);
    }
}
