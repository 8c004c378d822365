package org.casebridge.referrals;

import java.time.Instant;
import org.casebridge.directory.ServiceId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A bed or slot that is held for a client, until then, or taken. One that was held too long holds nothing any more. */
public record Claim(ClaimId id, ServiceId serviceId, String service, PlaceId placeId, String place, State state, @Nullable Instant heldUntil, Instant at) {

    public enum State implements Worded {
        HELD("Offered"), TAKEN("Taken"), GIVEN_BACK("Given back");

        private final String words;

        State(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public boolean lapsed(Instant now) {
        return state == State.HELD && heldUntil != null && !heldUntil.isAfter(now);
    }

    public boolean holds(Instant now) {
        return state == State.TAKEN || state == State.HELD && !lapsed(now);
    }
}
