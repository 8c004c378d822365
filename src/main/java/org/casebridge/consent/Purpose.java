package org.casebridge.consent;

import java.util.EnumSet;
import java.util.Set;
import org.casebridge.kernel.Worded;

/** What information is shared for. */
public enum Purpose implements Worded {
    TREATMENT("Treatment and care"),
    PAYMENT("Payment"),
    OPERATIONS("Running the programme (health care operations)"),
    SERVICES("Referral to services and working together on them"),
    BENEFITS("Benefits, housing or another entitlement"),
    REQUEST("The client asked for it"),
    LEGAL("A court or another proceeding"),
    OTHER("Something else");

    /** Treatment, payment and health care operations: 45 CFR 164.501, 42 CFR 2.33(a)(2). */
    public static final Set<Purpose> TPO = Set.copyOf(EnumSet.of(TREATMENT, PAYMENT, OPERATIONS));

    private final String words;

    Purpose(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
