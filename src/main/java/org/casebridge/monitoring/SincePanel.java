package org.casebridge.monitoring;

import casebridge.pages.Templates;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.StoryPanel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The card "since you last looked" beside the story. */
@Configuration(proxyBeanMethods = false)
class SincePanel {

    @Bean
    @Order(5)
    StoryPanel sinceYouLooked(SinceLooked looks, Templates pages) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.SEE_CONTACTS)) {
                return StoryPanel.NONE;
            }
            var last = looks.last(questions, client);
            return () -> {
                var lines = looks.since(client, last.get());
                return lines.isEmpty() ? Optional.empty() : Optional.of(pages.monitoringSince(client, lines, last.get()));
            };
        };
    }
}
