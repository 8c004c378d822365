package org.casebridge.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.casebridge.audit.proof.PublicKeys;
import org.casebridge.audit.proof.SigningKey;
import org.casebridge.kernel.Stopped;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the sealing key, its public half and the anchor file are: as the settings say, else in {@code audit} within the data folder, made at the first start. */
record AuditKeys(Path folder, @Nullable String key) {

    private static final Logger LOG = LoggerFactory.getLogger(AuditKeys.class);

    SigningKey signing() {
        try {
            var signing = SigningKey.read(pem());
            publish(signing);
            return signing;
        } catch (GeneralSecurityException | IOException failure) {
            throw new Stopped("The key that seals the audit (CASEBRIDGE_AUDIT_KEY) cannot be used: %s".formatted(failure.getMessage()), failure);
        }
    }

    /** All public keys that ever sealed here, one after the other: what a verifier needs, and nothing secret. */
    Path open() {
        return folder.resolve("public.pem");
    }

    private String pem() throws IOException, GeneralSecurityException {
        if (key != null && key.contains("-----BEGIN")) {
            return key;
        }
        if (key != null && !key.isBlank()) {
            return Files.readString(Path.of(key.strip()));
        }
        var file = folder.resolve("key.pem");
        if (!Files.exists(file)) {
            privately(file, SigningKey.fresh().pem());
            LOG.info("Made a key to seal the audit: {}", file);
        }
        return Files.readString(file);
    }

    private void publish(SigningKey signing) throws IOException {
        var pem = PublicKeys.pem(signing.open());
        if (!Files.exists(open())) {
            privately(open(), pem);
        } else if (!Files.readString(open()).contains(pem)) {
            LOG.warn("The audit is sealed with another key from now on; its public half was added to {}", open());
            Files.writeString(open(), pem, StandardOpenOption.APPEND);
        }
    }

    private static void privately(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
