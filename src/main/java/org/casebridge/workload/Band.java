package org.casebridge.workload;

import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** How full a week is, by percent of its hours. */
public enum Band implements Worded {
    RED("Far too much"), AMBER("Too much"), GREEN("Full"), BLUE("Room for more"), UNKNOWN("Not enough logged time");

    private final String words;

    Band(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }

    public static Band of(@Nullable Integer percent) {
        return percent == null ? UNKNOWN : percent >= 110 ? RED : percent >= 100 ? AMBER : percent >= 95 ? GREEN : BLUE;
    }
}
