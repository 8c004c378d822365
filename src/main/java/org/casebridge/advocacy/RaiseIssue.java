package org.casebridge.advocacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.careplans.GoalId;
import org.jspecify.annotations.Nullable;

/** What one says of an issue when raising or changing it. {@code goalId} is the goal it serves, if one does; {@code version} is what the one who changes it has read; 0 when raising. */
public record RaiseIssue(
        @NotNull(message = "Choose with whom.") Issue.Party party,
        @NotBlank(message = "Write their name.") @Size(max = 200) String name,
        @Size(max = 200) String person,
        @Size(max = 60) String phone,
        @NotBlank(message = "Say what it is about.") @Size(max = 200) String about,
        @NotBlank(message = "Say what was asked for.") @Size(max = 4000) String asked,
        @NotNull(message = "Say when it was asked.") LocalDate askedOn,
        @Nullable LocalDate answerDue,
        @Size(max = 500) String dueBasis,
        @Size(max = 1000) String backedBy,
        @Nullable GoalId goalId,
        int version) {

    public RaiseIssue {
        person = person == null ? "" : person;
        phone = phone == null ? "" : phone;
        dueBasis = dueBasis == null ? "" : dueBasis;
        backedBy = backedBy == null ? "" : backedBy;
    }
}
