package org.casebridge.caseload;

import java.time.Duration;
import org.casebridge.access.Actor;
import org.casebridge.data.Beat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets a coverage begin on its day, asked each minute as long as the server runs. Its end needs nobody: it stands in the reach. */
@Component
class CoverageBeat implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(CoverageBeat.class);

    private final Coverages coverages;
    private volatile @Nullable Beat beat;

    CoverageBeat(Coverages coverages) {
        this.coverages = coverages;
    }

    @Override
    public void start() {
        beat = new Beat("coverage", EVERY, this::begin);
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

    private void begin() {
        try {
            Actor.machine().run(coverages::begin);
        } catch (RuntimeException failure) {
            LOG.error("Coverages that begin today could not begin: {}", failure.getMessage(), failure);
        }
    }
}
