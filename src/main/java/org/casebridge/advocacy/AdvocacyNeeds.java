package org.casebridge.advocacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** What My day should know: answers due or overdue, and issues without a date that nobody touched for a while. */
@Component
class AdvocacyNeeds implements NeedSource {

    private final IssueStore issues;

    AdvocacyNeeds(IssueStore issues) {
        this.issues = issues;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var open = issues.openOf(questions, mine.worker());
        return () -> open.get().stream().map(it -> need(it, mine.today())).filter(it -> !Objects.requireNonNull(it.due().on()).isAfter(mine.until())).toList();
    }

    private static Need need(IssueLine it, LocalDate today) {
        var due = it.answerDue() != null ? it.answerDue() : it.lastTouched().plusDays(IssueLine.QUIET_DAYS);
        return new Need(it.clientId(), it.client(), Sentence.of("{about}: answer of {agency}", it.about(), it.name()), it.why(today), due,
                Sentence.of("Open issue"), it.path()).by(it.answerDue() != null ? Ground.LAW : Ground.WAITING);
    }
}
