package org.casebridge.caseload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The end of a case. {@code leftOpen} says what happens with what is still open; it is needed only when something is. */
public record CloseCase(
        @NotNull(message = "Say on which day.") LocalDate on,
        @NotNull(message = "Choose why it closes.") CaseFile.CloseReason reason,
        @NotBlank(message = "Say what was achieved, also when it is little.") @Size(max = 4000) String achieved,
        @Size(max = 2000) String leftOpen) {

    public CloseCase {
        leftOpen = leftOpen == null ? "" : leftOpen;
    }
}
