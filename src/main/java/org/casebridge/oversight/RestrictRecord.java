package org.casebridge.oversight;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** What somebody says who shuts a record to all but a few. {@code until} is the last day of those named, if there is one. */
public record RestrictRecord(@NotNull(message = "Choose why the record is restricted.") Restriction.Reason reason,
                             @NotBlank(message = "Write in a sentence why, for whoever decides later.") @Size(max = 1000) String words,
                             @NotEmpty(message = "Name at least one person who goes on working with them.") List<AccountId> people,
                             @Nullable LocalDate until,
                             @NotNull(message = "Choose the day on which somebody asks whether it still holds.") LocalDate lookAgainOn) {

    public RestrictRecord {
        people = people == null ? List.of() : List.copyOf(people);
    }
}
