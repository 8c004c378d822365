package org.casebridge.accounts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.casebridge.access.AccountId;

/** A passkey made of a P-256 key, which does what its test says, right or wrong: W3C Web Authentication 3, 6.1 (authenticator data), 8.7 (no attestation), and RFC 9052 for the key. */
final class SoftKey {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 64;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    boolean verifies = true;
    String origin = "http://localhost";
    String site = "localhost";
    AccountId owner;
    int count;

    SoftKey(AccountId owner) throws Exception {
        this.owner = owner;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    /** RegistrationResponseJSON to this challenge. */
    String made(String challenge) throws Exception {
        var attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        attestation.write(new byte[] {0x63, 'f', 'm', 't', 0x64, 'n', 'o', 'n', 'e', 0x67, 'a', 't', 't', 'S', 't', 'm', 't', (byte) 0xa0, 0x68, 'a', 'u', 't', 'h', 'D', 'a', 't', 'a'});
        var data = data(true);
        attestation.write(new byte[] {0x58, (byte) data.length});
        attestation.write(data);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}"""
                .formatted(text(id), text(client("webauthn.create", challenge)), text(attestation.toByteArray()));
    }

    /** AuthenticationResponseJSON to this challenge. */
    String shown(String challenge) throws Exception {
        count++;
        var data = data(false);
        var client = client("webauthn.get", challenge);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}"""
                .formatted(text(id), text(client), text(data), text(signature.sign()), text(handle()));
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}".formatted(type, challenge, origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(boolean withKey) throws Exception {
        var data = new ByteArrayOutputStream();
        data.write(sha256(site.getBytes(StandardCharsets.UTF_8)));
        data.write(PRESENT | (verifies ? VERIFIED : 0) | (withKey ? WITH_KEY : 0));
        data.write(ByteBuffer.allocate(4).putInt(count).array());
        if (withKey) {
            data.write(new byte[16]);
            data.write(new byte[] {0, (byte) id.length});
            data.write(id);
            var point = ((ECPublicKey) keys.getPublic()).getW();
            data.write(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20});
            data.write(of32(point.getAffineX().toByteArray()));
            data.write(new byte[] {0x22, 0x58, 0x20});
            data.write(of32(point.getAffineY().toByteArray()));
        }
        return data.toByteArray();
    }

    private static byte[] of32(byte[] number) {
        var all = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, all, 32 - length, length);
        return all;
    }

    private byte[] handle() {
        UUID it = owner.value();
        return ByteBuffer.allocate(16).putLong(it.getMostSignificantBits()).putLong(it.getLeastSignificantBits()).array();
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
