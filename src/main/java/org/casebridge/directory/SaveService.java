package org.casebridge.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What a service is, for whom, how to reach it and when it is open, as it is written by hand. */
public record SaveService(
        @Nullable @NotBlank(message = "What is the service called?") @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String name,
        @Nullable @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String alternateName,
        @Nullable @Size(max = 4000, message = "Keep the description to 4,000 characters or fewer.") String description,
        @Nullable List<NeedCategory> needs,
        @Nullable ServiceStatus status,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String alert,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String eligibility,
        @Nullable @DecimalMin(value = "0", message = "An age is between 0 and 120 years.") @DecimalMax(value = "120", message = "An age is between 0 and 120 years.") BigDecimal minimumAge,
        @Nullable @DecimalMin(value = "0", message = "An age is between 0 and 120 years.") @DecimalMax(value = "120", message = "An age is between 0 and 120 years.") BigDecimal maximumAge,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String applicationProcess,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String documents,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String fees,
        @Nullable @Size(max = 300, message = "Keep this to 300 characters or fewer.") String waitTime,
        @Nullable @Size(max = 500, message = "Keep this to 500 characters or fewer.") String languages,
        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String areas,
        @Nullable @Email(message = "This does not look like an e-mail address.") @Size(max = 200, message = "This does not look like an e-mail address.") String email,
        @Nullable @Pattern(regexp = "|(?i)https?://[^\\s]+", message = "Write the whole address of the page, like https://example.org.") @Size(max = 500, message = "Keep this to 500 characters or fewer.") String url,
        @Nullable @Size(max = 20, message = "Twenty numbers are enough.") List<@Valid PhoneLine> phones,
        @Nullable @Size(max = 20, message = "Twenty rows are enough.") List<@Valid OpenHours> open,
        @Nullable @Size(max = 20, message = "Twenty rows are enough.") List<@Valid ClosedTime> closed) {

    /** With only what a referral needs. */
    public static SaveService named(String name, @Nullable NeedCategory need, @Nullable String phone) {
        return new SaveService(name, null, null, need == null ? null : List.of(need), null, null, null, null, null, null, null, null, null, null, null, null, null,
                phone == null ? null : List.of(new PhoneLine(phone, null, null, null)), null, null);
    }

    /** The same, with this phone number and no other. */
    public SaveService reachedAt(String phone) {
        return new SaveService(name, alternateName, description, needs, status, alert, eligibility, minimumAge, maximumAge, applicationProcess, documents, fees, waitTime, languages, areas, email, url,
                List.of(new PhoneLine(phone, null, null, null)), open, closed);
    }

    /** As an entry says it now; {@code schedules} are its own and those of it at its places. */
    static SaveService of(Map<String, Object> said, List<Map<String, Object>> schedules) {
        var needs = Hsds.list(said, "attributes").stream().map(it -> Hsds.text(it, "need")).filter(it -> it != null).map(NeedCategory::valueOf).toList();
        return new SaveService(Hsds.text(said, "name"), Hsds.text(said, "alternate_name"), Hsds.text(said, "description"), needs,
                ServiceStatus.of(said.get("status") instanceof String status ? status : "active"), Hsds.text(said, "alert"), Hsds.text(said, "eligibility_description"),
                Hsds.number(said, "minimum_age"), Hsds.number(said, "maximum_age"), Hsds.text(said, "application_process"), Hsds.lines(said, "required_documents", "document"),
                Hsds.text(said, "fees_description"), Hsds.text(said, "wait_time"), Hsds.lines(said, "languages", "name"), Hsds.lines(said, "service_areas", "name"),
                Hsds.text(said, "email"), Hsds.text(said, "url"), Hsds.phones(said), Hsds.open(schedules), Hsds.closed(schedules));
    }

    /** Refuses, beside its field ({@code prefix} and its name), what contradicts itself. */
    void check(String prefix) {
        if (minimumAge != null && maximumAge != null && minimumAge.compareTo(maximumAge) > 0) {
            throw Refused.invalid("The youngest age is above the oldest. Check both.").at(prefix + "maximumAge");
        }
        Hsds.check(prefix, open, closed);
    }

    /** In HSDS's fields, of an entry that said {@code before}. */
    Map<String, Object> said(Map<String, Object> before, List<Map<String, Object>> schedules) {
        var said = new LinkedHashMap<String, Object>();
        said.put("name", name == null ? "" : name.strip());
        said.put("alternate_name", Hsds.orNull(alternateName));
        said.put("description", Hsds.orNull(description));
        said.put("attributes", attributes(before));
        said.put("status", (status == null ? ServiceStatus.ACTIVE : status).hsds());
        said.put("alert", Hsds.orNull(alert));
        said.put("eligibility_description", Hsds.orNull(eligibility));
        said.put("minimum_age", minimumAge);
        said.put("maximum_age", maximumAge);
        said.put("application_process", Hsds.orNull(applicationProcess));
        said.put("required_documents", Hsds.objects(documents, "document"));
        said.put("fees_description", Hsds.orNull(fees));
        said.put("wait_time", Hsds.orNull(waitTime));
        said.put("languages", Hsds.objects(languages, "name"));
        said.put("service_areas", Hsds.objects(areas, "name"));
        said.put("email", Hsds.orNull(email));
        said.put("url", Hsds.orNull(url));
        said.put("phones", Hsds.said(phones));
        said.put("schedules", Hsds.schedules(schedules, open, closed));
        return said;
    }

    /** What its source says it is about stays; what is ticked here stands beside it. */
    private List<Map<String, Object>> attributes(Map<String, Object> before) {
        var attributes = new ArrayList<>(Hsds.list(before, "attributes").stream().filter(it -> Hsds.text(it, "need") == null).toList());
        Arrays.stream(NeedCategory.values()).filter(it -> needs != null && needs.contains(it)).forEach(it -> attributes.add(Map.of("label", it.words(), "need", it.name())));
        return attributes;
    }
}
