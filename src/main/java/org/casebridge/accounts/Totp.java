package org.casebridge.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes from an authenticator app: RFC 6238 with steps of 30 seconds, HMAC-SHA-1 and six digits, which is what all apps speak. */
final class Totp {

    static final int SECONDS = 30;
    static final int DIGITS = 6;

    /** One step before and one after: clocks differ, and people type slowly (RFC 6238, 5.2). */
    private static final int LEEWAY = 1;

    private Totp() {}

    /** The step in which this code is right, if there is one after the last step that was used. */
    static OptionalLong step(byte[] seed, String code, Instant now, long lastUsed) {
        var current = now.getEpochSecond() / SECONDS;
        var found = OptionalLong.empty();
        for (long step = current - LEEWAY; step <= current + LEEWAY; step++) {
            if (step > lastUsed && same(code(seed, step, DIGITS, "HmacSHA1"), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a step (RFC 4226, 5.3). */
    static String code(byte[] seed, long step, int digits, String algorithm) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(seed, algorithm));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var at = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff;
            return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean same(String one, String other) {
        return java.security.MessageDigest.isEqual(one.getBytes(java.nio.charset.StandardCharsets.UTF_8), other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
