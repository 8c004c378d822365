package org.casebridge.assessments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebridge.access.AgencyId;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forms that agencies published. A version never changes, so it is read and compiled once and then kept, as long as there is room. */
@Component
@Transactional(readOnly = true)
class PublishedForms {

    private static final int KEPT = 100;

    private record Key(FormId id, int version) {}

    private final OwnFormStore store;
    private final WithdrawalStore withdrawals;
    private final Map<Key, OwnForm> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, OwnForm> eldest) {
            return size() > KEPT;
        }
    };

    PublishedForms(OwnFormStore store, WithdrawalStore withdrawals) {
        this.store = store;
        this.withdrawals = withdrawals;
    }

    Optional<OwnForm> find(FormId id, int version) {
        var key = new Key(id, version);
        synchronized (kept) {
            if (kept.get(key) instanceof OwnForm known) {
                return Optional.of(known);
            }
        }
        var read = store.published(id, version);
        read.ifPresent(it -> {
            synchronized (kept) {
                kept.put(key, it);
            }
        });
        return read;
    }

    Optional<OwnForm> newest(FormId id) {
        return store.newest(id).flatMap(it -> find(id, it));
    }

    /** Refuses a form with which nothing new is begun, with the reason. */
    void refuseWithdrawn(FormId id) {
        withdrawals.current(id).ifPresent(it -> {
            throw Refused.conflict("This form was withdrawn {when} by {name}: {reason} What was begun with it can be finished; nothing new is begun.", it.at(), it.byName(), it.reason());
        });
    }

    /** The newest version of each form of an agency that can be begun, by title. */
    List<OwnForm> of(AgencyId agency) {
        return store.of(agency).stream().filter(it -> it.published() && !it.withdrawn()).map(FormLine::id).distinct().flatMap(it -> newest(it).stream()).toList();
    }
}
