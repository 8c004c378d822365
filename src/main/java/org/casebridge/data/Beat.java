package org.casebridge.data;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does the same work again and again, on a thread of its own, until it is closed. The thread is never interrupted, as that would cut a connection that it uses. */
public final class Beat implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** The first time after {@code every}. The work keeps its failures to itself. */
    public Beat(String name, Duration every, Runnable work) {
        thread = Thread.ofVirtual().name(name).start(() -> {
            while (!waited(every)) {
                work.run();
            }
        });
    }

    /** Waits for work that has begun. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waited(Duration every) {
        try {
            return closed.await(every.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            return true;
        }
    }
}
