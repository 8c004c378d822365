package org.casebridge.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one person on a day: facts as text (numbers plain, yes or no in lower case), and each kind of paper in hand with the day it was issued. */
public record Known(Map<Fact, String> facts, Map<PaperKind, LocalDate> papers, LocalDate today) {

    public Known {
        facts = Map.copyOf(facts);
        papers = Map.copyOf(papers);
    }

    @Nullable String value(Fact fact) {
        return facts.get(fact);
    }

    /** How many days ago a paper was issued; null when none is in hand. */
    @Nullable Long age(PaperKind paper) {
        var issued = papers.get(paper);
        return issued == null ? null : ChronoUnit.DAYS.between(issued, today);
    }
}
