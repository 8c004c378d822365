package org.casebridge.accounts;

import java.util.List;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Duties;
import org.casebridge.access.Role;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the administrator does with the accounts of their agency; never with their own. */
@Service
class AccountDesk {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Sessions sessions;
    private final List<Duties> duties;
    private final TransactionTemplate transaction;

    AccountDesk(Accounts accounts, Invitations invitations, Sessions sessions, List<Duties> duties, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.duties = duties;
        this.transaction = transaction;
    }

    /** Refuses one that is not of the administrator's agency, and the machine's. */
    Account get(AccountId id) {
        var account = accounts.get(id);
        if (!account.agencyId().equals(Actor.current().agency()) || !account.role().signsIn()) {
            throw Refused.notFound("That account could not be found.");
        }
        return account;
    }

    void setRole(AccountId id, Role role) {
        var account = another(id);
        if (!role.signsIn()) {
            throw Refused.invalid("Choose a role.").at("role");
        }
        accounts.setRole(account.id(), role);
    }

    /** Refuses while work rests on it; {@link #restingOn} says which. Its sessions and its link end at once. */
    void disable(AccountId id) {
        var account = another(id);
        if (!restingOn(id).isEmpty()) {
            throw Refused.conflict("Work still rests on this account. Hand it over first, then disable the account.");
        }
        transaction.executeWithoutResult(_ -> {
            accounts.disable(account.id());
            invitations.withdraw(account.id());
            sessions.endOthers(account.id(), null);
        });
    }

    void admit(AccountId id) {
        accounts.admit(another(id).id());
    }

    Invitations.Invited again(AccountId id) {
        return invitations.again(another(id).id());
    }

    /** What somebody else must take over, counted over the whole agency, where the administrator sees no client. */
    List<Sentence> restingOn(AccountId account) {
        return Actor.machine().act(() -> {
            var alone = new TransactionTemplate(transaction.getTransactionManager());
            alone.setPropagationBehavior(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return alone.execute(_ -> duties.stream().flatMap(it -> it.of(account).stream()).toList());
        });
    }

    private Account another(AccountId id) {
        if (id.equals(Actor.current().account())) {
            throw Refused.conflict("Somebody else has to do this with your account.");
        }
        return get(id);
    }
}
