package org.casebridge.referrals;

import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the client page shows of referrals: a tab, and the button to refer. */
@Configuration(proxyBeanMethods = false)
class ReferralTab {

    @Bean
    ClientTab referralsTab() {
        return new ClientTab(50, "/referrals", "Referrals", Permission.SEE_REFERRALS);
    }

    @Bean
    HeadNote referButton() {
        return (_, _) -> () -> HeadNote.Said.NOTHING.with(Actor.current().may(Permission.SEND_REFERRALS), new HeadNote.Action(10, "Refer", "/referrals/new", false));
    }
}
