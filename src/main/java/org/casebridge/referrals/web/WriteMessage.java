package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What one side asks or tells the other; the name is asked only of whoever answers by a link. */
public record WriteMessage(@NotBlank(message = "Write what you want to ask or tell.") @Size(max = 2000) String message, @Nullable @Size(max = 100) String name) {

    String signed() {
        return name == null ? "" : name.strip();
    }
}
