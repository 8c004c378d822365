package org.casebridge.consent;

import java.util.Set;

/** What a consent lets be shared: which classes, of which parts, and in words that the client would recognise. */
public record Scope(Set<DataClass> classes, Set<Part> parts, String described) {

    public Scope {
        classes = Set.copyOf(classes);
        parts = Set.copyOf(parts);
    }

    /** Records of substance use treatment are in it, so that every element of 42 CFR 2.31 is needed. */
    public boolean part2() {
        return classes.contains(DataClass.PART2) || classes.contains(DataClass.SUD_NOTES);
    }
}
