package org.casebridge.consent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** What the privacy officer says about a breach. */
public final class BreachForms {

    private BreachForms() {}

    public record RegisterBreach(@NotBlank(message = "Give it a name, without anybody’s own.") @Size(max = 200) String title, @Nullable LocalDate happenedOn,
                                 @NotNull(message = "Write the day on which it was discovered.") LocalDate discoveredOn, @Nullable Boolean byAssociate,
                                 @NotBlank(message = "Write what happened and what kinds of information it touched.") @Size(max = 4000) String what) {}

    public record AssessBreach(@NotBlank(message = "Write what information it is and how easily somebody is recognised by it.") @Size(max = 2000) String nature,
                               @NotBlank(message = "Write who used it or received it.") @Size(max = 2000) String recipient,
                               @NotBlank(message = "Write whether it was really acquired or seen.") @Size(max = 2000) String acquired,
                               @NotBlank(message = "Write how far the risk was mitigated.") @Size(max = 2000) String mitigated,
                               @NotNull(message = "Decide whether the probability is low.") Probability probability) {}

    public enum Probability implements Worded {
        LOW("Low: it is no breach that must be told, and this page is the proof (45 CFR 164.414(b))"), NOT_LOW("Not low: it is a breach, and people are told");

        private final String words;

        Probability(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public record AddPerson(@NotNull(message = "Choose a person.") ClientId person,
                            @NotNull(message = "Write the two letters of the state, like MA.") @Pattern(regexp = "[A-Z]{2}", message = "Write the two letters of the state, like MA.") String livesIn) {}

    public record CountOthers(@NotNull(message = "Write the two letters of the state, like MA.") @Pattern(regexp = "[A-Z]{2}", message = "Write the two letters of the state, like MA.") String countedIn,
                              @NotNull(message = "Write how many.") @Min(value = 0, message = "Write how many.") @Max(value = 100_000_000, message = "Write how many.") Integer others) {}

    /** {@code ofState} is needed for the media; without it, all people not told yet are meant. */
    public record NoteTelling(@NotNull(message = "Choose who was told.") Told whom, @Nullable @Pattern(regexp = "([A-Z]{2})?", message = "Write the two letters of the state, like MA.") String ofState,
                              @NotNull(message = "Write the day on which they were told.") LocalDate on, @Nullable @Size(max = 300) String how) {}

    public enum Told implements Worded {
        PERSONS("The people not told yet"), HHS("The Secretary of Health and Human Services"), MEDIA("The media of a state");

        private final String words;

        Told(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
