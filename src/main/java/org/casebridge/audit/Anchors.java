package org.casebridge.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.casebridge.audit.proof.Seal;

/** The file outside the database to which each seal is appended, a line each, written through to the disk. It is never read but for its last line, and never changed. */
public final class Anchors {

    private final Path file;
    private Optional<Seal> last;

    /** Makes the file, readable by its owner only, unless it is there. */
    public Anchors(Path file) {
        this.file = file;
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            last = end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path file() {
        return file;
    }

    /** The seal that was anchored last. */
    public synchronized Optional<Seal> last() {
        return last;
    }

    public synchronized void append(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            last = Optional.of(Seal.read(lines.getLast()));
        } catch (IOException failure) {
            throw new UncheckedIOException("The seal cannot be anchored in " + file, failure);
        }
    }

    /** The last whole line; half a line, which a power cut may leave, is cut off, as its seal is still in the database. */
    private Optional<Seal> end() throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            long whole = lineEnd(access, access.length());
            if (whole < access.length()) {
                access.setLength(whole);
            }
            if (whole == 0) {
                return Optional.empty();
            }
            long start = lineEnd(access, whole - 1);
            var line = new byte[(int) (whole - 1 - start)];
            access.seek(start);
            access.readFully(line);
            return Optional.of(Seal.read(new String(line, StandardCharsets.UTF_8)));
        }
    }

    /** Just behind the last line break before the position. */
    private static long lineEnd(RandomAccessFile access, long before) throws IOException {
        var block = new byte[8192];
        for (long at = before; at > 0; at = Math.max(0, at - block.length)) {
            long from = Math.max(0, at - block.length);
            int length = (int) (at - from);
            access.seek(from);
            access.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }
}
