package org.casebridge.access;

import java.util.List;
import java.util.Optional;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, and the agency they work for. */
@Service
@Transactional
public class Accounts {

    /** How many characters a password has at least that stands alone (NIST SP 800-63B-4, 3.1.1.2). */
    public static final int ALONE = 15;

    private final AccountStore store;
    private final PasswordEncoder passwords;

    Accounts(AccountStore store, PasswordEncoder passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String username) {
        return store.find(username);
    }

    @Transactional(readOnly = true)
    public Account get(AccountId id) {
        return store.find(id).orElseThrow(() -> Refused.notFound("That account could not be found."));
    }

    /** The acting person's colleagues, themselves too, by name; neither partners nor machines. */
    @Transactional(readOnly = true)
    public List<Account> colleagues() {
        return store.staff(Actor.current().agency());
    }

    /** Those colleagues who reach this client one by one, by name. */
    @Transactional(readOnly = true)
    public List<Account> reaching(java.util.UUID client) {
        return store.reaching(Actor.current().agency(), client);
    }

    /** Refuses a user name that is taken. */
    public AccountId add(NewAccount account, String password) {
        var id = add(account);
        setPassword(id, password);
        return id;
    }

    /** An account that cannot sign in yet: its person is invited. Refuses a user name that is taken. */
    public AccountId add(NewAccount account) {
        if (store.find(account.username()).isPresent()) {
            throw Refused.conflict("The user name {username} is taken.", account.username()).at("username");
        }
        var id = new AccountId(Id.fresh());
        store.add(id, account, null);
        return id;
    }

    /** All of the acting person's agency, disabled ones last. */
    @Transactional(readOnly = true)
    public List<Account> everybody() {
        return store.all(Actor.current().agency());
    }

    /** Holds from the account's next request. */
    public void setRole(AccountId account, Role role) {
        store.setRole(account, role);
    }

    /** True in a new database: no person has an account yet. */
    @Transactional(readOnly = true)
    public boolean nobody() {
        return store.nobody();
    }

    @Transactional(readOnly = true)
    public boolean knows(AccountId account, String password) {
        return passwords.matches(password, get(account).passwordHash());
    }

    /** From now on this account cannot sign in, and its sessions end. */
    public void disable(AccountId account) {
        store.disable(account, true);
    }

    /** A disabled account may sign in again. */
    public void admit(AccountId account) {
        store.disable(account, false);
    }

    /** Whether it is a good one is the accounts module's business. */
    public void setPassword(AccountId account, String password) {
        store.setPassword(account, passwords.encode(password), password.codePointCount(0, password.length()) < ALONE);
    }

    /** From now on nobody signs in to this account by a password. */
    public void forgetPassword(AccountId account) {
        store.setPassword(account, null, false);
    }

    /** Whether its password has too few characters to stand alone. */
    @Transactional(readOnly = true)
    public boolean shortPassword(AccountId account) {
        return store.shortPassword(account);
    }

    /** Whether it has an authenticator app or a passkey; without the other factor, its password opens nothing then. */
    public void hasSecondFactor(AccountId account, boolean has) {
        store.setSecondFactor(account, has);
    }

    /** Refuses a language that has no catalogue. */
    public void speak(AccountId account, String language) {
        if (!List.of("en", "es").contains(language)) {
            throw Refused.invalid("Casebridge speaks English and Spanish so far.");
        }
        store.setLanguage(account, language);
    }

    /** Zone is an IANA time-zone name. */
    public void nameAgency(AgencyId agency, String name, java.time.ZoneId zone) {
        store.nameAgency(agency, name, zone.getId());
    }
}
