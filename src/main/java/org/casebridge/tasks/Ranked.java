package org.casebridge.tasks;

import java.util.List;
import org.casebridge.kernel.Sentence;

/** A need at its place on My day, with what brought it there: each reason with its points, which add up to its own. */
public record Ranked(Need need, List<Reason> reasons) {

    public record Reason(Sentence what, int points) {}

    public int points() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    public Ground.Lane lane() {
        return need.ground().lane();
    }
}
