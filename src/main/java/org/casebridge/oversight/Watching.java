package org.casebridge.oversight;

import java.time.Clock;
import java.time.Duration;
import org.casebridge.access.Actor;
import org.casebridge.data.Beat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps watch each minute, as long as the server runs; on several servers, one of them at a time. */
@Configuration(proxyBeanMethods = false)
class Watching {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofDays(1);
    /** Longer than from one watch to the next, for rows whose transactions ended late. */
    private static final Duration BACK = Duration.ofMinutes(10);

    private volatile Duration back = FIRST;

    @Bean
    Beat watchOverWhoLooked(Watch watch, Clock clock) {
        return new Beat("The watch over who looked", EVERY, () -> {
            Actor.machine().run(() -> watch.look(clock.instant().minus(back)));
            back = BACK;
        });
    }
}
