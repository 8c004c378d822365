package org.casebridge.matching;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What came of earlier referrals to services, told by whoever keeps them; asked once for all services of a page. Services with too few to tell of are left out. */
public interface TrackRecord {

    /** {@code points}: 0 to {@link Points#RECORD_MOST}; {@code why}: what they are for; {@code warning}: what speaks against sending, when something does. */
    record Told(int points, Sentence why, @Nullable Sentence warning) {}

    Map<UUID, Told> of(Collection<UUID> services, @Nullable NeedCategory need);
}
