package org.casebridge.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/**
 * Seals single values: AES-256-GCM, with table, column and row as associated data, so that a value which is moved to another row does not open. What must still be found
 * exactly has a {@link #token}; what has few values (a state, a sex) is not sealed but kept behind the row policies, as its tokens would tell.
 */
@Service
public class Sealed {

    private final Keyset keyset;

    Sealed(Keyset keyset) {
        this.keyset = keyset;
    }

    public byte[] seal(String plain, String table, String column, Object row) {
        try {
            return keyset.newest().aead().encrypt(plain.getBytes(UTF_8), place(table, column, row));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails with {@link Broken} when the value was changed or comes from another place. */
    public String open(byte[] sealed, String table, String column, Object row) {
        try {
            return new String(keyset.for_(sealed).aead().decrypt(sealed, place(table, column, row)), UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new Broken(table + "." + column);
        }
    }

    /** What stands for a value in an index: the same value of the same kind has the same token, and only who has the keyset can make it (HMAC-SHA256, 128 bits, in hexadecimal). */
    public String token(String kind, String plain) {
        try {
            return HexFormat.of().formatHex(keyset.tokens().computePrimary((kind + "|" + plain).getBytes(UTF_8), 16));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] place(String table, String column, Object row) {
        return (table + "|" + column + "|" + row).getBytes(UTF_8);
    }

    /** A sealed value does not open: it was changed, moved, or sealed by another keyset. */
    public static final class Broken extends RuntimeException {
        Broken(String place) {
            super("A sealed value of %s does not open: it was changed, or it comes from elsewhere".formatted(place));
        }
    }
}
