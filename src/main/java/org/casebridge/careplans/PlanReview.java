package org.casebridge.careplans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A review of a plan in force: held on a day, counting from another, with the T-score of the goals that have levels and what was decided of each. */
public record PlanReview(UUID id, PlanId planId, LocalDate doneOn, LocalDate effectiveOn, String words, @Nullable BigDecimal tScore, String by, @Nullable LocalDate struckOn, @Nullable String strike) {

    /** What is decided of a goal; {@code words} say why it is otherwise than proposed. */
    public record Decision(GoalId goal, Evidence.Proposal decided, String words) {}

    /** How much a client needs. */
    public enum Acuity implements Worded {
        LOW("Low"), MEDIUM("Medium"), HIGH("High");

        private final String words;

        Acuity(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** A programme's rule: at most so many days between two reviews. */
    public record Rule(UUID id, Acuity acuity, int days, String basis, LocalDate appliesFrom, @Nullable LocalDate endedOn, String setBy) {}

    /** A plan that is to be reviewed: whose, by which worker, until when, and by when instead because it was exempted. */
    public record DueLine(ClientId clientId, String client, String worker, LocalDate dueOn, int reviewDays, LocalDate last, @Nullable LocalDate exemptUntil, @Nullable String exemptWhy) {

        public boolean exempt(LocalDate today) { return exemptUntil != null && !exemptUntil.isBefore(today); }
    }

    /** All that a review page shows, read together. */
    public record Sheet(CarePlan plan, List<Evidence> goals, List<PlanReview> earlier, @Nullable Double tScore) {}
}
