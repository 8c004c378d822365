package org.casebridge.accounts;

import static org.casebridge.access.Permission.ANYONE;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.access.Requires;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where the link of an invitation leads: choosing the first password. */
@Controller
class InvitationController {

    private final Invitations invitations;
    private final Forms forms;
    private final OidcProvider provider;
    private final Templates pages;

    InvitationController(Invitations invitations, Forms forms, OidcProvider provider, Templates pages) {
        this.invitations = invitations;
        this.provider = provider;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/invitation/{invitation}")
    @Requires(ANYONE)
    View show(@PathVariable String invitation) {
        return Page.of(page(invitation, forms.open(new ChoosePassword("", ""), "/invitation")));
    }

    @PostMapping("/invitation/{invitation}")
    @Requires(ANYONE)
    View accept(@PathVariable String invitation, Form<ChoosePassword> form) {
        return form.did(() -> {
            // Whoever is signed in on this machine: the link is the invited person's, and so is what they do with it.
            var invited = invitations.open(invitation).orElseThrow(Invitations::used).actor();
            invited.run(() -> invitations.accept(invitation, form.said()));
        }) ? Page.at("/sign-in") : Page.again(page(invitation, form));
    }

    private JteModel page(String secret, Form<ChoosePassword> form) {
        var account = invitations.open(secret).orElseThrow(Invitations::used);
        return pages.accountsInvitation(account, "/invitation/" + secret, form, PasswordRules.least(account), provider.on() ? provider.name() : null);
    }
}
