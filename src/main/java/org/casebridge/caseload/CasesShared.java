package org.casebridge.caseload;

import static org.casebridge.web.Say.day;
import static org.casebridge.web.Say.say;

import java.util.List;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Shareable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cases of a client, as they can be shared. */
@Configuration(proxyBeanMethods = false)
class CasesShared {

    @Bean
    Shareable sharedCases(CaseFiles cases) {
        return Shareable.of(Part.CASES, client -> cases.of(client).stream().map(it -> Piece.of(Part.CASES, it.id().value(), it.openedOn(), it.program(),
                it.open() ? List.of(say("Open, with {worker}", it.workerName()))
                        : List.of(say("Closed on {day}", day(it.closedOn())), say(it.closeReason()), it.achieved() == null ? "" : it.achieved()))).toList());
    }
}
