package org.casebridge.monitoring.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A group session: what was done, with nobody's name, and of each what is theirs alone. */
record GroupSession(@NotNull(message = "Choose the day.") LocalDate on, @NotNull(message = "Choose the time.") LocalTime at,
                    @NotNull(message = "Say how many minutes.") @Min(value = 1, message = "At least one minute.") @Max(value = 1440, message = "At most a whole day: 1440 minutes.") Integer minutes,
                    @Nullable @Size(max = 200) String place, @NotBlank(message = "Say what the group did.") @Size(max = 10_000) String words, @Nullable Boolean sign, @Nullable List<@Valid Of> people) {

    enum Attendance implements Worded {
        CAME("Came"), MISSED("Did not come");

        private final String words;

        Attendance(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** One of the caseload; without attendance they do not belong to the group. */
    record Of(@Nullable ClientId client, @Nullable Attendance attendance, @Nullable @Size(max = 8000) String words) {}
}
