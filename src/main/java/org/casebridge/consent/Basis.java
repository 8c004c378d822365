package org.casebridge.consent;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casebridge.kernel.Worded;

/**
 * On what ground something leaves. {@link #opens} says which classes the ground opens without a consent; {@code accounted} whether 45 CFR 164.528(a)(1)
 * wants it in the client's account.
 */
public enum Basis implements Worded {
    CONSENT("The client's consent", false),
    /** 45 CFR 164.524, 42 CFR 2.23; notes kept apart are outside this right: 164.524(a)(1)(i). */
    CLIENT("The client themself receives it", false, DataClass.GENERAL, DataClass.PART2, DataClass.DV_LOCATION, DataClass.HIV),
    /** 45 CFR 164.506(c). */
    TPO("Treatment, payment or operations, as HIPAA allows without a consent", false, DataClass.GENERAL),
    /** 45 CFR 164.512(a). */
    REQUIRED_BY_LAW("A law requires it", true, DataClass.GENERAL),
    /** 45 CFR 164.512(b)(1)(ii), 42 CFR 2.12(c)(6). */
    CHILD_ABUSE("First report of suspected child abuse or neglect", true, DataClass.GENERAL, DataClass.PART2),
    /** 45 CFR 164.512(b). */
    PUBLIC_HEALTH("A public health authority asks", true, DataClass.GENERAL),
    /** 45 CFR 164.512(d). */
    OVERSIGHT("A health oversight agency asks", true, DataClass.GENERAL),
    /** 45 CFR 164.512(e)(1)(i); for substance use records an order under 42 CFR 2.61 to 2.67. */
    COURT_ORDER("A court order", true, DataClass.GENERAL, DataClass.PART2, DataClass.SUD_NOTES, DataClass.HIV, DataClass.THERAPY_NOTES, DataClass.DV_LOCATION),
    /** 45 CFR 164.512(f). */
    LAW_ENFORCEMENT("Law enforcement, as the law allows", true, DataClass.GENERAL),
    /** 45 CFR 164.512(j). */
    SERIOUS_THREAT("A serious and imminent threat", true, DataClass.GENERAL, DataClass.HIV, DataClass.THERAPY_NOTES),
    /** 42 CFR 2.51: a bona fide medical emergency in which consent cannot be had; to medical personnel. */
    EMERGENCY("A medical emergency, when consent cannot be asked for", true, DataClass.GENERAL, DataClass.PART2, DataClass.HIV);

    private final String words;
    private final boolean accounted;
    private final Set<DataClass> opened = EnumSet.noneOf(DataClass.class);

    Basis(String words, boolean accounted, DataClass... opened) {
        this.words = words;
        this.accounted = accounted;
        this.opened.addAll(List.of(opened));
    }

    @Override
    public String words() { return words; }

    public boolean accounted() { return accounted; }

    public boolean opens(Set<DataClass> classes) {
        return opened.containsAll(classes);
    }

    /** Grounds other than the consent and the client's own: they need words that name the law, the order or the emergency. */
    public boolean needsAuthority() {
        return this != CONSENT && this != CLIENT && this != TPO;
    }

    /** What a worker can choose when sharing with somebody. */
    public static List<Basis> offered() {
        return Arrays.stream(values()).filter(it -> it != CLIENT).toList();
    }
}
