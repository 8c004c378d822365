package org.casebridge.tasks;

import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CaseLine;
import org.casebridge.consent.Consents;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** Consents of a worker's clients that end soon: ask the client whether they want another, before the work that rests on it stops. */
@Component
class ConsentNeeds implements NeedSource {

    private final Consents consents;
    private final CaseFiles cases;

    ConsentNeeds(Consents consents, CaseFiles cases) {
        this.consents = consents;
        this.cases = cases;
    }

    @Override
    public List<Need> of(AccountId worker, LocalDate today) {
        return consents.ending(cases.openOf(worker).stream().map(CaseLine::clientId).distinct().toList(), today, today.plusDays(AHEAD)).stream()
                .map(it -> new Need(it.clientId(), it.client(), Sentence.of("Consent ends: {recipient}", it.recipient()),
                        Sentence.of("After {day} nothing more may be shared with them by it. Ask whether the client wants another.", it.expiresOn()), it.expiresOn(),
                        Sentence.of("See the consent"), it.path()))
                .toList();
    }
}
