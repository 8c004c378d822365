package org.casebridge.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Taking a consent back: all of it, or the classes and parts ticked. */
public record RevokeConsent(@Nullable Boolean whole, @Nullable List<DataClass> classes, @Nullable List<Part> parts,
                            @NotBlank(message = "Write who takes it back.") @Size(max = 200) String saidBy,
                            @NotNull(message = "Choose how they said it.") Revocation.How how, @Nullable @Size(max = 2000) String words) {

    boolean all() {
        return Boolean.TRUE.equals(whole);
    }

    String said() {
        return words == null ? "" : words.strip();
    }

    Set<DataClass> classSet() {
        return all() || classes == null || classes.isEmpty() ? Set.of() : EnumSet.copyOf(classes);
    }

    Set<Part> partSet() {
        return all() || parts == null || parts.isEmpty() ? Set.of() : EnumSet.copyOf(parts);
    }
}
