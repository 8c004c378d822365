package org.casebridge.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.util.FileSystemUtils;

/**
 * Gives the tests an empty PostgreSQL of their own in {@code target/test-database}, one for the whole run, opened by the same code
 * as everybody's, whatever the shell that runs them has set.
 */
public class TestDatabase implements LauncherSessionListener {

    private static final Path FOLDER = Path.of("target", "test-database");
    private static boolean prepared;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (prepared) {
            return;
        }
        prepared = true;
        System.setProperty("casebridge.data", FOLDER.toString());
        System.setProperty("casebridge.db.url", "");
        System.setProperty("casebridge.db.durable", "false");
        try {
            empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void empty() throws IOException {
        Files.createDirectories(FOLDER);
        var folder = FOLDER.toRealPath();
        try (var lock = new FolderLock(folder)) {
            lock.takeTurn();
            if (!lock.leaveLast()) {
                throw new IllegalStateException("Another test run uses " + folder);
            }
            new Cluster(folder, PostgresPrograms.in(folder)).stop();
            FileSystemUtils.deleteRecursively(folder.resolve("postgres"));
            FileSystemUtils.deleteRecursively(folder.resolve("audit"));
        }
    }
}
