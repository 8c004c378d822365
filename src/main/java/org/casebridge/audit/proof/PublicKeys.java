package org.casebridge.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The Ed25519 keys that a seal may be signed with (RFC 8032), by the first half of their SHA-256. */
public final class PublicKeys {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----", Pattern.DOTALL);

    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    private PublicKeys() {}

    /** One or more blocks of PEM; refuses a text without any. */
    public static PublicKeys read(String pem) throws GeneralSecurityException {
        var read = new PublicKeys();
        var blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(blocks.group(1).strip())));
            read.keys.put(name(key), key);
        }
        if (read.keys.isEmpty()) {
            throw new GeneralSecurityException("There is no public key in it.");
        }
        return read;
    }

    public static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    public static String name(PublicKey key) {
        return HexFormat.of().formatHex(Merkle.sha256(key.getEncoded()), 0, 16);
    }

    public boolean know(String name) {
        return keys.containsKey(name);
    }

    boolean signed(Seal seal) {
        var key = keys.get(seal.key());
        if (key == null) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(seal.header());
            return check.verify(Base64.getDecoder().decode(seal.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
