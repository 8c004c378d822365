package org.casebridge.accounts;

import static org.casebridge.access.Permission.SIGNED_IN;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Factor;
import org.casebridge.access.Mfa;
import org.casebridge.access.Requires;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Your account: how you sign in. Password, passkeys, another organization, authenticator app, recovery codes, open sessions. */
@Controller
class OwnSignInController {

    private final Accounts accounts;
    private final OwnPassword passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Oidc oidc;
    private final Sessions sessions;
    private final Mfa mfa;
    private final Forms forms;
    private final Templates pages;

    OwnSignInController(Accounts accounts, OwnPassword passwords, SecondFactors factors, Passkeys passkeys, Oidc oidc, Sessions sessions, Mfa mfa, Forms forms, Templates pages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.oidc = oidc;
        this.sessions = sessions;
        this.mfa = mfa;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/account")
    @Requires(value = SIGNED_IN, enrolling = true)
    View show(HttpServletRequest request) {
        var done = request.getParameter("changed") != null ? Sentence.of("Your password is changed. You are signed out everywhere else.") : null;
        return Page.of(page(forms.open(ChangePassword.class, "/account/password"), done));
    }

    @PostMapping("/account/password")
    @Requires(value = SIGNED_IN, enrolling = true)
    View change(Form<ChangePassword> form) {
        return form.did(() -> passwords.change(form.said())) ? Page.at("/account?changed") : Page.again(page(form, null));
    }

    /** The same code until it is confirmed, so that the page may be loaded again. */
    @GetMapping("/account/authenticator")
    @Requires(value = SIGNED_IN, stepUp = true, enrolling = true)
    View setUp() {
        return factors.authenticatorSince(me().id()).isPresent() ? Page.at("/account") : Page.of(setUp(forms.open(TypeCode.class, "/account/authenticator")));
    }

    /** The code that shows the app works is a second factor shown: the session goes on. */
    @PostMapping("/account/authenticator")
    @Requires(value = SIGNED_IN, stepUp = true, enrolling = true)
    View confirm(Form<TypeCode> form, HttpServletRequest request, HttpServletResponse response) {
        var codes = form.attempt(() -> factors.confirmAuthenticator(me().id(), form.said().code()));
        if (codes == null) {
            return Page.again(setUp(form));
        }
        sessions.prove(Set.of(Factor.TOTP), request, response);
        return codes.isEmpty() ? Page.at("/account") : Page.of(pages.accountsCodes(codes, me().username()));
    }

    @PostMapping("/account/authenticator/removal")
    @Requires(value = SIGNED_IN, stepUp = true)
    View remove() {
        factors.removeAuthenticator(me().id());
        return Page.at("/account");
    }

    @PostMapping("/account/recovery-codes")
    @Requires(value = SIGNED_IN, stepUp = true)
    View codes() {
        return Page.of(pages.accountsCodes(factors.renewRecoveryCodes(me()), me().username()));
    }

    private JteModel setUp(Form<TypeCode> form) {
        var account = me();
        return pages.accountsAuthenticator(form, QrCode.ofAuthenticator(account.username(), factors.seedToSetUp(account.id())));
    }

    /** A session that is mine; another's is not there. */
    @PostMapping("/account/sessions/{session}/end")
    @Requires(value = SIGNED_IN, enrolling = true)
    View end(@PathVariable UUID session) {
        sessions.end(me().id(), session);
        return Page.at("/account");
    }

    @PostMapping("/account/sessions/end-others")
    @Requires(value = SIGNED_IN, enrolling = true)
    View endOthers() {
        sessions.endOthers(me().id(), Actor.current().session());
        return Page.at("/account");
    }

    private JteModel page(Form<ChangePassword> form, @Nullable Sentence done) {
        var account = me();
        var mustEnrol = mfa.required() && !account.secondFactor() && !passwords.strongSession();
        var open = sessions.of(account.id());
        var current = open.stream().filter(it -> it.id().equals(Actor.current().session())).findFirst().orElse(null);
        return pages.accountsOwn(account, form, mustEnrol, done, passkeys.of(account.id()), oidc.on() ? oidc.name() : null, oidc.linkedSince(account.id()).orElse(null),
                factors.authenticatorSince(account.id()).orElse(null), factors.recoveryCodesLeft(account.id()),
                PasswordRules.least(account), open, current);
    }

    private Account me() {
        return accounts.get(Actor.current().account());
    }
}
