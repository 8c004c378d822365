package org.casebridge.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who gives services, as it is written by hand. */
public record SaveOrganization(
        @Nullable @NotBlank(message = "What is the organization called?") @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String name,
        @Nullable @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String alternateName,
        @Nullable @Size(max = 4000, message = "Keep the description to 4,000 characters or fewer.") String description,
        @Nullable @Email(message = "This does not look like an e-mail address.") @Size(max = 200, message = "This does not look like an e-mail address.") String email,
        @Nullable @Pattern(regexp = "|(?i)https?://[^\\s]+", message = "Write the whole address of the page, like https://example.org.") @Size(max = 500, message = "Keep this to 500 characters or fewer.") String website,
        @Nullable @Size(max = 20, message = "Twenty numbers are enough.") List<@Valid PhoneLine> phones,
        @Nullable Integer version) {

    static SaveOrganization of(Map<String, Object> said, int version) {
        return new SaveOrganization(Hsds.text(said, "name"), Hsds.text(said, "alternate_name"), Hsds.text(said, "description"), Hsds.text(said, "email"),
                Hsds.text(said, "website"), Hsds.phones(said), version);
    }

    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("name", name == null ? "" : name.strip());
        said.put("alternate_name", Hsds.orNull(alternateName));
        said.put("description", Hsds.orNull(description));
        said.put("email", Hsds.orNull(email));
        said.put("website", Hsds.orNull(website));
        said.put("phones", Hsds.said(phones));
        return said;
    }
}
