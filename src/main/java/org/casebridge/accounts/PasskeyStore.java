package org.casebridge.accounts;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {

    private final JdbcClient db;
    private final AttestedCredentialDataConverter converter = new AttestedCredentialDataConverter(new ObjectConverter());

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    /** A passkey with whose it is, for the library to judge an answer by. */
    record Known(PasskeyId id, AccountId account, CredentialRecord record) {}

    void add(AccountId account, String name, CredentialRecord made, Instant now) {
        var data = made.getAttestedCredentialData();
        db.sql("insert into accounts.passkey (id, account_id, name, credential_id, credential, backup_eligible, sign_count, made_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), account.value(), name, data.getCredentialId(), converter.convert(data), Boolean.TRUE.equals(made.isBackupEligible()), made.getCounter(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Known> find(byte[] credentialId) {
        return db.sql("select id, account_id, credential, backup_eligible, sign_count from accounts.passkey where credential_id = ?").param(credentialId)
                .query((row, _) -> new Known(new PasskeyId(row.getObject("id", java.util.UUID.class)), new AccountId(row.getObject("account_id", java.util.UUID.class)),
                        new CredentialRecordImpl(new NoneAttestationStatement(), true, row.getBoolean("backup_eligible"), false, row.getLong("sign_count"),
                                Objects.requireNonNull(converter.convert(row.getBytes("credential"))), new AuthenticationExtensionsAuthenticatorOutputs<>(), null, null, null))).optional();
    }

    List<Passkey> of(AccountId account) {
        return db.sql("select id, name, made_at, used_at from accounts.passkey where account_id = ? order by made_at").param(account.value()).query(Passkey.class).list();
    }

    List<byte[]> credentialIds(AccountId account) {
        return db.sql("select credential_id from accounts.passkey where account_id = ?").param(account.value()).query((row, _) -> row.getBytes(1)).list();
    }

    /** It signed, and says how often it has by now; false when that is not more than it said before. One that does not count says 0 always (W3C Web Authentication 3, 6.1.1). */
    boolean used(PasskeyId id, long count, Instant now) {
        return db.sql("update accounts.passkey set sign_count = :count, used_at = :now where id = :id and (sign_count < :count or sign_count = 0 and :count = 0)")
                .param("count", count).param("now", now.atOffset(ZoneOffset.UTC)).param("id", id.value()).update() == 1;
    }

    boolean remove(AccountId account, PasskeyId id) {
        return db.sql("delete from accounts.passkey where account_id = ? and id = ?").params(account.value(), id.value()).update() == 1;
    }
}
