package org.casebridge.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.casebridge.audit.proof.Seal;
import org.springframework.util.DigestUtils;

/**
 * The file outside the database to which each seal is appended, a line each, written through to the disk. It is never read but for its last line, and never changed. A server and
 * a command beside it may append to the same file: who holds its lock looks first at what the other wrote.
 */
public final class Anchors {

    private final Path file;
    private Optional<Seal> last = Optional.empty();
    private String print = "";
    private long length = -1;

    /** Makes the file, readable by its owner only, unless it is there. */
    public Anchors(Path file) {
        this.file = file;
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            locked(_ -> {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path file() {
        return file;
    }

    /** The seal that was anchored last, by whomever. */
    public synchronized Optional<Seal> last() {
        try {
            if (Files.size(file) != length) {
                locked(_ -> {});
            }
            return last;
        } catch (IOException failure) {
            throw new UncheckedIOException("The anchor file cannot be read: " + file, failure);
        }
    }

    /** The MD5 of the last line: by it the database is asked whether it still keeps that line. */
    public synchronized String print() {
        return print;
    }

    /** Those of the lines that are not there yet. */
    public synchronized void append(List<String> lines) {
        try {
            locked(channel -> {
                var end = last.map(Seal::number).orElse(0L);
                var fresh = lines.stream().filter(it -> Seal.read(it).number() > end).toList();
                if (!fresh.isEmpty()) {
                    var bytes = ByteBuffer.wrap((String.join("\n", fresh) + "\n").getBytes(StandardCharsets.UTF_8));
                    channel.position(channel.size());
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                    keep(fresh.getLast());
                    length = channel.size();
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("The seal cannot be anchored in " + file, failure);
        }
    }

    private interface Work {
        void with(FileChannel channel) throws IOException;
    }

    /** One process at a time by the file's lock, one thread at a time by the class's. */
    private void locked(Work work) throws IOException {
        synchronized (Anchors.class) {
            try (var access = new RandomAccessFile(file.toFile(), "rw"); var channel = access.getChannel(); var _ = channel.lock()) {
                if (channel.size() != length) {
                    keep(end(access));
                    length = channel.size();
                }
                work.with(channel);
            }
        }
    }

    /** The last whole line; half a line, which a power cut may leave, is cut off, as its seal is still in the database. */
    private static String end(RandomAccessFile access) throws IOException {
        long whole = lineEnd(access, access.length());
        if (whole < access.length()) {
            access.setLength(whole);
        }
        if (whole == 0) {
            return "";
        }
        long start = lineEnd(access, whole - 1);
        var line = new byte[(int) (whole - 1 - start)];
        access.seek(start);
        access.readFully(line);
        return new String(line, StandardCharsets.UTF_8);
    }

    private void keep(String line) {
        last = line.isEmpty() ? Optional.empty() : Optional.of(Seal.read(line));
        print = DigestUtils.md5DigestAsHex(line.getBytes(StandardCharsets.UTF_8));
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
