package org.casebridge.data;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The token of the form being carried out. The first writing transaction of the request records it in {@code data.once}
 * together with its deed; the same form sent again, or by a second click, is refused as {@link AlreadyDone} and changes nothing.
 */
public final class Once {

    private static final ScopedValue<Once> CURRENT = ScopedValue.newInstance();

    private final UUID token;
    private final AtomicBoolean spent = new AtomicBoolean();

    private Once(UUID token) {
        this.token = token;
    }

    /** Does the work with this token, or without any when it is null. */
    public static <T, X extends Throwable> T of(@Nullable UUID token, ScopedValue.CallableOp<T, X> work) throws X {
        return token == null ? work.call() : ScopedValue.where(CURRENT, new Once(token)).call(work);
    }

    /** Writes that go along with a form but are not its deed (its draft, a note that it was seen) do not spend its token. */
    public static void aside(Runnable work) {
        var none = new Once(new UUID(0, 0));
        none.spent.set(true);
        ScopedValue.where(CURRENT, none).run(work);
    }

    /** {@link #aside} for a write that returns something. */
    public static <T, X extends Throwable> T apart(ScopedValue.CallableOp<T, X> work) throws X {
        var none = new Once(new UUID(0, 0));
        none.spent.set(true);
        return ScopedValue.where(CURRENT, none).call(work);
    }

    static Optional<UUID> spend() {
        return CURRENT.isBound() && CURRENT.get().spent.compareAndSet(false, true) ? Optional.of(CURRENT.get().token) : Optional.empty();
    }

    static void giveBack() {
        if (CURRENT.isBound()) {
            CURRENT.get().spent.set(false);
        }
    }

    /** This very form was carried out before. */
    public static final class AlreadyDone extends RuntimeException {
        AlreadyDone() {
            super("this form was already carried out", null, false, false);
        }
    }
}
