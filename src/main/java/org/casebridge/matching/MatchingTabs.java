package org.casebridge.matching;

import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the client page shows of matching: the services that fit, and the ledger of papers. */
@Configuration(proxyBeanMethods = false)
class MatchingTabs {

    @Bean
    ClientTab matchesTab() {
        return new ClientTab(51, "/matches", "What fits", Permission.SEND_REFERRALS);
    }

    @Bean
    ClientTab papersTab() {
        return new ClientTab(52, "/papers", "Papers", Permission.SEE_DOCUMENTS);
    }
}
