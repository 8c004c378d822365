package org.casebridge.advocacy;

import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdvocacyTab {

    @Bean
    ClientTab issuesTab() {
        return new ClientTab(60, "/advocacy", "Advocacy", Permission.SEE_ISSUES);
    }
}
