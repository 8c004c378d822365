package org.casebridge.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** Referrals whose loop is open when the case closes. */
@Component
class OpenReferrals implements OpenWork {

    private final ReferralStore store;
    private final Clock clock;

    OpenReferrals(ReferralStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Item> of(ClientId client) {
        var zone = Actor.current().zone();
        var today = LocalDate.now(clock.withZone(zone));
        return store.of(client).stream().filter(ReferralLine::open)
                .map(it -> new Item(Sentence.of("Referral to {organization}: {service}", it.organization(), it.service()), it.why(today, zone), it.path())).toList();
    }
}
