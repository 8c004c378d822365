package org.casebridge.caseload;

import java.time.Duration;
import org.casebridge.access.Actor;
import org.casebridge.data.Beat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a coverage begin on its day, asked each minute as long as the server runs. Its end needs nobody: it stands in the reach. */
@Configuration(proxyBeanMethods = false)
class CoverageBeat {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    Beat coveragesBegin(Coverages coverages) {
        return new Beat("Letting coverages begin", EVERY, () -> Actor.machine().run(coverages::begin));
    }
}
