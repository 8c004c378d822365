package org.casebridge.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** Something that left: 45 CFR 164.528(b)(2) and 42 CFR 2.25 want the day, the recipient with address, what, and why or the request itself. */
public record Disclosure(DisclosureId id, ClientId clientId, Instant at, String by, Recipient.Kind recipientKind, String recipient, String address, Purpose purpose,
                         String purposeWords, Basis basis, String authority, String request, Way way, Set<Part> parts, int pieces, String what, boolean part2,
                         Set<UUID> consents, @Nullable LocalDate silentUntil) {}
