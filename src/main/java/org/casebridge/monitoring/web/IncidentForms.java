package org.casebridge.monitoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.casebridge.monitoring.Incident;
import org.casebridge.monitoring.IncidentRule;
import org.jspecify.annotations.Nullable;

/** The forms of incidents. */
final class IncidentForms {

    private IncidentForms() {}

    record ReportIncident(@NotNull(message = "Choose what it was.") Incident.Kind kind, @NotNull(message = "Choose the day.") LocalDate on, @NotNull(message = "Choose the time.") LocalTime at,
                          @Nullable @Size(max = 200) String place, @NotBlank(message = "Say what happened.") @Size(max = 8000) String words, @Nullable @Size(max = 4000) String done) {}

    record MakeReport(@NotNull(message = "Choose to whom it was made.") IncidentRule rule, @NotBlank(message = "Say how it was made: who took it, and a number if there is one.") @Size(max = 500) String how) {}

    record ReviewIncident(@NotBlank(message = "Say what was found, and what changes by it.") @Size(max = 8000) String findings) {}
}
