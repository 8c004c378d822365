package org.casebridge.data;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does the same work again and again, on a thread of its own, as long as the application runs. What goes wrong is logged, and the next beat tries again.
 * The thread is never interrupted, as that would cut a connection that it uses.
 */
public final class Beat implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private volatile @Nullable Running running;

    private record Running(CountDownLatch stopped, Thread thread) {}

    /** The first time {@code every} after the start. The name stands in the log when it fails. */
    public Beat(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    @Override
    public void start() {
        var stopped = new CountDownLatch(1);
        running = new Running(stopped, Thread.ofVirtual().name(name).start(() -> {
            while (!waited(stopped)) {
                beat();
            }
        }));
    }

    /** Waits for work that has begun. */
    @Override
    public void stop() {
        var stopping = running;
        running = null;
        if (stopping == null) {
            return;
        }
        stopping.stopped.countDown();
        try {
            stopping.thread.join(PATIENCE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Before the web server opens, and after it closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void beat() {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("{} failed, and is tried again: {}", name, failure.getMessage(), failure);
        }
    }

    private boolean waited(CountDownLatch stopped) {
        try {
            return stopped.await(every.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            return true;
        }
    }
}
