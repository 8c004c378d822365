package org.casebridge.accounts;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page to sign in on, as each way of signing in shows it again when it was refused. */
@Component
class SignInPage {

    private final Templates pages;
    private final OidcProvider provider;

    SignInPage(Templates pages, OidcProvider provider) {
        this.pages = pages;
        this.provider = provider;
    }

    /** {@code left}: its person locked the screen just now. */
    JteModel of(String next, @Nullable Sentence problem, boolean left, String username) {
        return pages.accountsSignin(next, problem, left, username, provider.on() ? provider.name() : null);
    }
}
