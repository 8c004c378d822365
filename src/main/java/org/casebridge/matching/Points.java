package org.casebridge.matching;

import org.casebridge.kernel.Sentence;

/** One line of the arithmetic of a match. The weights are our own rule, and shown with every match. */
public record Points(int points, Sentence why) {

    public static final int RECORD_MOST = 15;

    static final int ELIGIBLE = 40;
    static final int OPEN = 20;
    static final int ALMOST = 15;
    static final int NEAR_MOST = 25;
    static final double FAR_KM = 40;
    static final int ROOM = 10;
    static final int FULL = -20;
    static final int LANGUAGE = 10;
}
