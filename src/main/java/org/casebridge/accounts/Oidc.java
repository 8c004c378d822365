package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Factor;
import org.casebridge.access.Noteworthy;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in by another organization. Nobody gets an account by it: an account is linked by its own person, signed in or with an invitation in hand, to who they are there: issuer and subject, never an e-mail
 * address (OpenID Connect Core 1.0, 5.7).
 */
@Service
class Oidc {

    private static final String BACK = "/sign-in/oidc/answer";

    private final OidcProvider provider;
    private final Questions questions;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Sessions sessions;
    private final SignIn signIn;
    private final ServerAddress address;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate alone;

    Oidc(OidcProvider provider, Questions questions, Accounts accounts, Invitations invitations, Sessions sessions, SignIn signIn, ServerAddress address, JdbcClient db, JsonMapper json, Clock clock,
         ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.provider = provider;
        this.questions = questions;
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.signIn = signIn;
        this.address = address;
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Why somebody is sent there: to sign in, to link their account, to show again that it is them, to accept an invitation. */
    enum Why { SIGN_IN, LINK, AGAIN, INVITATION }

    private record Asked(Why why, @Nullable UUID session, @Nullable String invitation, String next, OidcProvider.Secrets secrets) {}

    boolean on() {
        return provider.on();
    }

    String name() {
        return provider.name();
    }

    /** Where to send the browser. {@code invitation} is the secret of a link, of which only the hash is kept; {@code next} is where to go afterwards. */
    String begin(Why why, @Nullable String invitation, String next, HttpServletRequest request, HttpServletResponse response) {
        var secrets = new OidcProvider.Secrets(questions.secret(), questions.secret(), questions.secret());
        var url = provider.address(secrets, back(request), why == Why.AGAIN);
        var asked = new Asked(why, Actor.ifAny().map(Actor::session).orElse(null), invitation == null ? null : HexFormat.of().formatHex(Throttle.sha256(invitation)), next, secrets);
        questions.ask(Questions.Kind.OIDC, json.writeValueAsString(asked), request, response);
        return url;
    }

    /** Does what they were sent for, and says where to go on. Refuses an answer to no question, somebody whom no account is linked to, and a link or step-up in another session than it began in. */
    String take(OidcProvider.Answer answer, HttpServletRequest request, HttpServletResponse response) {
        var asked = questions.take(Questions.Kind.OIDC, request).map(it -> json.readValue(it, Asked.class)).orElseThrow(this::stale);
        var session = Actor.ifAny().map(Actor::session).orElse(null);
        if ((asked.why() == Why.LINK || asked.why() == Why.AGAIN) && (session == null || !session.equals(asked.session()))) {
            throw stale();
        }
        var person = provider.read(answer, asked.secrets(), back(request), asked.why() == Why.AGAIN);
        switch (asked.why()) {
            case SIGN_IN -> {
                var account = transaction.execute(_ -> owner(person)).filter(Account::enabled).orElseThrow(this::unknown);
                as(account, () -> start(account, request, response));
            }
            case LINK -> transaction.executeWithoutResult(_ -> {
                link(Actor.current().account(), person);
                sessions.prove(Set.of(Factor.OIDC), request, response);
            });
            case AGAIN -> transaction.executeWithoutResult(_ -> {
                if (owner(person).filter(it -> it.id().equals(Actor.current().account())).isEmpty()) {
                    throw Refused.invalid("That is not right. Please try again.");
                }
                sessions.prove(Set.of(Factor.OIDC), request, response);
            });
            case INVITATION -> {
                var key = HexFormat.of().parseHex(Objects.requireNonNull(asked.invitation()));
                var account = transaction.execute(_ -> invitations.open(key)).orElseThrow(Invitations::used);
                as(account, () -> {
                    invitations.useUp(key);
                    link(account.id(), person);
                    sessions.endOthers(account.id(), null);
                    start(account, request, response);
                });
            }
        }
        return asked.next();
    }

    /** Since when the account is linked, if it is. */
    @Transactional(readOnly = true)
    public Optional<Instant> linkedSince(AccountId account) {
        return db.sql("select linked_at from accounts.oidc_link where account_id = ?").param(account.value()).query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** The accounts that are linked. */
    @Transactional(readOnly = true)
    public Set<AccountId> linked() {
        return Set.copyOf(db.sql("select account_id as value from accounts.oidc_link").query(AccountId.class).list());
    }

    /** Refuses when nobody could sign in to the account any more. */
    @Transactional
    public void unlink(Account account, boolean otherWay) {
        if (account.passwordHash() == null && !otherWay) {
            throw Refused.conflict("This is your only way to sign in. Make a passkey first.");
        }
        db.sql("delete from accounts.oidc_link where account_id = ?").param(account.id().value()).update();
        note(account.id(), "link to another organization removed");
    }

    private void link(AccountId account, OidcProvider.Person person) {
        if (owner(person).filter(it -> !it.id().equals(account)).isPresent()) {
            throw Refused.invalid("Another account here is linked to who you are at {name}.", provider.name());
        }
        db.sql("""
                insert into accounts.oidc_link (account_id, issuer, subject, linked_at) values (:account, :issuer, :subject, :now)
                on conflict (account_id) do update set issuer = excluded.issuer, subject = excluded.subject, linked_at = excluded.linked_at
                """)
                .param("account", account.value()).param("issuer", person.issuer()).param("subject", person.subject()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        note(account, "linked to another organization");
    }

    private Optional<Account> owner(OidcProvider.Person person) {
        return db.sql("select account_id as value from accounts.oidc_link where issuer = ? and subject = ?").params(person.issuer(), person.subject())
                .query(AccountId.class).optional().map(accounts::get);
    }

    private void start(Account account, HttpServletRequest request, HttpServletResponse response) {
        signIn.start(account, Factor.OIDC, request, response);
        signIn.remember(account, request, response);
    }

    /** In the name of whoever was just shown to be here, whosever session this browser held before and whoever the page began for. */
    private void as(Account account, Runnable deed) {
        account.actor().run(() -> alone.executeWithoutResult(_ -> deed.run()));
    }

    private Refused unknown() {
        signIn.refusedStranger();
        return Refused.invalid("{name} knows you, but no account here is linked to that. If you have one, sign in to it and link it; else ask your administrator for an invitation.", provider.name());
    }

    private Refused stale() {
        return Refused.invalid("That took too long, or began in another window. Please begin again.");
    }

    private void note(AccountId account, String what) {
        events.publishEvent(new Noteworthy("ACCESS_CHANGED", account, null, Map.of("what", what)));
    }

    private String back(HttpServletRequest request) {
        return address.of(request) + BACK;
    }
}
