package org.casebridge.referrals;

import static org.casebridge.web.Say.say;

import java.util.List;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Shareable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Referrals as they can be shared: with others as lines, with the organization they were sent to as what was asked of it. */
@Configuration(proxyBeanMethods = false)
class ReferralsShared {

    @Bean
    Shareable sharedReferrals(Referrals referrals) {
        return Shareable.of(Part.REFERRALS, client -> referrals.of(client).stream().map(ReferralsShared::piece).toList());
    }

    static Piece piece(ReferralLine it) {
        return Piece.of(Part.REFERRALS, it.id().value(), it.sentAt().atZone(org.casebridge.web.Say.zone()).toLocalDate(), it.service() + ", " + it.organization(),
                List.of(say(it.need()), say(it.status())));
    }

    static Piece piece(Referral it) {
        return Piece.of(Part.REFERRALS, it.id().value(), it.sentAt().atZone(org.casebridge.web.Say.zone()).toLocalDate(), it.service() + ", " + it.organization(),
                List.of(it.asked(), it.shared(), it.reachBy()));
    }
}
