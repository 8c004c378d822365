package org.casebridge.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service's beds and slots as one client meets them: how many are free, what is held or taken for them, and their turn in the line: {@code position} 1 is next, null when they do not wait.
 * {@code expectedOn}: when their turn comes if places go on as in the last ninety days; null when too few did to tell.
 */
public record Room(int all, int free, List<Claim> claims, @Nullable Integer position, @Nullable Instant since, @Nullable LocalDate expectedOn, int waiting) {}
