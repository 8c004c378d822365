package org.casebridge.careplans;

import java.time.LocalDate;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** What stands in a goal's way: its kind, since when, who sees to it, and until when. It ends with a word on how. */
public record Barrier(BarrierId id, GoalId goalId, Kind kind, String words, String owner, LocalDate notedOn,
                      @Nullable LocalDate endedOn, @Nullable String endedHow, @Nullable LocalDate dueOn) {

    public enum Kind implements Worded {
        MONEY("Money"), TRANSPORT("Getting there"), PAPERS("Papers or proof missing"), WAITING("Waiting list or no room"), ELIGIBILITY("Not eligible"),
        HEALTH("Health"), LANGUAGE("Language"), CARE_DUTIES("Children or others to care for"), TRUST("Trust or earlier bad experience"),
        DISCRIMINATION("Discrimination"), DIGITAL("Phone or internet"), TIME("Time or opening hours"), OTHER("Something else in the way");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public boolean open() {
        return endedOn == null;
    }

    public Barrier end(LocalDate on, String how) {
        if (!open()) {
            throw Refused.conflict("This barrier is out of the way already, since {day}.", endedOn);
        }
        if (how.isBlank()) {
            throw Refused.invalid("Say how it got out of the way.").at("how");
        }
        return new Barrier(id, goalId, kind, words, owner, notedOn, on, how, dueOn);
    }
}
