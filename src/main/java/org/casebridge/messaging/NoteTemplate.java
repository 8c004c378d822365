package org.casebridge.messaging;

import java.util.List;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.casebridge.web.Say;

/**
 * The headings a note is written under. DAP, SOAP and BIRP are the field's usual ones; TCM asks for what 42 CFR 441.18(a)(7) wants in the record of targeted case management
 * (dates, who and units stand in the contact itself).
 */
public enum NoteTemplate implements Worded {
    DAP("DAP", "Data", "Assessment", "Plan"),
    SOAP("SOAP", "Subjective", "Objective", "Assessment", "Plan"),
    BIRP("BIRP", "Behavior", "Intervention", "Response", "Plan"),
    TCM("Targeted case management (42 CFR 441.18)", "Nature and content of the service", "Goals of the plan: what was achieved", "Services the client declined",
            "Coordination with other case managers", "Timeline for obtaining needed services", "Timeline for reevaluating the plan");

    private final String words;
    private final List<String> headings;

    NoteTemplate(String words, String... headings) {
        this.words = words;
        this.headings = List.of(headings);
    }

    @Override
    public String words() { return words; }

    /** By its name; null for none of them. */
    public static @org.jspecify.annotations.Nullable NoteTemplate of(String name) {
        return java.util.Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst().orElse(null);
    }

    /** English sentences, in order. */
    public List<String> headings() { return headings; }

    /** All of it as one text, in the writer's language; empty parts are left out. */
    public String whole(List<String> parts) {
        var text = new StringBuilder();
        for (int i = 0; i < headings.size(); i++) {
            if (i < parts.size() && !parts.get(i).isBlank()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(Say.say(headings.get(i))).append(": ").append(parts.get(i).strip());
            }
        }
        return text.toString();
    }

    /** Refuses to sign what says nothing under one of its headings. {@code minutes} are asked for by TCM, whose units they are. */
    public void needsWhole(List<String> parts, @org.jspecify.annotations.Nullable Integer minutes) {
        for (int i = 0; i < headings.size(); i++) {
            if (i >= parts.size() || parts.get(i).isBlank()) {
                throw Refused.invalid("Write something under “{heading}”, if only that there was nothing; or keep the note as a draft.", Say.say(headings.get(i))).at("parts[" + i + "]");
            }
        }
        if (this == TCM && minutes == null) {
            throw Refused.invalid("Say how many minutes: the units of the service belong to its record (42 CFR 441.18).").at("minutes");
        }
    }
}
