package org.casebridge.advocacy;

import static org.casebridge.web.Say.say;

import java.util.List;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Shareable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one stood up for, as it can be shared. */
@Configuration(proxyBeanMethods = false)
class IssuesShared {

    @Bean
    Shareable sharedIssues(Issues issues) {
        return Shareable.of(Part.ISSUES, client -> issues.of(client).stream().map(it -> Piece.of(Part.ISSUES, it.id().value(), it.askedOn(), it.name() + ": " + it.about(),
                List.of(it.result() == null ? say("Open") : say(it.result())))).toList());
    }
}
