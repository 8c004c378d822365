package org.casebridge.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a data folder, told between processes. The operating system drops the locks of a process that dies, however
 * it dies, so none is ever stale. Within one process there is one of these for a folder ({@link EmbeddedDatabase} sees to it).
 */
final class FolderLock implements Closeable {

    private static final long TURN = 0;
    private static final long USE = 1;
    private static final long SERVE = 2;

    private final FileChannel file;
    private @Nullable FileLock turn;
    private @Nullable FileLock use;
    private @Nullable FileLock serve;

    FolderLock(Path folder) throws IOException {
        file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits until no other process starts, joins or stops the database. */
    void takeTurn() throws IOException {
        turn = file.lock(TURN, 1, false);
    }

    void endTurn() throws IOException {
        turn = release(turn);
    }

    void use() throws IOException {
        use = file.lock(USE, 1, true);
    }

    /** False when another process is the server of this folder. */
    boolean serve() throws IOException {
        if (serve == null) {
            serve = file.tryLock(SERVE, 1, false);
        }
        return serve != null;
    }

    void stopServing() throws IOException {
        serve = release(serve);
    }

    /** Stops using the folder; true when nobody else uses it either. Ask only in one's turn. */
    boolean leaveLast() throws IOException {
        stopServing();
        use = release(use);
        try (var alone = file.tryLock(USE, 1, false)) {
            return alone != null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static @Nullable FileLock release(@Nullable FileLock lock) throws IOException {
        if (lock != null) {
            lock.release();
        }
        return null;
    }
}
