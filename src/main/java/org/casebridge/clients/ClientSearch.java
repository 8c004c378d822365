package org.casebridge.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.sealing.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finding clients within one's reach. */
@Service
@Transactional(readOnly = true)
public class ClientSearch {

    public static final int PAGE = 40;

    /** Enough keys to fill a page, whatever else the client must match. */
    private static final int FEW = 200;
    /** So many keys of a common name are looked through for a second, rarer part. */
    private static final int MANY = 3_000;

    private final SearchStore store;
    private final Sealed sealed;
    private final Clock clock;

    ClientSearch(SearchStore store, Sealed sealed, Clock clock) {
        this.store = store;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** The clients who match every part of what was typed, closest first; at most {@code most}, and one more when there are more. */
    public List<FoundClient> find(String typed, int most) {
        var search = Search.read(typed, LocalDate.now(clock.withZone(Actor.current().zone())));
        if (search.blank()) {
            return List.of();
        }
        var found = new LinkedHashMap<ClientId, FoundClient>();
        store.find(search, search.closely(sealed::token), search.parts().size() == 1 ? FEW : MANY, most + 1).forEach(it -> found.put(it.line().id(), it));
        if (found.size() <= most) {
            store.find(search, search.widely(sealed::token), search.parts().size() == 1 ? FEW : MANY, most + 1).forEach(it -> found.putIfAbsent(it.line().id(), it));
        }
        return new ArrayList<>(found.values()).subList(0, Math.min(found.size(), most + 1));
    }

    /** Those one works with, by name; the page after the given line. */
    public List<FoundClient> mine(@Nullable String afterName, @Nullable ClientId after) {
        return Actor.current().role().wide() ? store.newest(after, PAGE + 1) : store.within(afterName, after, PAGE + 1);
    }
}
