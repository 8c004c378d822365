package org.casebridge.assessments;

import java.util.List;
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
    public List<Need> of(Mine mine) {
        return rules.until(mine.worker(), mine.until()).stream().map(it -> new Need(it.client(), it.name(), Sentence.of("Assessment due: {instrument}", Telling.titled(it.instrument())), it.why(), it.on(),
                Sentence.of("Assess"), "/clients/" + it.client().text() + "/assessments")).toList();
    }
}
