package org.casebridge.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/** A service typed in by hand, because no directory that was imported knows it. Its organization is one of that name, or a new one. */
public record AddService(
        @Nullable @NotBlank(message = "Who gives this service? Write the organization's name.") @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String organization,
        @Nullable @Valid @NotNull(message = "What is the service called?") SaveService service,
        @Nullable @Valid SavePlace place) {

    /** With only what a referral needs. */
    public static AddService of(String organization, String name, @Nullable NeedCategory need, @Nullable String phone) {
        return new AddService(organization, SaveService.named(name, need, phone), null);
    }
}
