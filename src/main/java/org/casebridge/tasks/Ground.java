package org.casebridge.tasks;

import org.casebridge.kernel.Worded;

/** Why a need has weight beside its day. It says in which lane it runs; its points stand in the {@link Formula}. */
public enum Ground implements Worded {
    SAFETY("Somebody may not be safe", Lane.MUST),
    LAW("A duty that law sets a day for", Lane.MUST),
    PROMISE("Promised to somebody", Lane.SHOULD),
    WAITING("Somebody else waits for it", Lane.SHOULD),
    RHYTHM("A rhythm of the plan, the programme or the agency", Lane.SHOULD),
    OWN("Work one set oneself", Lane.COULD);

    private final String words;
    private final Lane lane;

    Ground(String words, Lane lane) {
        this.words = words;
        this.lane = lane;
    }

    @Override
    public String words() { return words; }

    public Lane lane() { return lane; }

    /** What must be done, what should be, and what can wait for a quiet hour. */
    public enum Lane implements Worded {
        MUST("Must"), SHOULD("Should"), COULD("Could");

        private final String words;

        Lane(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
