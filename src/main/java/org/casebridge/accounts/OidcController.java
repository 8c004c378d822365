package org.casebridge.accounts;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** To another organization's sign-in and back. All ways there are links, as a form may not lead to another server (form-action in our Content-Security-Policy). */
@Controller
class OidcController {

    private final Oidc oidc;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Invitations invitations;
    private final SignInPage signInPage;

    OidcController(Oidc oidc, Passkeys passkeys, Accounts accounts, Invitations invitations, SignInPage signInPage) {
        this.oidc = oidc;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.invitations = invitations;
        this.signInPage = signInPage;
    }

    @GetMapping("/sign-in/oidc")
    @Requires(ANYONE)
    View signIn(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        return away(Oidc.Why.SIGN_IN, null, next, request, response);
    }

    @GetMapping("/invitation/{invitation}/oidc")
    @Requires(ANYONE)
    View accept(@PathVariable String invitation, HttpServletRequest request, HttpServletResponse response) {
        invitations.open(invitation).orElseThrow(Invitations::used);
        return away(Oidc.Why.INVITATION, invitation, "/", request, response);
    }

    @GetMapping("/account/oidc")
    @Requires(value = SIGNED_IN, stepUp = true, enrolling = true)
    View link(HttpServletRequest request, HttpServletResponse response) {
        return away(Oidc.Why.LINK, null, "/account", request, response);
    }

    @GetMapping("/confirm/oidc")
    @Requires(value = SIGNED_IN, enrolling = true)
    View again(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        return away(Oidc.Why.AGAIN, null, next, request, response);
    }

    @PostMapping("/account/oidc/removal")
    @Requires(value = SIGNED_IN, stepUp = true)
    View unlink() {
        var me = accounts.get(Actor.current().account());
        oidc.unlink(me, !passkeys.of(me.id()).isEmpty());
        return Page.at("/account");
    }

    /** Where the other organization sends people back to: the redirect URI to register there. */
    @GetMapping("/sign-in/oidc/answer")
    @Requires(ANYONE)
    View answer(@RequestParam(required = false) @Nullable String code, @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String error,
                @RequestParam(required = false) @Nullable String iss, HttpServletRequest request, HttpServletResponse response) {
        if (!oidc.on() || code == null && error == null) {
            return Page.at("/");
        }
        try {
            return Page.at(oidc.take(new OidcProvider.Answer(code, state, error, iss), request, response));
        } catch (Refused refused) {
            if (Actor.ifAny().isPresent()) {
                throw refused;
            }
            return Page.again(signInPage.of("/", refused.sentence(), false, ""));
        }
    }

    private View away(Oidc.Why why, @Nullable String invitation, String next, HttpServletRequest request, HttpServletResponse response) {
        return Page.at(oidc.on() ? oidc.begin(why, invitation, Here.local(next) ? next : "/", request, response) : why == Oidc.Why.LINK ? "/account" : "/");
    }
}
