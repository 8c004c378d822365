package org.casebridge.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is behind the current request, command or job: their role, their agency, and the language and clock they read by. {@code session}, {@code factors}
 * and {@code freshUntil} tell of the browser they act from; commands and jobs have none.
 */
public record Actor(AccountId account, String name, Role role, AgencyId agency, Locale language, ZoneId zone,
                    @Nullable UUID session, Set<Factor> factors, @Nullable Instant freshUntil) {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** The account that imports, seeds and jobs act by; every database has it. */
    private static final AccountId MACHINE = new AccountId(UUID.fromString("00000000-0000-7000-8000-000000000002"));

    public static Actor machine() {
        return new Actor(MACHINE, "Casebridge", Role.MACHINE, AgencyId.FIRST, Locale.ENGLISH, ZoneOffset.UTC, null, Set.of(), null);
    }

    public static Actor current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("Nobody is acting"));
    }

    public static Optional<Actor> ifAny() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public <T, X extends Throwable> T act(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The same person, acting from this session. */
    Actor within(Session it) {
        return new Actor(account, name, role, agency, language, zone, it.id(), it.factors(), it.freshUntil());
    }

    /** Whether they showed a factor a moment ago ({@link Session#FRESH}), in a session; what asks for it refuses jobs. */
    public boolean fresh(Instant now) {
        return freshUntil != null && now.isBefore(freshUntil);
    }

    public boolean may(Permission permission) {
        return role.permissions().contains(permission);
    }
}
