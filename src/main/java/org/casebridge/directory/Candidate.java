package org.casebridge.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service that fits a search, for whoever ranks services by rules of their own. {@code km} is from the place searched near or the home, when one is
 * known; {@code capacity} is null when nobody told it or it was told too long ago to be believed ({@code capacityAt} says when); {@code terms} are those of
 * its taxonomy that fit the need; {@code languages} has commas between; {@code audience} is whom it serves in its own words; {@code state} is its place's;
 * {@code assured} is when somebody last said that its entry is right.
 */
public record Candidate(ServiceId id, String name, OrganizationId organization, String organizationName, @Nullable Double km, @Nullable Capacity capacity, @Nullable Instant capacityAt,
                        @Nullable String terms, @Nullable String languages, @Nullable String audience, @Nullable String state, @Nullable LocalDate assured) {}
