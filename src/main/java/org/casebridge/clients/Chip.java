package org.casebridge.clients;

import org.casebridge.kernel.Sentence;

/** A short fact under a client's name. {@code icon} is a Bootstrap icon's name without "bi-"; {@code tone} is "", "flag" or "part2". */
public record Chip(String icon, Sentence words, String tone) {

    public static Chip of(String icon, String english, Object... values) {
        return new Chip(icon, Sentence.of(english, values), "");
    }

    public static Chip flag(String icon, String english, Object... values) {
        return new Chip(icon, Sentence.of(english, values), "flag");
    }
}
