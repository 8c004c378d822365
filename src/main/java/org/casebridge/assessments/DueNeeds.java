package org.casebridge.assessments;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Assessments that the programmes of a worker's people ask for. */
@Component
class DueNeeds implements NeedSource {

    private final DueRules rules;

    DueNeeds(DueRules rules) {
        this.rules = rules;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var due = rules.until(questions, mine.worker(), mine.until());
        return () -> due.get().stream().map(it -> new Need(it.client(), it.name(), Sentence.of("Assessment due: {instrument}", Telling.titled(it.instrument())), it.why(), it.on(),
                Sentence.of("Assess"), "/clients/" + it.client().text() + "/assessments")).toList();
    }
}
