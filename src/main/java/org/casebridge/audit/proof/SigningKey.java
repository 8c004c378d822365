package org.casebridge.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** The Ed25519 key that signs the seals, as {@code openssl genpkey -algorithm ed25519} writes it too. */
public record SigningKey(PrivateKey secret, PublicKey open) {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    public static SigningKey fresh() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new SigningKey(pair.getPrivate(), pair.getPublic());
    }

    /** The file holds the secret half only; the public one follows from it. */
    public static SigningKey read(String pem) throws GeneralSecurityException {
        var block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new GeneralSecurityException("There is no private key in it.");
        }
        var secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1).strip())));
        var seed = ((EdECPrivateKey) secret).getBytes().orElseThrow(() -> new GeneralSecurityException("The key keeps its secret to itself."));
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        return new SigningKey(secret, generator.generateKeyPair().getPublic());
    }

    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(secret.getEncoded()) + "\n-----END PRIVATE KEY-----\n";
    }

    public String name() {
        return PublicKeys.name(open);
    }

    public Seal sign(Seal seal) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(seal.header());
            return seal.signed(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The public half is computed by making a pair from the seed (RFC 8032, 5.1.5), for which the generator must draw that and nothing else. */
    private static final class Given extends SecureRandom {

        private final transient byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
