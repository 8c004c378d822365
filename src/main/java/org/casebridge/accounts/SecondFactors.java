package org.casebridge.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Factor;
import org.casebridge.access.Mfa;
import org.casebridge.access.Noteworthy;
import org.casebridge.kernel.Refused;
import org.casebridge.sealing.Sealed;
import org.casebridge.sealing.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Authenticator apps and recovery codes, and how many second factors there are: set up, asked for, taken away. */
@Service
@Transactional
class SecondFactors {

    private static final SealedColumn SEEDS = new SealedColumn("accounts.totp", "seed", "account_id::text", "account_id");
    private static final int SEED_BYTES = 20;
    private static final int CODES = 8;
    private static final int CODE_BYTES = 15;

    private final JdbcClient db;
    private final Accounts accounts;
    private final Sealed sealed;
    private final Mfa mfa;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient db, Accounts accounts, Sealed sealed, Mfa mfa, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.accounts = accounts;
        this.sealed = sealed;
        this.mfa = mfa;
        this.clock = clock;
        this.events = events;
    }

    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumn sealedSeeds() { return SEEDS; }
    }

    private record Held(byte[] seed, @Nullable Long lastStep) {}

    /** Which factor this is, of the account: digits from its app or one of its recovery codes, which is used up by it. Null when it is neither. */
    @Nullable Factor check(AccountId account, String typed) {
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-]", "");
        if (code.matches("\\d{" + Totp.DIGITS + "}")) {
            return totp(account, code, true) ? Factor.TOTP : null;
        }
        return db.sql("delete from accounts.recovery_code where account_id = ? and hash = ?").params(account.value(), Throttle.sha256(code)).update() == 1 ? Factor.RECOVERY : null;
    }

    @Transactional(readOnly = true)
    Optional<Instant> authenticatorSince(AccountId account) {
        return db.sql("select confirmed_at from accounts.totp where account_id = ? and confirmed_at is not null").param(account.value())
                .query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    @Transactional(readOnly = true)
    int recoveryCodesLeft(AccountId account) {
        return db.sql("select count(*) from accounts.recovery_code where account_id = ?").param(account.value()).query(Integer.class).single();
    }

    /** The seed of the app that is being set up; the same until it is confirmed. */
    byte[] seedToSetUp(AccountId account) {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        db.sql("insert into accounts.totp (account_id, seed, made_at) values (?, ?, ?) on conflict do nothing")
                .params(account.value(), seal(seed, account), now()).update();
        return held(account, false).map(it -> open(it.seed(), account))
                .orElseThrow(() -> Refused.conflict("You have an authenticator app already. Remove it before you set up another."));
    }

    /** The app is set up when it shows the right code. With the first second factor come recovery codes; else the list is empty. */
    List<String> confirmAuthenticator(AccountId account, String typed) {
        if (!totp(account, typed.replaceAll("[\\s\\-]", ""), false)) {
            throw Refused.invalid("This code is not right. Wait for the next one and type that.").at("code");
        }
        db.sql("update accounts.totp set confirmed_at = ? where account_id = ?").params(now(), account.value()).update();
        note(account, "authenticator app set up");
        return added(account);
    }

    /** Refuses to take away the last second factor where everybody needs one, or where the password cannot stand alone. */
    void removeAuthenticator(AccountId account) {
        mayGo(account);
        db.sql("delete from accounts.totp where account_id = ?").param(account.value()).update();
        note(account, "authenticator app removed");
        removed(account);
    }

    /** A second factor was added. With the first come recovery codes; else the list is empty. */
    List<String> added(AccountId account) {
        accounts.hasSecondFactor(account, true);
        return recoveryCodesLeft(account) == 0 ? newRecoveryCodes(account) : List.of();
    }

    void removed(AccountId account) {
        if (held(account) == 0) {
            accounts.hasSecondFactor(account, false);
            db.sql("delete from accounts.recovery_code where account_id = ?").param(account.value()).update();
        }
    }

    /** Refuses when it is the last second factor, and one is needed. */
    void mayGo(AccountId account) {
        if (held(account) > 1) {
            return;
        }
        if (mfa.required()) {
            throw Refused.conflict("This is your only second way to show that it is you, and one is needed here. Add another first.");
        }
        if (accounts.shortPassword(account)) {
            throw Refused.conflict("Without it your password stands alone, and for that it is too short. Choose one with {count} characters or more first.", Accounts.ALONE);
        }
    }

    /** New codes for who has a second factor; refuses who has none, as they would open nothing. */
    List<String> renewRecoveryCodes(org.casebridge.access.Account account) {
        if (!account.secondFactor()) {
            throw Refused.conflict("Set up an authenticator app or a passkey first: recovery codes stand in for it.");
        }
        return newRecoveryCodes(account.id());
    }

    /** Eight codes with 120 random bits each; those from before open nothing any more. They are told here and never again. */
    List<String> newRecoveryCodes(AccountId account) {
        note(account, "recovery codes made");
        db.sql("delete from accounts.recovery_code where account_id = ?").param(account.value()).update();
        var codes = new ArrayList<String>();
        for (int i = 0; i < CODES; i++) {
            var bits = new byte[CODE_BYTES];
            random.nextBytes(bits);
            var code = Base32.of(bits);
            codes.add(Base32.grouped(code, 6));
            db.sql("insert into accounts.recovery_code (account_id, hash, made_at) values (?, ?, ?)").params(account.value(), Throttle.sha256(code), now()).update();
        }
        return codes;
    }

    /** All second factors and recovery codes of the account go: it is given to its person anew. */
    void forgetAll(AccountId account) {
        db.sql("delete from accounts.totp where account_id = ?").param(account.value()).update();
        db.sql("delete from accounts.passkey where account_id = ?").param(account.value()).update();
        db.sql("delete from accounts.recovery_code where account_id = ?").param(account.value()).update();
        accounts.hasSecondFactor(account, false);
    }

    private byte[] seal(byte[] seed, AccountId account) {
        return sealed.seal(Base64.getEncoder().encodeToString(seed), SEEDS.table(), SEEDS.column(), account.text());
    }

    private byte[] open(byte[] seed, AccountId account) {
        return Base64.getDecoder().decode(sealed.open(seed, SEEDS.table(), SEEDS.column(), account.text()));
    }

    private boolean totp(AccountId account, String code, boolean confirmed) {
        var held = held(account, confirmed);
        if (held.isEmpty()) {
            return false;
        }
        var last = held.get().lastStep() == null ? Long.MIN_VALUE : held.get().lastStep();
        var step = Totp.step(open(held.get().seed(), account), code, clock.instant(), last);
        return step.isPresent() && db.sql("update accounts.totp set last_step = :step where account_id = :account and coalesce(last_step, -1) < :step")
                .param("step", step.getAsLong()).param("account", account.value()).update() == 1;
    }

    private Optional<Held> held(AccountId account, boolean confirmed) {
        return db.sql("select seed, last_step from accounts.totp where account_id = ? and (confirmed_at is not null) = ?").params(account.value(), confirmed)
                .query((row, _) -> new Held(row.getBytes(1), row.getObject(2, Long.class))).optional();
    }

    /** How many second factors the account has: its app and each of its passkeys. */
    private int held(AccountId account) {
        return db.sql("select (select count(*) from accounts.totp where account_id = :it and confirmed_at is not null) + (select count(*) from accounts.passkey where account_id = :it)")
                .param("it", account.value()).query(Integer.class).single();
    }

    private void note(AccountId account, String what) {
        events.publishEvent(new Noteworthy("ACCESS_CHANGED", account, null, Map.of("what", what)));
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
