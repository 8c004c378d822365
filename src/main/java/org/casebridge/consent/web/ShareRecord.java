package org.casebridge.consent.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.casebridge.consent.Basis;
import org.casebridge.consent.Part;
import org.casebridge.consent.Purpose;
import org.casebridge.consent.Recipient;
import org.casebridge.consent.Release;
import org.casebridge.consent.Way;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What is to be shared with whom, to look at first and then to send. */
public record ShareRecord(@NotNull(message = "Choose who receives it.") Recipient.@Nullable Kind kind, @Size(max = 300) @Nullable String recipient,
                          @Size(max = 500) @Nullable String address, Recipient.@Nullable Standing standing, @Nullable Purpose purpose,
                          @Size(max = 500) @Nullable String purposeWords, @Nullable Basis basis, @Size(max = 1000) @Nullable String authority,
                          @Size(max = 2000) @Nullable String request, @NotEmpty(message = "Choose which parts are shared.") @Nullable List<Part> parts,
                          @Nullable LocalDate silentUntil, @Nullable Way way) {

    Release said(String client) {
        var chosen = Set.copyOf(java.util.Objects.requireNonNull(parts));
        var by = way == null ? Way.PDF : way;
        if (kind == Recipient.Kind.CLIENT) {
            return Release.toClient(client, chosen, by);
        }
        if (text(recipient).isEmpty()) {
            throw Refused.invalid("Write who receives it.").at("recipient");
        }
        if (purpose == null) {
            throw Refused.invalid("Choose what it is shared for.").at("purpose");
        }
        var ground = basis == null ? Basis.CONSENT : basis;
        if (ground == Basis.CLIENT) {
            throw Refused.invalid("Only the client receives on this ground.").at("basis");
        }
        if (ground.accounted() && text(address).isEmpty()) {
            throw Refused.invalid("Write the address: the client’s account names it (45 CFR 164.528(b)(2)(ii)).").at("address");
        }
        return new Release(new Recipient(java.util.Objects.requireNonNull(kind), null, text(recipient), text(address), standing == null ? Recipient.Standing.OTHER : standing),
                purpose, text(purposeWords), ground, text(authority), text(request), chosen, by, silentUntil);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
