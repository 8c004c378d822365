package org.casebridge.oversight.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.oversight.Alert;

/** What came of an alert. */
record ReviewAlert(@NotNull(message = "Choose what came of it.") Alert.State state,
                   @NotBlank(message = "Write what you found out, and from whom.") @Size(max = 2000) String words) {}
