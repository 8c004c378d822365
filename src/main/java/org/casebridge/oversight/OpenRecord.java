package org.casebridge.oversight;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody says who opens a record in an emergency: who it is, exactly; why; and, for Part 2 rows, whom they tell. */
public record OpenRecord(@Size(max = 120) @Nullable String name, @Nullable LocalDate born, @Size(max = 60) @Nullable String number,
                         @NotNull(message = "Choose what the emergency is.") Emergency.Reason reason,
                         @NotBlank(message = "Write in a sentence why it cannot wait.") @Size(max = 1000) String words,
                         @NotNull(message = "Choose for how long.") @Min(value = 1, message = "Choose for how long.") @Max(value = 3, message = "Choose for how long.") Integer hours,
                         @Nullable Boolean part2, @Size(max = 200) @Nullable String personnel, @Size(max = 200) @Nullable String affiliation, @Size(max = 500) @Nullable String nature) {

    boolean bonaFide() {
        return Boolean.TRUE.equals(part2);
    }

    static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
