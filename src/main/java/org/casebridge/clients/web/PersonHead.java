package org.casebridge.clients.web;

import java.util.List;
import org.casebridge.access.Permission;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.casebridge.clients.Households;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonHead {

    @Bean
    ClientTab personTab() {
        return new ClientTab(10, "/person", "Person", Permission.SEE_CLIENTS);
    }

    @Bean
    HeadNote householdNote(Households households) {
        return (client, questions) -> {
            var known = households.size(questions, client);
            return () -> {
                int size = known.get();
                return size < 2 ? HeadNote.Said.NOTHING : HeadNote.Said.chips(List.of(Chip.of("people", "Household of {size}", size)));
            };
        };
    }
}
