package org.casebridge.clients.web;

import static org.casebridge.clients.web.Rows.list;
import static org.casebridge.clients.web.Rows.text;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Support;
import org.casebridge.clients.SupportId;
import org.casebridge.clients.YesNo;
import org.jspecify.annotations.Nullable;

/** Adding or changing someone who supports a client. */
record KeepSupport(@NotBlank(message = "Write their name, or what they are called.") @Size(max = 200) @Nullable String name,
                   @NotNull(message = "Say what they are to the client.") Support.@Nullable Relation relation,
                   @Nullable List<Support.Role> roles, @Nullable List<Support.Permission> permissions, @PhoneNumber @Nullable String phone,
                   @Email(message = "Write an e-mail address, like name@example.org.") @Size(max = 200) @Nullable String email,
                   @Pattern(regexp = "([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?", message = "Choose one of the languages offered.") @Nullable String language,
                   @Nullable YesNo leaveMessage, @Nullable YesNo sayWho, @Size(max = 1000) @Nullable String words, @Nullable Integer version) {

    static KeepSupport of(Support support) {
        return new KeepSupport(support.name(), support.relation(), support.roles(), support.permissions(), support.phone(), support.email(), support.language(),
                support.leaveMessage(), support.sayWho(), support.words(), support.version());
    }

    Support said(ClientId client, SupportId id) {
        return new Support(id, client, text(name), java.util.Objects.requireNonNull(relation), list(roles).stream().distinct().toList(),
                list(permissions).stream().distinct().toList(), text(phone), text(email), text(language), leaveMessage, sayWho, text(words), null, version == null ? 0 : version);
    }
}
