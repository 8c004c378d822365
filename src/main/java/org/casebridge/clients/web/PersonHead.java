package org.casebridge.clients.web;

import java.util.List;
import org.casebridge.access.Permission;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientId;
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
        return new HeadNote() {
            @Override
            public List<Chip> chips(ClientId client) {
                int size = households.size(client);
                return size < 2 ? List.of() : List.of(Chip.of("people", "Household of {size}", size));
            }
        };
    }
}
