package org.casebridge.monitoring;

import org.casebridge.kernel.Worded;

/** What case management gave in a contact: the four services of 42 CFR 440.169(d), and what else is counted apart from them. */
public enum GivenService implements Worded {
    ASSESSMENT("Assessment of needs"), PLANNING("Development of the care plan"), REFERRAL("Referral and related activities"), MONITORING("Monitoring and follow-up"), ADVOCACY("Advocacy"),
    SUPPORT("Direct support");

    private final String words;

    GivenService(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
