package org.casebridge.accounts;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Stopped;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Encrypts the seeds of authenticator apps by AES-256-GCM under a key outside the database, bound to their account: a seed moved to another row opens nothing. */
@Component
class SeedSeal {

    private static final int NONCE = 12;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile byte[] key = {};

    SeedSeal(@Value("${casebridge.data:data}") String data) {
        file = Path.of(data, "keys", "seeds");
    }

    byte[] seal(byte[] seed, AccountId account) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, seed, 0, account);
        var all = java.util.Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    byte[] open(byte[] sealed, AccountId account) {
        return crypt(Cipher.DECRYPT_MODE, java.util.Arrays.copyOf(sealed, NONCE), sealed, NONCE, account);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, int from, AccountId account) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("accounts.totp|seed|" + account.text()).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("a seed cannot be read with the key in " + file, problem);
        }
    }

    private synchronized byte[] key() {
        if (key.length == 0) {
            try {
                Files.createDirectories(file.getParent());
                if (!Files.exists(file)) {
                    make();
                }
                key = Files.readAllBytes(file);
            } catch (IOException problem) {
                throw new Stopped("The key of the authenticator seeds cannot be read or made in %s.".formatted(file));
            }
        }
        return key;
    }

    private void make() throws IOException {
        var fresh = new byte[32];
        random.nextBytes(fresh);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, fresh, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException another) {
            // another server on the same folder was quicker: its key holds
        }
    }
}
