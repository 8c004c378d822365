package org.casebridge.accounts;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.SIGNED_IN;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Factor;
import org.casebridge.access.Requires;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** Passkeys: made and removed by their person, signed in with, and shown again. What the browser is to be asked is fetched by our script; what it answers comes as a field of a form. */
@Controller
class PasskeyController {

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Forms forms;
    private final Templates pages;
    private final SignInPage signInPage;

    PasskeyController(Passkeys passkeys, SignIn signIn, Accounts accounts, Sessions sessions, Forms forms, Templates pages, SignInPage signInPage) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.accounts = accounts;
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
        this.signInPage = signInPage;
    }

    @PostMapping("/sign-in/passkey/question")
    @Requires(ANYONE)
    @ResponseBody
    Map<String, Object> ask(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.ask(request, response);
    }

    @PostMapping("/sign-in/passkey")
    @Requires(ANYONE)
    View signIn(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        var in = passkeys.shown(credential, request).map(it -> signIn.byPasskey(it, request, response)).orElseGet(() -> signIn.refusedStranger());
        var target = Here.local(next) ? next : "/";
        return in ? Page.at(target)
                : Page.again(signInPage.of(next, Sentence.of("This passkey does not open anything here. Try again, or sign in with your password."), false, ""));
    }

    @PostMapping("/confirm/passkey/question")
    @Requires(value = SIGNED_IN, enrolling = true)
    @ResponseBody
    Map<String, Object> askAgain(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askAgain(Actor.current().account(), request, response);
    }

    @GetMapping("/account/passkeys/new")
    @Requires(value = SIGNED_IN, stepUp = true, enrolling = true)
    View make() {
        return Page.of(pages.accountsPasskey(forms.open(AddPasskey.class, "/account/passkeys")));
    }

    @PostMapping("/account/passkeys/question")
    @Requires(value = SIGNED_IN, stepUp = true, enrolling = true)
    @ResponseBody
    Map<String, Object> askForNew(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askForNew(me(), request, response);
    }

    /** Making it showed who they are: the session goes on. */
    @PostMapping("/account/passkeys")
    @Requires(value = SIGNED_IN, stepUp = true, enrolling = true)
    View add(Form<AddPasskey> form, HttpServletRequest request, HttpServletResponse response) {
        var codes = form.attempt(() -> passkeys.add(me(), form.said(), request));
        if (codes == null) {
            return Page.again(pages.accountsPasskey(form));
        }
        sessions.prove(Set.of(Factor.PASSKEY), request, response);
        return codes.isEmpty() ? Page.at("/account") : Page.of(pages.accountsCodes(codes, me().username()));
    }

    @PostMapping("/account/passkeys/{passkey}/removal")
    @Requires(value = SIGNED_IN, stepUp = true)
    View remove(@PathVariable PasskeyId passkey) {
        passkeys.remove(me().id(), passkey);
        return Page.at("/account");
    }

    private Account me() {
        return accounts.get(Actor.current().account());
    }
}
