package org.casebridge.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Noteworthy;
import org.casebridge.access.Role;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people get into their accounts for the first time, or anew: good once, for 72 hours. Nobody ever sets or learns the password of another. */
@Service
@Transactional
public class Invitations {

    static final Duration GOOD_FOR = Duration.ofHours(72);

    private final JdbcClient db;
    private final Accounts accounts;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final ServerAddress address;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient db, Accounts accounts, PasswordRules rules, SecondFactors factors, Sessions sessions, KnownBrowsers browsers, ServerAddress address, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.accounts = accounts;
        this.rules = rules;
        this.factors = factors;
        this.sessions = sessions;
        this.browsers = browsers;
        this.address = address;
        this.clock = clock;
        this.events = events;
    }

    /** {@code path} is told here and never again; on this server it opens the page to choose a password on. */
    public record Invited(AccountId account, String username, String path, Instant until) {}

    static Refused used() {
        return Refused.notFound("This link has been used, or is too old. Ask your administrator for a new one.");
    }

    /** Refuses a user name that is taken, and a role that nobody signs in with. */
    public Invited invite(InvitePerson said, String language) {
        if (!said.role().signsIn()) {
            throw Refused.invalid("Choose a role.").at("role");
        }
        var id = accounts.add(new NewAccount(Actor.current().agency(), said.username(), said.name().strip(), said.role(), language));
        return link(accounts.get(id), "invited");
    }

    /** For who lost password or phone: password, second factors and sessions of the account end, and a new link begins it again. */
    public Invited again(AccountId account) {
        if (account.equals(Actor.current().account())) {
            throw Refused.conflict("Somebody else has to do this with your account.");
        }
        accounts.forgetPassword(account);
        factors.forgetAll(account);
        browsers.forget(account);
        sessions.endOthers(account, null);
        return link(accounts.get(account), "begins anew");
    }

    /** The whole address of a link, as far as the settings say under which address people reach this server. */
    public String address(Invited invited) {
        return address.said() + invited.path();
    }

    /** Whose link this is, while it is good. */
    @Transactional(readOnly = true)
    public Optional<Account> open(String secret) {
        return open(Throttle.sha256(secret));
    }

    Optional<Account> open(byte[] key) {
        return db.sql("select account_id as value from accounts.invitation where key = ? and expires_at > ?").params(key, now())
                .query(AccountId.class).optional().map(accounts::get).filter(Account::enabled);
    }

    /** Refuses a link that was used or is too old, and a password that is not good enough. The link is used up. */
    public void accept(String secret, ChoosePassword said) {
        var account = open(secret).orElseThrow(Invitations::used);
        if (!said.password().equals(said.again())) {
            throw Refused.invalid("The two new passwords differ. Type the same one twice.").at("again");
        }
        rules.check(said.password(), account);
        useUp(Throttle.sha256(secret));
        accounts.setPassword(account.id(), said.password());
        sessions.endOthers(account.id(), null);
    }

    /** The link with this key (the SHA-256 of its secret) is used up; refuses one that was used or is too old. Answers whose it was. */
    Account useUp(byte[] key) {
        var account = open(key).orElseThrow(Invitations::used);
        if (db.sql("delete from accounts.invitation where key = ?").param(key).update() != 1) {
            throw used();
        }
        return account;
    }

    /** Until when the link of an account that has not been opened is good. */
    @Transactional(readOnly = true)
    public Optional<Instant> pending(AccountId account) {
        return db.sql("select expires_at from accounts.invitation where account_id = ?").param(account.value()).query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    void withdraw(AccountId account) {
        db.sql("delete from accounts.invitation where account_id = ?").param(account.value()).update();
    }

    private Invited link(Account account, String what) {
        var bits = new byte[32];
        random.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var until = clock.instant().plus(GOOD_FOR);
        withdraw(account.id());
        db.sql("insert into accounts.invitation (account_id, key, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(account.id().value(), Throttle.sha256(secret), Actor.current().account().value(), now(), until.atOffset(ZoneOffset.UTC)).update();
        events.publishEvent(new Noteworthy("ACCESS_CHANGED", account.id(), null, Map.of("what", what)));
        return new Invited(account.id(), account.username(), "/invitation/" + secret, until);
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
