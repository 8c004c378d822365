package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/**
 * Browsers from which an account signed in before. Their tries are counted apart, so that strangers who guess at an account slow down themselves and not its owner
 * (the OWASP cheat sheet on device cookies). Knowing a browser never replaces a factor.
 */
@Component
class KnownBrowsers {

    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A name for this browser, if the account signed in from it before. */
    Optional<String> of(AccountId account, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, cookieName(request));
        if (cookie == null || cookie.getValue().isBlank()) {
            return Optional.empty();
        }
        var key = Throttle.sha256(cookie.getValue());
        var known = transaction.execute(_ -> db.sql("select exists (select from accounts.known_browser where key = ? and account_id = ? and since > ?)")
                .params(key, account.value(), clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).query(Boolean.class).single());
        return Boolean.TRUE.equals(known) ? Optional.of(HexFormat.of().formatHex(key)) : Optional.empty();
    }

    /** This account has signed in from this browser. A browser that several people share is known for the last of them. */
    void remember(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        if (of(account, request).isPresent()) {
            return;
        }
        var bits = new byte[24];
        random.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            db.sql("delete from accounts.known_browser where since < ?").param(now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
            db.sql("insert into accounts.known_browser (key, account_id, since) values (?, ?, ?)")
                    .params(Throttle.sha256(secret), account.value(), now.atOffset(ZoneOffset.UTC)).update();
        });
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(cookieName(request), secret)
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(KEPT).build().toString());
    }

    /** Nothing is known of the account's browsers any more. */
    void forget(AccountId account) {
        transaction.executeWithoutResult(_ -> db.sql("delete from accounts.known_browser where account_id = ?").param(account.value()).update());
    }

    private static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-casebridge-known" : "casebridge-known";
    }
}
