package org.casebridge.consent;

import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** What others may need to know about consents. {@code organization} is the one named, if it is one of the directory. */
public sealed interface ConsentEvent {

    ClientId clientId();

    @Nullable UUID organization();

    record Recorded(Consent consent) implements ConsentEvent {

        @Override
        public ClientId clientId() { return consent.clientId(); }

        @Override
        public @Nullable UUID organization() { return consent.designation().organization(); }
    }

    /** Taken back, wholly or in part. */
    record Revoked(Consent consent, Revocation revocation) implements ConsentEvent {

        @Override
        public ClientId clientId() { return consent.clientId(); }

        @Override
        public @Nullable UUID organization() { return consent.designation().organization(); }
    }

    record Disclosed(ClientId clientId, DisclosureId id, Release release, int pieces) implements ConsentEvent {

        @Override
        public @Nullable UUID organization() { return release.recipient().organization(); }
    }
}
