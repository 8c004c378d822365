package org.casebridge.assessments;

import java.util.List;
import org.casebridge.questionnaires.State;
import org.casebridge.questionnaires.page.QuestionSheet;
import org.casebridge.web.Say;

/** What a completed form of an agency holds: every answer where it stands, its scores, and what the answers amount to elsewhere. */
public record FormOutcome(String path, State state, List<FilledScore> scores, List<Extracted> extracted) {

    /** To be read, in the language of the page. */
    public QuestionSheet sheet() {
        return QuestionSheet.read(state, Say.locale(), Say.zone(), path + "/form");
    }

    /** What was observed, as one reads it. */
    public List<Extracted> observed() {
        return extracted.stream().filter(it -> !it.value().isBlank() && !it.what().isBlank()).toList();
    }
}
