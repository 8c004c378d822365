package org.casebridge.consent;

import java.util.Set;

/** What a consent lets it be shared for. {@code words} say what the purpose "something else" is. */
public record Aim(Set<Purpose> purposes, String words) {

    public Aim {
        purposes = Set.copyOf(purposes);
    }

    boolean means(Purpose purpose, String said) {
        return purposes.contains(purpose) && (purpose != Purpose.OTHER || words.strip().equalsIgnoreCase(said.strip()));
    }

    boolean onlyTpo() {
        return !purposes.isEmpty() && Purpose.TPO.containsAll(purposes);
    }

    boolean anyTpo() {
        return purposes.stream().anyMatch(Purpose.TPO::contains);
    }
}
