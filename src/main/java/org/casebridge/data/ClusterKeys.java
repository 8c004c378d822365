package org.casebridge.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.casebridge.kernel.Stopped;

/** The random passwords of an embedded PostgreSQL, kept with it in a file that only its owner can read. */
record ClusterKeys(String bootstrap, String owner, String application) {

    static final String FILE = "casebridge.keys";

    static ClusterKeys random() {
        return new ClusterKeys(password(), password(), password());
    }

    static ClusterKeys read(Path cluster) throws IOException {
        var file = cluster.resolve(FILE);
        if (!Files.isReadable(file)) {
            throw new Stopped("The passwords of the database are missing: put the file %s back.".formatted(file));
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new ClusterKeys(kept.getProperty("bootstrap"), kept.getProperty("owner"), kept.getProperty("application"));
    }

    void write(Path cluster) throws IOException {
        writePrivately(cluster.resolve(FILE), "bootstrap=%s\nowner=%s\napplication=%s\n".formatted(bootstrap, owner, application));
    }

    static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String password() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
