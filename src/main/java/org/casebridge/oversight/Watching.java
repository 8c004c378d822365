package org.casebridge.oversight;

import java.time.Clock;
import java.time.Duration;
import org.casebridge.access.Actor;
import org.casebridge.data.Beat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps watch each minute, as long as the server runs; on several servers, one of them at a time. */
@Component
class Watching implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofDays(1);
    /** Longer than from one watch to the next, for rows whose transactions ended late. */
    private static final Duration BACK = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Watch watch;
    private final Clock clock;
    private volatile Duration back = FIRST;
    private volatile @Nullable Beat beat;

    Watching(Watch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void start() {
        beat = new Beat("oversight", EVERY, this::look);
    }

    @Override
    public void stop() {
        var stopping = beat;
        if (stopping != null) {
            beat = null;
            stopping.close();
        }
    }

    @Override
    public boolean isRunning() {
        return beat != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void look() {
        try {
            Actor.machine().run(() -> watch.look(clock.instant().minus(back)));
            back = BACK;
        } catch (RuntimeException failure) {
            LOG.error("The watch over who looked failed: {}", failure.getMessage(), failure);
        }
    }
}
