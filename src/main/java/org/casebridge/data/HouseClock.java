package org.casebridge.data;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the whole house: the system's, except within {@link #at}, where it stands still at another moment. The demo lives
 * through half a year with it in a second; the audit's own times stay real.
 */
public final class HouseClock extends Clock {

    private static final ScopedValue<Instant> PRETENDED = ScopedValue.newInstance();

    private final ZoneId zone;

    private HouseClock(ZoneId zone) {
        this.zone = zone;
    }

    static Clock utc() {
        return new HouseClock(ZoneOffset.UTC);
    }

    public static <T, X extends Throwable> T at(Instant moment, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PRETENDED, moment).call(work);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HouseClock(other);
    }

    @Override
    public Instant instant() {
        return PRETENDED.isBound() ? PRETENDED.get() : Instant.now();
    }
}
