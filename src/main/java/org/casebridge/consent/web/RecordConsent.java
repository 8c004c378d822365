package org.casebridge.consent.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.consent.Aim;
import org.casebridge.consent.ConsentId;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Designation;
import org.casebridge.consent.NewConsent;
import org.casebridge.consent.Part;
import org.casebridge.consent.Purpose;
import org.casebridge.consent.Scope;
import org.casebridge.consent.Signature;
import org.casebridge.consent.Term;
import org.jspecify.annotations.Nullable;

/** Taking down a consent. What it must hold is said by {@code consent.Element}; here only what any form must be. */
public record RecordConsent(
        @Nullable List<DataClass> classes, @Nullable List<Part> parts, @Size(max = 2000) @Nullable String described, @Size(max = 300) @Nullable String discloser,
        @NotNull(message = "Choose who may receive it.") Designation.@Nullable Kind kind, @Nullable UUID organization, @Nullable String organizationName,
        @Size(max = 300) @Nullable String recipient, @Size(max = 500) @Nullable String address, @Nullable Boolean intermediary, @Size(max = 1000) @Nullable String members,
        @Nullable List<Purpose> purposes, @Size(max = 500) @Nullable String purposeWords, @NotNull(message = "Write from when it holds.") @Nullable LocalDate startsOn,
        @Nullable LocalDate expiresOn, @Size(max = 500) @Nullable String expiresWhen, @Nullable Boolean openEnded, @Size(max = 1000) @Nullable String revokeHow,
        @Nullable Boolean mayPassOn, @Size(max = 1000) @Nullable String refusalMeans,
        @NotNull(message = "Choose how it was signed.") Signature.@Nullable Kind signature, @Size(max = 12_000) @Nullable String strokes,
        @Size(max = 300) @Nullable String paperKept, @Size(max = 200) @Nullable String witness,
        @NotNull(message = "Choose who signed.") Signature.@Nullable Signer signer, @Size(max = 200) @Nullable String signedBy, @Size(max = 500) @Nullable String authority,
        @Nullable Boolean minorAlone, @Size(max = 200) @Nullable String alsoSigned, @NotNull(message = "Write the day on which it was signed.") @Nullable LocalDate signedOn,
        @NotNull(message = "Choose the language it was read in.") @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "Choose one of the languages offered.") @Nullable String language,
        @Size(max = 200) @Nullable String interpreter, @Nullable ConsentId replaces) {

    NewConsent said() {
        var drawn = signature == Signature.Kind.DRAWN;
        var named = kind == Designation.Kind.TREATING ? Designation.TREATING : text(recipient);
        return new NewConsent(new Scope(set(classes), set(parts), text(described)), text(discloser),
                new Designation(known(kind), kind == Designation.Kind.ORGANIZATION && named.equals(organizationName) ? organization : null, named, text(address),
                        yes(intermediary), text(members)),
                new Aim(set(purposes), text(purposeWords)), new Term(known(startsOn), expiresOn, text(expiresWhen), null, yes(openEnded)), text(revokeHow), yes(mayPassOn),
                text(refusalMeans),
                new Signature(known(signature), drawn ? text(strokes) : "", text(paperKept), text(witness), known(signer), text(signedBy), text(authority), yes(minorAlone),
                        text(alsoSigned), known(signedOn), known(language), text(interpreter)), replaces);
    }

    private static <T> Set<T> set(@Nullable Collection<T> chosen) {
        return chosen == null ? Set.of() : Set.copyOf(chosen);
    }

    private static boolean yes(@Nullable Boolean ticked) {
        return Boolean.TRUE.equals(ticked);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }

    private static <T> T known(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
