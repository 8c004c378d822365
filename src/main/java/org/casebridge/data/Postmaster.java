package org.casebridge.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What a cluster's postmaster.pid says about the PostgreSQL that runs on it, or ran until it was killed: the number of its process,
 * the folder and the port ("Lock file" in src/include/utils/pidfile.h of PostgreSQL).
 */
record Postmaster(Path file, long pid, int port) {

    /** Larger than any process number that Linux (2^22) or macOS (99998) gives away. */
    private static final String NOBODY = "2147483647";

    static Optional<Postmaster> of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        try {
            var lines = Files.readAllLines(file);
            return Optional.of(new Postmaster(file, number(lines, 0), (int) number(lines, 3)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Its process lives, and is a PostgreSQL on this very folder, not a stranger who was given the same number later. */
    boolean runs() {
        return process().flatMap(it -> it.info().commandLine())
                .filter(it -> it.contains("postgres") && it.contains(file.getParent().toString()))
                .isPresent();
    }

    /**
     * When a stranger has the number, PostgreSQL would not start, as it looks only at the number. Taking the number out, and not the
     * file, leaves PostgreSQL its own check that no orphan of the old one still writes.
     */
    void forgetStranger() throws IOException {
        if (process().isPresent() && !runs()) {
            var lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, NOBODY);
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private static long number(java.util.List<String> lines, int index) {
        try {
            return index < lines.size() ? Long.parseLong(lines.get(index).strip()) : 0;
        } catch (NumberFormatException halfWritten) {
            return 0;
        }
    }
}
