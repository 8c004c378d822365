package org.casebridge.access;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane (the OWASP password storage cheat sheet's first choice). Text is brought to Unicode's NFC first, so that a password typed
 * on another keyboard is the same (NIST SP 800-63B-4, 3.1.1.2). Only so many are computed at once that their memory cannot fill the heap.
 */
public final class Passwords implements PasswordEncoder {

    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int PATIENCE_SECONDS = 10;

    private final PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore memory = new Semaphore(AT_ONCE, true);
    private final AtomicLong computed = new AtomicLong();
    private final String nobodys = argon.encode("the password of nobody");

    @Override
    public String encode(@Nullable CharSequence password) {
        return compute(() -> argon.encode(normal(password)));
    }

    /** Takes as long when there is no such account, or it has no password: then it is compared with nobody's. */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        var right = compute(() -> argon.matches(normal(password), hash == null || hash.isEmpty() ? nobodys : hash));
        return right && hash != null && !hash.isEmpty();
    }

    /** How many were computed since the start. */
    public long computed() {
        return computed.get();
    }

    static String normal(@Nullable CharSequence password) {
        return password == null ? "" : Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T compute(Supplier<T> work) {
        try {
            if (!memory.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refused.conflict("Very many people are signing in just now. Please try again in a moment.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        try {
            computed.incrementAndGet();
            return work.get();
        } finally {
            memory.release();
        }
    }
}
