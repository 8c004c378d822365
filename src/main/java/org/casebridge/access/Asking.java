package org.casebridge.access;

import java.util.Optional;
import java.util.UUID;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;

/** The request being answered: its own number, the network address it came from, and for which purpose the record is used, where one was said. */
public record Asking(UUID request, String source, @Nullable String purpose) {

    private static final ScopedValue<Asking> CURRENT = ScopedValue.newInstance();

    static Asking from(String source) {
        return new Asking(Id.fresh(), source, null);
    }

    public static Optional<Asking> ifAny() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does the work for this purpose, as every row of the audit about it will say (HL7 PurposeOfUse: TREAT, ETREAT, HOPERAT, BTG …). */
    public static <T, X extends Throwable> T purpose(String purpose, ScopedValue.CallableOp<T, X> work) throws X {
        var now = ifAny().orElseGet(() -> from(""));
        return new Asking(now.request, now.source, purpose).during(work);
    }

    <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
