package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/**
 * What the server asked one browser to prove, and waits to hear of for five minutes. An answer takes its question away, right or wrong, so that none is answered twice. A question to somebody signed in
 * belongs to their session and goes with it; before that it belongs to a cookie.
 */
@Component
class Questions {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Questions(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What is asked; one of each kind at a time. {@code ofSession}: of somebody signed in. */
    enum Kind {
        NEW_PASSKEY(true), PASSKEY_AGAIN(true), PASSKEY(false), OIDC(false);

        private final boolean ofSession;

        Kind(boolean ofSession) {
            this.ofSession = ofSession;
        }
    }

    /** In place of the question of this kind that was open. */
    void ask(Kind kind, String content, HttpServletRequest request, HttpServletResponse response) {
        var session = kind.ofSession ? Actor.current().session() : null;
        var secret = session == null ? secret() : session.toString();
        if (session == null) {
            setCookie(kind, request, response, secret, GOOD_FOR);
        }
        var now = clock.instant();
        alone.executeWithoutResult(_ -> {
            db.sql("delete from accounts.question where made_at < ?").param(now.minus(GOOD_FOR).atOffset(ZoneOffset.UTC)).update();
            db.sql("""
                    insert into accounts.question (key, content, session_id, made_at) values (:key, :content, :session, :now)
                    on conflict (key) do update set content = excluded.content, made_at = excluded.made_at
                    """)
                    .param("key", key(kind, secret)).param("content", content).param("session", session, java.sql.Types.OTHER).param("now", now.atOffset(ZoneOffset.UTC)).update();
        });
    }

    /** What was asked of this browser, once: in a transaction of its own, so that a refusal afterwards does not bring it back. */
    Optional<String> take(Kind kind, HttpServletRequest request) {
        var secret = kind.ofSession ? text(Actor.current().session()) : cookie(kind, request);
        return secret == null ? Optional.empty() : alone.execute(_ -> db.sql("delete from accounts.question where key = ? and made_at > ? returning content")
                .params(key(kind, secret), clock.instant().minus(GOOD_FOR).atOffset(ZoneOffset.UTC)).query(String.class).optional());
    }

    /** 256 random bits in base64url. */
    String secret() {
        var bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static byte[] key(Kind kind, String secret) {
        return Throttle.sha256(kind + ":" + secret);
    }

    private static @Nullable String text(@Nullable UUID session) {
        return session == null ? null : session.toString();
    }

    private static @Nullable String cookie(Kind kind, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, cookieName(kind, request));
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    /** Lax, as the answer of another organization comes by a link from there. */
    private static void setCookie(Kind kind, HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(cookieName(kind, request), value)
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(kept).build().toString());
    }

    private static String cookieName(Kind kind, HttpServletRequest request) {
        return (request.isSecure() ? "__Host-" : "") + "casebridge-asked-" + kind.name().toLowerCase();
    }
}
