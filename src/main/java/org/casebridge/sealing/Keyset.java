package org.casebridge.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KeysetManager;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.casebridge.kernel.Stopped;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that seal values and make their tokens. They stand in the database, sealed by the {@link MasterKey}, so that all servers have the same; in memory they are opened once. */
@Component
@EnableConfigurationProperties(SealingSettings.class)
class Keyset {

    private static final String VALUES = "values";
    private static final String TOKENS = "tokens";
    /** Tink writes a one and the key's number, big-endian, before what it seals (developers.google.com/tink/wire-format). */
    static final int NUMBER = 5;

    /** So long after a new key was made on another server, values may still be sealed here with the one before. */
    static final Duration LAG = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final MasterKey master;
    private final PrfSet tokens;
    private volatile Opened values;

    /** The keys for values as they were read last. {@code primary} is the number that stands at the head of what is sealed with the newest. */
    record Opened(KeysetHandle keys, Aead aead, byte[] primary, long readAt) {

        static Opened of(KeysetHandle keys) throws GeneralSecurityException {
            return new Opened(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class), number(keys.getPrimary().getId()), System.nanoTime());
        }

        boolean knows(byte[] sealed) {
            for (int i = 0; i < keys.size(); i++) {
                if (sealed.length > NUMBER && Arrays.equals(number(keys.getAt(i).getId()), Arrays.copyOf(sealed, NUMBER))) {
                    return true;
                }
            }
            return false;
        }

        boolean old() {
            return System.nanoTime() - readAt > LAG.toNanos();
        }
    }

    Keyset(JdbcClient db, SealingSettings settings, @Value("${casebridge.data:data}") String data) throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
        this.db = db;
        this.master = MasterKey.find(settings, Path.of(data), wrapped(VALUES).isEmpty());
        this.values = Opened.of(kept(VALUES, PredefinedAeadParameters.AES256_GCM));
        this.tokens = kept(TOKENS, PredefinedPrfParameters.HMAC_SHA256_PRF).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /** To seal with the newest key, whichever server made it. */
    Opened newest() throws GeneralSecurityException {
        if (values.old()) {
            read();
        }
        return values;
    }

    /** To open what was sealed, perhaps by a key that another server made since. */
    Opened for_(byte[] sealed) throws GeneralSecurityException {
        if (!values.knows(sealed)) {
            read();
        }
        return values;
    }

    PrfSet tokens() { return tokens; }

    Opened read() throws GeneralSecurityException {
        return values = Opened.of(kept(VALUES, PredefinedAeadParameters.AES256_GCM));
    }

    /** From now on values are sealed with a new key; the older ones stay, to open what they sealed. Other servers do so after {@link #LAG}. */
    void rotate() throws GeneralSecurityException {
        var next = KeysetManager.withKeysetHandle(read().keys()).add(com.google.crypto.tink.KeyTemplate.createFrom(PredefinedAeadParameters.AES256_GCM)).getKeysetHandle();
        keep(KeysetManager.withKeysetHandle(next).setPrimary(next.getAt(next.size() - 1).getId()).getKeysetHandle());
    }

    /** Forgets all keys but the newest: whatever they sealed and was not sealed anew never opens again. */
    void forget() throws GeneralSecurityException {
        var rest = KeysetManager.withKeysetHandle(read().keys());
        for (int i = 0; i < values.keys().size(); i++) {
            if (!values.keys().getAt(i).isPrimary()) {
                rest.delete(values.keys().getAt(i).getId());
            }
        }
        keep(rest.getKeysetHandle());
    }

    private void keep(KeysetHandle next) throws GeneralSecurityException {
        db.sql("update sealing.keyset set wrapped = ?, changed_at = now() where name = ?").params(wrap(next, VALUES), VALUES).update();
        values = Opened.of(next);
    }

    Optional<Instant> changed() {
        return db.sql("select changed_at from sealing.keyset where name = ?").param(VALUES).query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    private static byte[] number(int id) {
        return ByteBuffer.allocate(NUMBER).put((byte) 1).putInt(id).array();
    }

    private KeysetHandle kept(String name, Parameters kind) throws GeneralSecurityException {
        if (wrapped(name).isEmpty()) {
            db.sql("insert into sealing.keyset (name, wrapped) values (?, ?) on conflict do nothing").params(name, wrap(KeysetHandle.generateNew(kind), name)).update();
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped(name).orElseThrow(), master.aead(), name.getBytes(UTF_8));
        } catch (GeneralSecurityException another) {
            throw new Stopped("The key given does not open the sealed fields of this database: name the one that it was made with, by CASEBRIDGE_SEALING_KEY or CASEBRIDGE_SEALING_KEY_FILE.");
        }
    }

    private byte[] wrap(KeysetHandle keys, String name) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, master.aead(), name.getBytes(UTF_8));
    }

    private Optional<byte[]> wrapped(String name) {
        return db.sql("select wrapped from sealing.keyset where name = ?").param(name).query((row, _) -> row.getBytes(1)).optional();
    }
}
