package org.casebridge.interop.sources;

import casebridge.pages.Templates;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.StoryPanel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** On the client page: that their source says something else than was written here. */
@Configuration(proxyBeanMethods = false)
class DifferencesPanel {

    @Bean
    @Order(90)
    StoryPanel sourceDiffers(SourceRecords sources, Templates pages) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.CHANGE_CLIENTS)) {
                return StoryPanel.NONE;
            }
            var waiting = sources.waiting(questions, client);
            return () -> waiting.get() == 0 ? Optional.empty() : Optional.of(pages.interopPanel(client, waiting.get()));
        };
    }
}
