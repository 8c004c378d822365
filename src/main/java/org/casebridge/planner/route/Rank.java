package org.casebridge.planner.route;

import org.casebridge.kernel.Worded;

/** How much a visit must take place: one of a rank goes before any number below it, up to a hundred. */
public enum Rank implements Worded {
    LAW("A law or somebody’s safety asks for it", 1_000_000, 3), URGENT("Urgent", 10_000, 2), OVERDUE("Contact is overdue", 100, 1), PLANNED("Planned", 1, 0);

    private final String words;
    private final long weight;
    private final int early;

    Rank(String words, long weight, int early) {
        this.words = words;
        this.weight = weight;
        this.early = early;
    }

    @Override
    public String words() { return words; }

    /** What leaving it out costs. */
    public long weight() { return weight; }

    /** What each minute costs by which it is later in its day. */
    public int early() { return early; }
}
