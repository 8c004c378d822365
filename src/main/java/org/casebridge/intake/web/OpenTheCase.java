package org.casebridge.intake.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.ProgramId;
import org.jspecify.annotations.Nullable;

/** The decision to open a case. */
public record OpenTheCase(
        @Nullable @NotNull(message = "Choose a programme.") ProgramId program,
        @Nullable @NotNull(message = "Choose who will work with them.") AccountId worker,
        @NotNull(message = "Write the day on which the case starts.") LocalDate start) {

    /** From today, with whoever decides when they carry cases themselves. */
    static OpenTheCase from(LocalDate today, Actor who) {
        return new OpenTheCase(null, who.may(Permission.PLAN) ? who.account() : null, today);
    }
}
