package org.casebridge.data;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.casebridge.kernel.Stopped;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, unpacked from the jar into a folder once, and run as somebody PostgreSQL accepts. */
final class PostgresPrograms {

    /** What a program said, and whether it was content. */
    record Outcome(int code, String said) {}

    private static final Set<String> KEPT_ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR");

    private final Path home;
    private final Disguise disguise;

    private PostgresPrograms(Path home, Disguise disguise) {
        this.home = home;
        this.disguise = disguise;
    }

    /** Finds them under the folder, in a place of their own for each version, or unpacks them there. */
    static PostgresPrograms in(Path folder) throws IOException {
        return in(folder, Disguise.in(folder));
    }

    static PostgresPrograms in(Path folder, Disguise disguise) throws IOException {
        var archive = archive();
        var home = folder.resolve("postgresql-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            var fresh = folder.resolve("postgresql.unpacking");
            FileSystemUtils.deleteRecursively(fresh);
            unpack(archive, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(home, disguise);
    }

    Outcome run(String program, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(home.resolve("bin").resolve(program).toString()));
        line.addAll(List.of(arguments));
        return run(disguise.wear(line));
    }

    /** Makes a file, or a folder with all in it, belong to whoever the programs run as. */
    void own(Path place) throws IOException {
        disguise.own(place);
    }

    static Outcome run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
        builder.environment().putAll(Map.of("LC_ALL", "C", "PGTZ", "UTC"));
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Outcome(process.waitFor(), said);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command.getFirst(), interrupted);
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceFirst("^(mac os x|darwin).*", "darwin");
        var machine = ArchUtils.normalize(System.getProperty("os.arch"));
        var archive = PostgresPrograms.class.getResource("/postgres-%s-%s.txz".formatted(system, machine));
        if (archive == null) {
            throw new Stopped("This build brings no PostgreSQL for %s on %s: name a PostgreSQL server with CASEBRIDGE_DB_URL.".formatted(system, machine));
        }
        return archive;
    }

    /** The checksum that the jar already keeps of the archive, so that nothing has to be read. */
    private static String fingerprint(URL archive) throws IOException {
        var connection = (JarURLConnection) archive.openConnection();
        return "%08x".formatted(connection.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var place = folder.resolve(entry.getName()).normalize();
                if (!place.startsWith(folder)) {
                    throw new IOException("The PostgreSQL archive reaches outside its folder: " + entry.getName());
                }
                unpack(tar, entry, place);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, place);
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
