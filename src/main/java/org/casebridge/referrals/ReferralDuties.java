package org.casebridge.referrals;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** A referral rests on its worker until its outcome is known; it follows the case. */
@Component
class ReferralDuties implements Duties {

    private final ReferralStore store;

    ReferralDuties(ReferralStore store) {
        this.store = store;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        int open = store.countOpenOf(account);
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 referral to follow up} other {# referrals to follow up}}", open));
    }
}
