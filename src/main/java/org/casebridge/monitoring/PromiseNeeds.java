package org.casebridge.monitoring;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** What a worker promised, or has to ask after. */
@Component
class PromiseNeeds implements NeedSource {

    private final Promises promises;

    PromiseNeeds(Promises promises) {
        this.promises = promises;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var due = promises.due(questions, mine.worker(), mine.until());
        return () -> due.get().stream().map(it -> new Need(it.clientId(), it.client(), it.by() == Promise.By.US ? Sentence.of("Promise to keep") : Sentence.of("Promise to ask after"),
                Sentence.of("“{words}” · {who}", it.words(), Promises.who(it.by(), it.who())), it.dueOn(), Sentence.of("Open promises"), "/clients/" + it.clientId().text() + "/promises").by(Ground.PROMISE)).toList();
    }
}
