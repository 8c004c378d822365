package org.casebridge.consent;

import java.time.Clock;
import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the client page shows of consents: a tab, and a chip only when one was taken back lately or is about to end. */
@Configuration(proxyBeanMethods = false)
class ConsentTab {

    /** How long before its end, and after it was taken back, a consent is worth a chip. Our own rule. */
    static final int SOON_DAYS = 14;

    @Bean
    ClientTab consentsTab() {
        return new ClientTab(70, "/consents", "Consents", Permission.SEE_CONSENTS);
    }

    @Bean
    HeadNote consentChips(ConsentStore store, Clock clock) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.SEE_CONSENTS)) {
                return () -> HeadNote.Said.NOTHING;
            }
            var today = LocalDate.now(clock.withZone(Actor.current().zone()));
            var marks = store.marks(questions, client, today, today.plusDays(SOON_DAYS), today.minusDays(SOON_DAYS));
            return () -> HeadNote.Said.chips(marks.get().stream().map(it -> it.ends() == null ? Chip.flag("x-octagon", "Took back consent for {recipient}", it.recipient())
                    : Chip.of("hourglass-bottom", "Consent for {recipient} ends {day}", it.recipient(), it.ends())).toList());
        };
    }
}
