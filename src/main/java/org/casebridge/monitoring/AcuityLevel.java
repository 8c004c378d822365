package org.casebridge.monitoring;

import org.casebridge.kernel.Worded;

/** How much a client needs one now, as their worker judges it; {@code points} enter the risk of the radar. Our own scale of four, as acuity tools of case management have them. */
public enum AcuityLevel implements Worded {
    LOW("Low", 0), MODERATE("Moderate", 1), HIGH("High", 2), CRISIS("Crisis", 3);

    private final String words;
    private final int points;

    AcuityLevel(String words, int points) {
        this.words = words;
        this.points = points;
    }

    @Override
    public String words() { return words; }

    public int points() { return points; }
}
