package org.casebridge.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. {@code passwordHash} is Argon2id; an account without one cannot sign in by password. {@code secondFactor}: it has an authenticator app or a passkey. */
public record Account(AccountId id, AgencyId agencyId, String agencyName, String username, String name, Role role, String language,
                      String zone, @Nullable String passwordHash, @Nullable Instant disabledAt, boolean secondFactor) {

    public Actor actor() {
        return new Actor(id, name, role, agencyId, Locale.forLanguageTag(language), ZoneId.of(zone), null, Set.of(), null);
    }

    public boolean enabled() {
        return disabledAt == null;
    }
}
