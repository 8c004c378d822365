package org.casebridge.workforce;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Worded;

/** Days on which a worker is away, both included. */
public record Leave(UUID id, AccountId worker, String workerName, LocalDate fromOn, LocalDate throughOn, Kind kind) {

    /** Why one is away: told to the worker and to whoever assigns cases, nobody else. */
    public enum Kind implements Worded {
        VACATION("Vacation"), SICK("Sick leave"), TRAINING("Training"), OTHER("Other leave");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(throughOn);
    }
}
