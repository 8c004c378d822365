package org.casebridge.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A row of the log as it is read: {@code what} is a table, the pattern of an address or a {@link Deed}; {@code whom} are the keys of its clients; values are left out. */
public record AuditLine(long id, Instant at, @Nullable UUID actor, @Nullable String name, String login, @Nullable UUID session, @Nullable String factors, @Nullable String purpose,
                        @Nullable UUID request, @Nullable String source, Kind kind, String what, @Nullable String whom, @Nullable String record, @Nullable String differing,
                        boolean came, boolean went, boolean refused, @Nullable String reason) {

    public enum Kind implements Worded {
        LOOK("Looks"), CHANGE("Changes"), DEED("Deeds");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public List<UUID> clients() {
        return whom == null || whom.isEmpty() ? List.of() : new ArrayList<>(Arrays.stream(whom.split(" ")).map(UUID::fromString).toList());
    }
}
