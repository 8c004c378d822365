package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** Race and ethnicity as one question with as many answers as fit: Statistical Policy Directive No. 15 (89 FR 22182, 2024). */
public enum Race implements Worded {
    AMERICAN_INDIAN_OR_ALASKA_NATIVE("American Indian or Alaska Native"),
    ASIAN("Asian"),
    BLACK_OR_AFRICAN_AMERICAN("Black or African American"),
    HISPANIC_OR_LATINO("Hispanic or Latino"),
    MIDDLE_EASTERN_OR_NORTH_AFRICAN("Middle Eastern or North African"),
    NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER("Native Hawaiian or Pacific Islander"),
    WHITE("White"),
    PREFERS_NOT_TO_ANSWER("Prefers not to answer");

    private final String words;

    Race(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
