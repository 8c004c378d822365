package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Consumer;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Confirmation;
import org.casebridge.access.Factor;
import org.casebridge.access.StepUp;
import org.casebridge.data.Once;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the factor shown again. Whoever has a second factor shows that one; a password alone is not enough for them. */
@Component
class FactorConfirmation implements Confirmation {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignIn signIn;

    FactorConfirmation(Accounts accounts, SecondFactors factors, Passkeys passkeys, SignIn signIn) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.signIn = signIn;
    }

    /** A wrong answer does not spend the form's token, so that the right one still carries the form out. */
    @Override
    public void read(HttpServletRequest request, Consumer<Set<Factor>> prove) {
        Once.aside(() -> prove.accept(shown(request)));
    }

    private Set<Factor> shown(HttpServletRequest request) {
        var account = accounts.get(Actor.current().account());
        var passkey = text(request.getParameter(StepUp.PASSKEY));
        if (!passkey.isBlank()) {
            return passkeys.shownAgain(passkey, request).filter(account.id()::equals).map(_ -> Set.of(Factor.PASSKEY))
                    .orElseThrow(() -> Refused.invalid("That is not right. Please try again."));
        }
        var shown = signIn.throttled(account.id(), () -> account.secondFactor()
                ? factors.check(account.id(), text(request.getParameter(StepUp.CODE)))
                : accounts.knows(account.id(), text(request.getParameter(StepUp.PASSWORD))) ? Factor.PASSWORD : null);
        if (!shown.left().isZero()) {
            throw Refused.invalid("That was tried too often. Please wait {seconds, plural, one {1 second} other {# seconds}} and try again.", shown.left().toSeconds() + 1);
        }
        if (shown.shown() == null) {
            throw Refused.invalid("That is not right. Please try again.");
        }
        return Set.of(shown.shown());
    }

    private static String text(@Nullable String value) {
        return value == null || value.indexOf('\0') >= 0 ? "" : value;
    }
}
