package org.casebridge.sealing;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** The keys by which single values are sealed, for who turns them. */
@Service
public class SealingKeys {

    /** So long after a new key was made on one server, another may still seal with the one before. */
    public static final Duration LAG = Keyset.LAG;

    /** How many bytes at the head of a sealed value name its key. */
    public static final int HEAD = Keyset.NUMBER;

    private final Keyset keyset;
    private final Sealed sealed;

    SealingKeys(Keyset keyset, Sealed sealed) {
        this.keyset = keyset;
        this.sealed = sealed;
    }

    public int count() { return ask(keyset::read).keys().size(); }

    public Instant changedAt() { return keyset.changed().orElseThrow(); }

    /** What stands at the head of every value that the newest key sealed. */
    public byte[] newest() { return ask(keyset::read).primary(); }

    /** Makes a new key, which seals from now on. */
    public void rotate() {
        ask(() -> {
            keyset.rotate();
            return "";
        });
    }

    /** Forgets all keys but the newest. What they sealed and is not sealed anew never opens again. */
    public void forget() {
        ask(() -> {
            keyset.forget();
            return "";
        });
    }

    /** The same value, sealed by the newest key. Fails with {@link Sealed.Broken} when it does not open. */
    public byte[] anew(byte[] value, SealedColumn column, String row) {
        return sealed.seal(sealed.open(value, column.table(), column.column(), row), column.table(), column.column(), row);
    }

    private interface Asked<T> {

        T answer() throws GeneralSecurityException;
    }

    private static <T> T ask(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
