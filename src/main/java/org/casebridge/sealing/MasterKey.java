package org.casebridge.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.casebridge.kernel.Stopped;

/** The key from outside the database, AES-256-GCM, that opens the keyset in it. It is read once, when the server starts. */
record MasterKey(byte[] bits) {

    private static final int LENGTH = 32;

    /** {@code fresh}: there is no keyset yet that needs an older key, so that one may be made. */
    static MasterKey find(SealingSettings settings, Path data, boolean fresh) {
        if (settings.key() != null && !settings.key().isBlank()) {
            return read(settings.key(), "CASEBRIDGE_SEALING_KEY");
        }
        boolean named = settings.keyFile() != null && !settings.keyFile().isBlank();
        var file = named ? Path.of(settings.keyFile()) : data.resolve("keys").resolve("casebridge.key");
        try {
            if (!Files.exists(file)) {
                if (named || !fresh) {
                    throw new Stopped("The key that opens the sealed fields is missing: put the file %s back, or name it with CASEBRIDGE_SEALING_KEY_FILE.".formatted(file));
                }
                make(file);
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix") && othersRead(file)) {
                throw new Stopped("Others can read the key that opens the sealed fields: run chmod 400 %s.".formatted(file));
            }
            return read(Files.readString(file), file.toString());
        } catch (IOException problem) {
            throw new Stopped("The key that opens the sealed fields cannot be read from %s: %s".formatted(file, problem.getMessage()));
        }
    }

    private static boolean othersRead(Path file) throws IOException {
        var allowed = Files.getPosixFilePermissions(file);
        return Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE).stream().anyMatch(allowed::contains);
    }

    private static void make(Path file) throws IOException {
        var bits = new byte[LENGTH];
        new SecureRandom().nextBytes(bits);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(bits) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    }

    private static MasterKey read(String text, String from) {
        try {
            var bits = Base64.getDecoder().decode(text.strip());
            if (bits.length == LENGTH) {
                return new MasterKey(bits);
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw new Stopped("%s is not a key of 32 bytes in Base64: make one with “openssl rand -base64 32”.".formatted(from));
    }

    Aead aead() throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder().setKeySizeBytes(LENGTH).setIvSizeBytes(12).setTagSizeBytes(16).setVariant(AesGcmParameters.Variant.NO_PREFIX).build();
        var key = AesGcmKey.builder().setParameters(parameters).setKeyBytes(SecretBytes.copyFrom(bits, InsecureSecretKeyAccess.get())).build();
        return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary()).build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
