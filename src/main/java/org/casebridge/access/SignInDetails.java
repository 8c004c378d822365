package org.casebridge.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as Spring Security's password check wants to see it. */
record SignInDetails(Account account) implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() { return List.of(); }

    @Override
    public @Nullable String getPassword() { return account.passwordHash(); }

    @Override
    public String getUsername() { return account.username(); }

    @Override
    public boolean isEnabled() { return account.enabled(); }
}
