package org.casebridge.console;

import java.io.PrintWriter;
import java.time.Duration;

/** One line that tells how far long work has come, on a terminal only. */
public final class Progress implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(200).toNanos();
    private static final String START_OF_LINE = "\r\033[K";

    private final String doing;
    private final PrintWriter terminal;
    private final boolean shown;
    private long last = System.nanoTime() - PAUSE;

    Progress(String doing, PrintWriter terminal, boolean shown) {
        this.doing = doing;
        this.terminal = terminal;
        this.shown = shown;
    }

    /** So many done, of nobody knows how many. */
    public void at(long done) {
        show("%s: %,d".formatted(doing, done));
    }

    public void at(long done, long of) {
        show("%s: %,d of %,d".formatted(doing, done, of));
    }

    @Override
    public void close() {
        if (shown) {
            terminal.print(START_OF_LINE);
            terminal.flush();
        }
    }

    private synchronized void show(String line) {
        if (shown && System.nanoTime() - last >= PAUSE) {
            last = System.nanoTime();
            terminal.print(START_OF_LINE + line);
            terminal.flush();
        }
    }
}
