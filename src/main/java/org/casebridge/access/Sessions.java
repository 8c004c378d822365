package org.casebridge.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/**
 * Sessions kept in PostgreSQL, so that any node can answer and ending one is deleting a row. The cookie holds 256 random
 * bits; the table holds only their SHA-256, so a stolen dump opens nothing. Rights are not kept: the account is read at each request.
 */
@Component
public class Sessions {

    /** So long after the password one may take to show the second factor. */
    private static final Duration HALF_FOR = Duration.ofMinutes(10);

    private final SessionStore store;
    private final TransactionTemplate transaction;
    private final AccessSettings settings;
    private final Clock clock;
    private final Mfa mfa;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionStore store, TransactionTemplate transaction, AccessSettings settings, Clock clock, Mfa mfa) {
        this.store = store;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.mfa = mfa;
    }

    /** How long without use until a session locks. */
    Duration idle() {
        return settings.idle();
    }

    /** A new session, never the one that the request came with (session fixation). */
    public void start(AccountId account, Set<Factor> factors, HttpServletRequest request, HttpServletResponse response) {
        var secret = fresh();
        var before = secret(request);
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            if (before != null) {
                store.end(hash(before));
            }
            store.forgetOld(settings.whole());
            store.start(hash(secret), Id.fresh(), account, factors, browser(request), request.getRemoteAddr(), now);
        });
        setCookie(request, response, secret, settings.whole().toSeconds());
    }

    /** The session that the request carries, unless it has run out. */
    Optional<Session> find(HttpServletRequest request) {
        var secret = secret(request);
        return secret == null ? Optional.empty() : store.find(hash(secret), settings.idle(), settings.whole(), clock.instant());
    }

    /** These factors were shown now, in the session that the request carries; it goes on under a new cookie. */
    public void prove(Set<Factor> factors, HttpServletRequest request, HttpServletResponse response) {
        var before = hash(Objects.requireNonNull(secret(request)));
        var secret = fresh();
        transaction.executeWithoutResult(_ -> {
            store.prove(before, factors, clock.instant());
            store.move(before, hash(secret));
        });
        setCookie(request, response, secret, settings.whole().toSeconds());
    }

    /** Whose session the request carries even when it has run out: enough to keep their draft for them, never to show anything. */
    public Optional<AccountId> lastOwner(HttpServletRequest request) {
        var secret = secret(request);
        return secret == null ? Optional.empty() : transaction.execute(_ -> store.lastOwner(hash(secret)));
    }

    /** The open sessions of an account, the one used last first. */
    public List<Session> of(AccountId account) {
        return transaction.execute(_ -> store.of(account, settings.idle(), settings.whole(), clock.instant()));
    }

    /** Ends one of the account's sessions; refuses one that is not there. */
    public void end(AccountId account, UUID session) {
        if (!Boolean.TRUE.equals(transaction.execute(_ -> store.end(account, session)))) {
            throw Refused.notFound("That session has ended already.");
        }
    }

    /** Ends all the account's sessions but the one to keep; all, when it is null. */
    public void endOthers(AccountId account, @Nullable UUID kept) {
        transaction.executeWithoutResult(_ -> store.endOthers(account, kept));
    }

    /** The session that has shown a password and no more, for the page that asks for the second factor. */
    public Optional<Session> half(HttpServletRequest request) {
        return find(request).filter(it -> standing(it) == Standing.HALF && clock.instant().isBefore(it.beganAt().plus(HALF_FOR)));
    }

    Standing standing(Session session) {
        return session.standing(mfa.required());
    }

    private static String browser(HttpServletRequest request) {
        var says = request.getHeader(HttpHeaders.USER_AGENT);
        return says == null ? "" : says.replace('\0', ' ');
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        var secret = secret(request);
        if (secret != null) {
            transaction.executeWithoutResult(_ -> store.end(hash(secret)));
        }
        setCookie(request, response, "", 0);
    }

    private String fresh() {
        var bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, cookieName(request));
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private static void setCookie(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(cookieName(request), value)
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(seconds).build().toString());
    }

    private static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-casebridge" : "casebridge";
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
