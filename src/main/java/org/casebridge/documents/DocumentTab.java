package org.casebridge.documents;

import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of a client's documents. */
@Configuration(proxyBeanMethods = false)
class DocumentTab {

    @Bean
    ClientTab documentsTab() {
        return new ClientTab(65, "/documents", "Documents", Permission.SEE_DOCUMENTS);
    }
}
