package org.casebridge.access;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom a user name belongs to, for the password check. Machines have no password and cannot sign in. */
@Component
class SignInLookup implements UserDetailsService {

    private final AccountStore accounts;

    SignInLookup(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        if (username.indexOf('\0') >= 0) {
            throw new UsernameNotFoundException("no such account");
        }
        return accounts.find(username.strip()).filter(it -> it.passwordHash() != null).map(SignInDetails::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
