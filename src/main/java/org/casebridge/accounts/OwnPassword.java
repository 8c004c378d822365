package org.casebridge.accounts;

import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Factor;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own password, which nobody else ever sets or sees. */
@Service
class OwnPassword {

    private final Accounts accounts;
    private final PasswordRules rules;
    private final SignIn signIn;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    OwnPassword(Accounts accounts, PasswordRules rules, SignIn signIn, Sessions sessions, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.rules = rules;
        this.signIn = signIn;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** Ends all other sessions of the account. Refuses when the password they have now is wrong. */
    public void change(ChangePassword said) {
        var account = accounts.get(Actor.current().account());
        var known = signIn.throttled(account.id(), () -> accounts.knows(account.id(), said.current()) ? Factor.PASSWORD : null);
        if (!known.left().isZero()) {
            throw Refused.invalid("That was tried too often. Please wait {seconds, plural, one {1 second} other {# seconds}} and try again.", known.left().toSeconds() + 1).at("current");
        }
        if (known.shown() == null) {
            throw Refused.invalid("This is not the password you have now.").at("current");
        }
        if (!said.password().equals(said.again())) {
            throw Refused.invalid("The two new passwords differ. Type the same one twice.").at("again");
        }
        rules.check(said.password(), account);
        transaction.executeWithoutResult(_ -> {
            accounts.setPassword(account.id(), said.password());
            sessions.endOthers(account.id(), Actor.current().session());
        });
    }

    /** Whether the acting person has shown more than a password in this session. */
    boolean strongSession() {
        return Actor.current().factors().stream().anyMatch(it -> it != Factor.PASSWORD);
    }
}
