package org.casebridge.assessments.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.assessments.Instrument;
import org.casebridge.assessments.OwnForm;

/** Under which terms a form is held here, and who may ask it. */
public record LicenseForm(
        @NotNull(message = "Say under which licence it is held.") Instrument.LicenceClass licenceClass,
        @NotBlank(message = "Write who holds the rights, or that nobody does.") @Size(max = 300) String holder,
        @NotBlank(message = "Write the attribution that its holder asks for, or where it is from.") @Size(max = 1000) String attribution,
        @NotBlank(message = "Write who may ask it, and what they must have learned.") @Size(max = 300) String mayAdminister,
        @NotNull(message = "Write how many minutes it takes.") @Min(value = 1, message = "From 1 to 600 minutes, please.") @Max(value = 600, message = "From 1 to 600 minutes, please.") Integer minutes) {

    OwnForm.Licence licence() {
        return new OwnForm.Licence(licenceClass, holder.strip(), attribution.strip(), mayAdminister.strip());
    }
}
