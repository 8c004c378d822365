package org.casebridge.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The key of one kind of thing, so that a client's key can never be passed as a referral's. */
public interface Id {

    UUID value();

    /** As it appears in a URL. */
    default String text() {
        return value().toString();
    }

    /** A new key: UUID version 7 (RFC 9562), so that rows made together lie together in an index. */
    static UUID fresh() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The least key that {@link #fresh} makes at that time or later: what was made since is what is not below it (RFC 9562, 5.7). */
    static UUID atLeast(java.time.Instant since) {
        return new UUID(since.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
