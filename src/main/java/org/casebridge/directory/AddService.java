package org.casebridge.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/** A service typed in by hand, because no directory that was imported knows it. */
public record AddService(
        @NotBlank(message = "Who gives this service? Write the organization's name.") @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String organization,
        @NotBlank(message = "What is the service called?") @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String name,
        @Nullable @Size(max = 4000, message = "Keep the description to 4,000 characters or fewer.") String description,
        @Nullable NeedCategory need,
        @Nullable @Size(max = 50, message = "A phone number has at most 50 characters.") String phone,
        @Nullable @Email(message = "This does not look like an e-mail address.") @Size(max = 200, message = "This does not look like an e-mail address.") String email,
        @Nullable @Size(max = 200, message = "Keep the address to 200 characters or fewer.") String address,
        @Nullable @Size(max = 100, message = "Keep the city to 100 characters or fewer.") String city,
        @Nullable @Size(max = 20, message = "A postal code has at most 20 characters.") String postalCode,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String eligibility) {

    /** With only what a referral needs. */
    public static AddService of(String organization, String name, @Nullable NeedCategory need, @Nullable String phone) {
        return new AddService(organization, name, null, need, phone, null, null, null, null, null);
    }

    /** As entries of one source; a location is made when there is an address. */
    List<Entry> entries(String id, String organizationId) {
        var service = said("organization_id", organizationId, "name", name.strip(), "description", description, "email", email, "eligibility_description", eligibility);
        service.put("status", "active");
        service.put("phones", phone == null || phone.isBlank() ? List.of() : List.of(Map.of("number", phone.strip())));
        service.put("attributes", need == null ? List.of() : List.of(Map.of("label", need.words())));
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(Entry.Kind.SERVICE, id, service));
        if (said("a", address, "c", city, "p", postalCode).values().stream().anyMatch(it -> it != null)) {
            var location = said("organization_id", organizationId, "location_type", "physical", "name", null);
            location.put("addresses", List.of(said("address_1", address, "city", city, "postal_code", postalCode, "address_type", "physical")));
            entries.add(new Entry(Entry.Kind.LOCATION, id, location));
            entries.add(new Entry(Entry.Kind.SERVICE_AT_LOCATION, id, said("service_id", id, "location_id", id)));
        }
        return entries;
    }

    private static Map<String, Object> said(Object... pairs) {
        var said = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            said.put((String) pairs[i], pairs[i + 1] instanceof String text && text.isBlank() ? null : pairs[i + 1]);
        }
        return said;
    }
}
