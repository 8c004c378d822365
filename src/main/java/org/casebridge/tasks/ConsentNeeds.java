package org.casebridge.tasks;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.consent.Consents;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** Consents of a worker's clients that end soon: ask the client whether they want another, before the work that rests on it stops. */
@Component
class ConsentNeeds implements NeedSource {

    private final Consents consents;

    ConsentNeeds(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var ending = consents.ending(questions, mine.clients(), mine.today(), mine.until());
        return () -> ending.get().stream()
                .map(it -> new Need(it.clientId(), it.client(), Sentence.of("Consent ends: {recipient}", it.recipient()),
                        Sentence.of("After {day} nothing more may be shared with them by it. Ask whether the client wants another.", it.expiresOn()), it.expiresOn(),
                        Sentence.of("See the consent"), it.path()))
                .toList();
    }
}
