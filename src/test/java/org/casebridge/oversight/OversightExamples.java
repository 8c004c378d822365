package org.casebridge.oversight;

import java.time.Instant;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OversightExamples {

    @Bean
    Town.Example alert(AlertStore store, Town town, org.springframework.transaction.support.TransactionTemplate transaction) {
        return new Town.Example("alert", () -> {
            var alert = Alert.about(Alert.Kind.MANY, town.account(org.casebridge.access.Role.CASE_MANAGER, "Busy Bee").account(), null, Town.today(), 90, 12, Instant.now());
            Actor.machine().run(() -> transaction.executeWithoutResult(_ -> store.raise(alert)));
            return alert.id().text();
        });
    }
}
