package org.casebridge.referrals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Labels;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.Partners;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which an organization without an account answers one referral. A link is 256 random bits, kept as their hash, so that it can be neither guessed nor found, and can be ended;
 * it opens with a code of six digits that is told by phone or SMS, never in the same message. Ten wrong codes shut it (NIST SP 800-63B-4, 3.2.2 allows a hundred). Whoever opened it
 * acts, for an hour, by an account that reaches that one referral.
 */
@Service
@Transactional
public class Links {

    static final Duration GOOD_FOR = Duration.ofDays(30);

    /** How long whoever typed the code goes on without typing it again. */
    public static final Duration OPEN_FOR = Duration.ofHours(1);

    private final JdbcClient db;
    private final ReferralStore store;
    private final ReferralConsents consents;
    private final Accounts accounts;
    private final Partners partners;
    private final Labels labels;
    private final Story story;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Links(JdbcClient db, ReferralStore store, ReferralConsents consents, Accounts accounts, Partners partners, Labels labels, Story story, Clock clock) {
        this.db = db;
        this.store = store;
        this.consents = consents;
        this.accounts = accounts;
        this.partners = partners;
        this.labels = labels;
        this.story = story;
        this.clock = clock;
    }

    /** {@code path} and {@code code} are told here and never again. */
    public record Made(String path, String code, Instant until) {}

    /** The link of a referral that is good now. */
    public record Link(LinkId id, AccountId accountId, Instant madeAt, Instant expiresAt) {}

    /** What came of a code: the pass to what it opened, or why it opened nothing. */
    public record Opened(@Nullable String pass, boolean locked) {}

    static Refused gone() {
        return Refused.notFound("This link has ended, or is too old. Ask whoever sent it for a new one.");
    }

    /** Ends the link there was. Refuses a referral that has ended, one that no consent covers, and what tells of substance use treatment, which wants an account (42 CFR 2.31). */
    public Made make(ClientId client, ReferralId id) {
        var referral = store.get(client, id);
        if (referral.status().next().size() < 2) {
            throw Refused.conflict("This referral is already: {status}.", referral.status());
        }
        if (labels.of(client, id.value()).contains(DataClass.PART2) || !labels.of(client, id.value()).equals(Set.of(DataClass.GENERAL))) {
            throw Refused.conflict("This referral tells of more than the general record. Its organization answers with an account, not by a link.");
        }
        if (!consents.cover(client, referral.organizationId(), referral.organization(), id)) {
            throw Refused.conflict("No consent covers this referral now, so {organization} may not read it. Ask the client again, and record it under Consents.", referral.organization());
        }
        var secret = fresh();
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var until = clock.instant().plus(GOOD_FOR);
        var made = db.sql("select referrals.make_link(?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), Id.fresh(), client.value(), id.value(), referral.organization(), sha256(secret), sha256(secret + code), until.atOffset(ZoneOffset.UTC))
                .query(UUID.class).optional();
        if (made.isEmpty()) {
            throw Refused.notFound("That referral could not be found.");
        }
        consents.settle(client);
        story.tell(client, clock.instant(), StoryKind.REFERRAL, Sentence.of("{organization} can answer by a link", referral.organization()), Sentence.of("by {name}", Actor.current().name()), Referrals.path(referral));
        return new Made("/link/" + secret, code, until);
    }

    /** From now on the link opens nothing; where nobody else answers there, the worker records what they say again. */
    public void end(ClientId client, ReferralId id) {
        var referral = store.get(client, id);
        db.sql("select referrals.end_link(?, ?)").params(client.value(), id.value()).query(Integer.class).single();
        if (partners.accountsOf(new OrganizationId(referral.organizationId())).isEmpty()) {
            db.sql("update referrals.referral set live = false where id = ? and client_id = ?").params(id.value(), client.value()).update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Link> of(ClientId client, ReferralId id) {
        return db.sql("select id, account_id, made_at, expires_at from referrals.link where referral_id = ? and client_id = ? and ended_at is null and expires_at > ?")
                .params(id.value(), client.value(), clock.instant().atOffset(ZoneOffset.UTC)).query(Link.class).optional();
    }

    /** Whether a code may be tried; false after too many wrong ones. Refuses a link that is none, has ended or is too old, without telling which. */
    @Transactional(readOnly = true)
    public boolean open(String secret) {
        return db.sql("select referrals.look_at_link(?) as state").param(key(secret)).query((row, _) -> Optional.ofNullable(row.getString(1))).single().orElseThrow(Links::gone).equals("good");
    }

    /** Tries the code; blanks and dashes in it do not count. */
    public Opened open(String secret, String code) {
        var pass = fresh();
        var plain = code.replaceAll("[\\s-]", "");
        return switch (db.sql("select referrals.try_link(?, ?, ?)").params(key(secret), sha256(secret + plain), sha256(pass)).query(String.class).single()) {
            case "good" -> new Opened(pass, false);
            case "wrong" -> new Opened(null, false);
            case "locked" -> new Opened(null, true);
            default -> throw gone();
        };
    }

    /** Whom the holder of link and pass acts as; nobody when the link has ended or the hour is over. */
    @Transactional(readOnly = true)
    public Optional<Actor> acting(String secret, String pass) {
        return db.sql("select referrals.opened_link(?, ?) as value").params(key(secret), sha256(pass)).query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class))).single()
                .map(it -> accounts.get(new AccountId(it))).filter(it -> it.enabled() && it.role() == Role.LINK).map(Account::actor);
    }

    /** The one referral that the acting holder of a link answers. */
    @Transactional(readOnly = true)
    public Linked mine() {
        return db.sql("select client_id, id as referral_id from referrals.referral where id = any ((select referrals.linked())::uuid[])").query(Linked.class).optional().orElseThrow(Links::gone);
    }

    public record Linked(ClientId clientId, ReferralId referralId) {}

    private String fresh() {
        var bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What cannot be a link is looked for nowhere. */
    private static byte[] key(String secret) {
        if (!secret.matches("[A-Za-z0-9_-]{43}")) {
            throw gone();
        }
        return sha256(secret);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
