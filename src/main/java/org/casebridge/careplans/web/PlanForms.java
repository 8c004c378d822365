package org.casebridge.careplans.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.Agreement;
import org.casebridge.careplans.Barrier;
import org.casebridge.careplans.Lifecycle;
import org.casebridge.careplans.PlanReview;
import org.casebridge.careplans.PlanSignature;
import org.casebridge.kernel.Worded;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;

/** The short forms of the plan's pages. */
final class PlanForms {

    static final String INCOMPLETE = "This form is incomplete. Open it again from the plan.";

    private PlanForms() {}

    /** What holds for the whole plan. */
    record DescribePlan(@Size(max = 4000) @Nullable String strengths,
                        @NotNull(message = "A plan is looked at again after 7 to 366 days.") @Min(value = 7, message = "A plan is looked at again after 7 to 366 days.")
                        @Max(value = 366, message = "A plan is looked at again after 7 to 366 days.") @Nullable Integer reviewDays,
                        @Min(value = 1, message = "A contact is due after 1 to 365 days.") @Max(value = 365, message = "A contact is due after 1 to 365 days.")
                        @Nullable Integer cadenceDays, PlanReview.@Nullable Acuity acuity,
                        @NotNull(message = INCOMPLETE) @Nullable Integer seen) {}

    /** The client agrees to exactly what was {@code seen}. */
    record AgreePlan(@NotNull(message = "Say on which day the client agreed.") @Nullable LocalDate on,
                     @NotNull(message = "Say how the client agreed.") Agreement.@Nullable How how,
                     @Size(max = 500) @Nullable String present,
                     @NotNull(message = "Say how the client gets their copy.") Agreement.@Nullable Copy copy,
                     @Size(max = 2000) @Nullable String reason,
                     @NotNull(message = "Say how it was signed.") PlanSignature.@Nullable Kind signature, @Size(max = 200) @Nullable String signedName,
                     @Size(max = 12_000, message = "This drawing is too long. Clear it and draw again.") @Nullable String strokes, @Nullable UUID document, @Nullable LocalDate followUpOn,
                     @Size(max = 2000) @Nullable String teachBack, @Size(max = 20) @Nullable String copyLanguage, @NotBlank(message = INCOMPLETE) @Nullable String hash,
                     @NotNull(message = INCOMPLETE) @Nullable Integer seen) {

        PlanSignature.Said said(String client) {
            var name = text(signedName).isBlank() && signature == PlanSignature.Kind.VERBAL ? client : text(signedName).strip();
            return new PlanSignature.Said(PlanSignature.Signer.CLIENT, name, signature, signature == PlanSignature.Kind.DRAWN ? text(strokes) : "",
                    signature == PlanSignature.Kind.PAPER ? document : null, "", on, signature == PlanSignature.Kind.VERBAL ? followUpOn : null, hash);
        }
    }

    /** One more signature under a version. */
    record SignPlan(@NotNull(message = "Say who signs.") PlanSignature.@Nullable Signer signer, @NotNull(message = "Say how it was signed.") PlanSignature.@Nullable Kind signature,
                    @Size(max = 200) @Nullable String signedName, @Size(max = 12_000, message = "This drawing is too long. Clear it and draw again.") @Nullable String strokes, @Nullable UUID document,
                    @Nullable LocalDate followUpOn, @Size(max = 2000) @Nullable String refusalWords, @NotNull(message = "Say on which day.") @Nullable LocalDate on,
                    @NotBlank(message = INCOMPLETE) @Nullable String hash) {

        PlanSignature.Said said() {
            return new PlanSignature.Said(signer, text(signedName).strip(), signature, signature == PlanSignature.Kind.DRAWN ? text(strokes) : "", signature == PlanSignature.Kind.PAPER ? document : null,
                    signature == PlanSignature.Kind.REFUSED ? text(refusalWords).strip() : "", on, signature == PlanSignature.Kind.VERBAL ? followUpOn : null, hash);
        }
    }

    /** The client does not agree. */
    record RefusePlan(@NotBlank(message = "Write what they said.") @Size(max = 2000) @Nullable String refusalWords, @NotNull(message = "Say on which day.") @Nullable LocalDate refusedOn,
                      @NotBlank(message = INCOMPLETE) @Nullable String hash) {}

    record GiveCopy(@NotNull(message = "Say how the client gets their copy.") Agreement.@Nullable Copy copy, @Nullable LocalDate givenOn, @Size(max = 20) @Nullable String copyLanguage) {}

    record Strike(@NotBlank(message = "Say what the mistake was.") @Size(max = 2000) @Nullable String strike) {}

    record ReviewPlan(@NotNull(message = "Say on which day the plan was looked at.") @Nullable LocalDate on, @Size(max = 2000) @Nullable String words) {}

    record EndPlan(@NotNull(message = "Choose how the plan ends.") @Nullable Ending ending,
                   @NotBlank(message = "Say in a sentence why the plan ends.") @Size(max = 2000) @Nullable String reason) {}

    enum Ending implements Worded {
        COMPLETED("Completed: every goal came to its end"), REVOKED("Revoked: the plan is given up");

        private final String words;

        Ending(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    record NoteProgress(@NotNull(message = "Choose where the goal stands.") @Nullable Achievement achievement, @Size(max = 4000) @Nullable String seenWords,
                        @NotNull(message = "Say on which day this was seen.") @Nullable LocalDate on) {}

    record MoveGoal(@NotNull(message = "Choose how the goal goes on.") @Nullable Lifecycle lifecycle, @Size(max = 2000) @Nullable String why) {}

    record NoteBarrier(@NotNull(message = "Choose the kind of barrier.") Barrier.@Nullable Kind kind,
                       @NotBlank(message = "Say what is in the way.") @Size(max = 1000) @Nullable String words,
                       @NotBlank(message = "Say who sees to it.") @Size(max = 200) @Nullable String owner, @Nullable LocalDate dueOn) {}

    /** How a barrier got out of the way. */
    record EndBarrier(@Size(max = 1000) @Nullable String how) {}

    /** What became of a step: done, or not to be done and why. */
    record FinishStep(@NotNull(message = INCOMPLETE) @Nullable Boolean done, @Size(max = 2000) @Nullable String words) {}

    /** A short form that stands beside one line of many, as it was sent back to be filled in again; {@code line} is the key of its step or barrier. */
    record Again(@Nullable UUID line, @Nullable Form<?> form) {

        static final Again NONE = new Again(null, null);
    }

    /** Why an agreement is taken back that was entered by mistake. */
    record TakeBackAgreement(@NotBlank(message = "Say what the mistake was.") @Size(max = 2000) @Nullable String mistake) {}

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
