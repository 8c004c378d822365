package org.casebridge.referrals;

import org.casebridge.kernel.Worded;

/** Why an organization declines, pauses or ends a referral, by a list that can be counted; {@link #OTHER} wants words. Our own list: Task.statusReason has none. */
public enum Cause implements Worded {
    NO_FUNDS("No money left for it"),
    FULL("No place free"),
    NOT_ELIGIBLE("Not eligible"),
    OUT_OF_AREA("Lives outside the area served"),
    WRONG_SERVICE("Not what the service does"),
    PAPERS_MISSING("Papers are missing"),
    CANNOT_REACH("The client could not be reached"),
    NO_SHOW("The client did not come"),
    CLIENT_DECLINED("The client does not want it"),
    ELSEWHERE("Helped elsewhere"),
    OTHER("Another reason");

    private final String words;

    Cause(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
