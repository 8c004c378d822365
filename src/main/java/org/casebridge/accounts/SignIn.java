package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Factor;
import org.casebridge.access.Passwords;
import org.casebridge.access.Role;
import org.casebridge.access.Session;
import org.casebridge.access.Sessions;
import org.casebridge.accounts.Throttle.By;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Service;

/**
 * Lets people in. A wrong name, a wrong password and a disabled account are answered alike, in the same words and with the same work; whoever tries too often waits.
 */
@Service
class SignIn {

    private static final int FREE_BY_PLACE = 5;
    private static final int FREE_BY_ACCOUNT = 20;
    private static final int FREE_BY_NETWORK = 100;
    private static final int FREE_BY_CODE = 5;

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Throttle throttle;
    private final KnownBrowsers browsers;
    private final CsrfTokenRepository forgery;
    private final ApplicationEventPublisher events;

    SignIn(Accounts accounts, Passwords passwords, SecondFactors factors, Sessions sessions, Throttle throttle, KnownBrowsers browsers, CsrfTokenRepository forgery,
           ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.throttle = throttle;
        this.browsers = browsers;
        this.forgery = forgery;
        this.events = events;
    }

    /** What came of trying to sign in. */
    sealed interface Answer {
        record In(boolean codeNeeded) implements Answer {}
        record Wrong() implements Answer {}
        record Wait(Duration left) implements Answer {}
    }

    Answer byPassword(String typed, String password, HttpServletRequest request, HttpServletResponse response) {
        var username = typed.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        var account = accounts.find(username).filter(it -> it.role() != Role.MACHINE).orElse(null);
        var counted = counted(username, account, request);
        var wait = throttle.count(counted);
        if (!wait.isZero()) {
            return new Answer.Wait(wait);
        }
        var right = passwords.matches(password.replace("\0", ""), account == null ? null : account.passwordHash());
        if (!right || account == null || !account.enabled() || password.indexOf('\0') >= 0) {
            refused(username);
            return new Answer.Wrong();
        }
        throttle.forgive(counted.stream().filter(it -> it.free() != FREE_BY_NETWORK).toList());
        counted.stream().filter(it -> it.free() == FREE_BY_NETWORK).forEach(throttle::takeBack);
        start(account, Factor.PASSWORD, request, response);
        if (!account.secondFactor()) {
            remember(account, request, response);
        }
        return new Answer.In(account.secondFactor());
    }

    /** The second factor after the password: six digits from the app, or a recovery code. */
    Answer byCode(Session half, String code, HttpServletRequest request, HttpServletResponse response) {
        var shown = throttled(half.account().id(), () -> factors.check(half.account().id(), code));
        if (shown.shown() == null) {
            if (shown.left().isZero()) {
                refused(half.account().username());
            }
            return shown.left().isZero() ? new Answer.Wrong() : new Answer.Wait(shown.left());
        }
        half.account().actor().run(() -> sessions.prove(Set.of(shown.shown()), request, response));
        remember(half.account(), request, response);
        return new Answer.In(false);
    }

    /** A passkey was shown: alone sufficient. Refuses a disabled account as it refuses a wrong passkey. */
    boolean byPasskey(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.get(id);
        if (!account.enabled() || account.role() == Role.MACHINE) {
            refused(account.username());
            return false;
        }
        start(account, Factor.PASSKEY, request, response);
        remember(account, request, response);
        return true;
    }

    /** Somebody whom nobody here knows tried to sign in without a name. */
    boolean refusedStranger() {
        refused("");
        return false;
    }

    /** Their next tries from this browser are counted apart. */
    void remember(Account account, HttpServletRequest request, HttpServletResponse response) {
        account.actor().run(() -> browsers.remember(account.id(), request, response));
    }

    /** The account is signed in by a factor that needs no other. */
    void start(Account account, Factor factor, HttpServletRequest request, HttpServletResponse response) {
        // In the name of whoever was just shown to be here, whosever session this browser held before.
        account.actor().run(() -> sessions.start(account.id(), Set.of(factor), request, response));
        forgery.saveToken(null, request, response);
    }

    /** What a person showed, or how long they wait before they may try again; neither when it was wrong. */
    record Shown(@Nullable Factor shown, Duration left) {}

    /** One try at a factor of an account whose person is known already. */
    Shown throttled(AccountId account, Supplier<@Nullable Factor> check) {
        var by = List.of(new By("code:" + account.text(), FREE_BY_CODE));
        var wait = throttle.count(by);
        if (!wait.isZero()) {
            return new Shown(null, wait);
        }
        var shown = check.get();
        if (shown != null) {
            throttle.forgive(by);
        }
        return new Shown(shown, Duration.ZERO);
    }

    /** Said as Spring Security says it, so that whoever listens for failures hears of it. */
    private void refused(String username) {
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(UsernamePasswordAuthenticationToken.unauthenticated(username, null), new BadCredentialsException("refused")));
    }

    /** A browser that is known for the account is counted by itself; all others by account, by network and by both. */
    private List<By> counted(String username, @Nullable Account account, HttpServletRequest request) {
        var known = account == null ? null : browsers.of(account.id(), request).orElse(null);
        if (known != null) {
            return List.of(new By("browser:" + known, FREE_BY_PLACE));
        }
        var network = Network.of(request.getRemoteAddr());
        return List.of(new By("place:" + username + "|" + network, FREE_BY_PLACE), new By("account:" + username, FREE_BY_ACCOUNT, Throttle.LONGEST_OF_MANY), new By("network:" + network, FREE_BY_NETWORK));
    }
}
