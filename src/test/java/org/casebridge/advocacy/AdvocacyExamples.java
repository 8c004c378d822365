package org.casebridge.advocacy;

import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdvocacyExamples {

    @Bean
    Town.Example issue(Town town, Issues issues) {
        return new Town.Example("issue", client -> town.as(town.rosa(), () -> issues.raise(client, new RaiseIssue(
                Issue.Party.INSURER, "Blue Plan", null, null, "rehab stay denied", "Cover the stay", Town.today(), null, "", "", null, 0)).id().text()));
    }
}
