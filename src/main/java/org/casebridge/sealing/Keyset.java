package org.casebridge.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KeysetManager;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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

    private final JdbcClient db;
    private final MasterKey master;
    private final KeysetHandle tokens;
    private volatile KeysetHandle values;

    Keyset(JdbcClient db, SealingSettings settings, @Value("${casebridge.data:data}") String data) throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
        this.db = db;
        this.master = MasterKey.find(settings, Path.of(data), wrapped(VALUES).isEmpty());
        this.values = kept(VALUES, PredefinedAeadParameters.AES256_GCM);
        this.tokens = kept(TOKENS, PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    KeysetHandle values() { return values; }

    KeysetHandle tokens() { return tokens; }

    /** From now on values are sealed with a new key; the older ones stay, to open what they sealed. Other servers know it when they start again, and seal with the older until then. */
    void rotate() throws GeneralSecurityException {
        var next = KeysetManager.withKeysetHandle(values).add(com.google.crypto.tink.KeyTemplate.createFrom(PredefinedAeadParameters.AES256_GCM)).getKeysetHandle();
        int newest = next.getAt(next.size() - 1).getId();
        next = KeysetManager.withKeysetHandle(next).setPrimary(newest).getKeysetHandle();
        db.sql("update sealing.keyset set wrapped = ?, changed_at = now() where name = ?").params(wrap(next, VALUES), VALUES).update();
        values = next;
    }

    int size() { return values.size(); }

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
