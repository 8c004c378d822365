package org.casebridge.questionnaires.fhirpath;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work in a thread that can be given up. Should one hang in spite of its leash, it keeps no request waiting; should many, no new one is begun. */
public final class Patience {

    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final long STACK = 1 << 20;
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(0, 32, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
        var thread = new Thread(null, work, "questionnaire expressions", STACK);
        thread.setDaemon(true);
        return thread;
    });

    private Patience() {}

    public static final class RanOut extends Exception {

        RanOut() {
            super("ran out of patience", null, false, false);
        }
    }

    public static <T> T within(Callable<T> work) throws RanOut {
        try {
            var promised = THREADS.submit(work);
            try {
                return promised.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                promised.cancel(true);
                throw new RanOut();
            }
        } catch (RejectedExecutionException busy) {
            throw new RanOut();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RanOut();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(failed.getCause());
        }
    }
}
