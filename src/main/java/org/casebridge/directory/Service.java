package org.casebridge.directory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** All that the directory knows about one service. {@code hours} are the coming week's, empty when nobody told them; {@code today} is in words. */
public record Service(Facts facts, Sentence today, Sentence capacity, List<Hours.Day> hours, List<String> hoursInWords, List<NeedCategory> needs, List<String> terms, List<String> languages,
                      List<String> areas, List<String> documents, List<String> funding, List<Cost> costs, List<Phone> phones, List<Contact> contacts,
                      List<Where> locations, List<Other> others) {

    public record Facts(ServiceId id, String name, @Nullable String alternateName, OrganizationId organizationId, String organization, @Nullable String organizationDescription,
                        @Nullable String website, @Nullable String program, @Nullable String description, @Nullable String url, @Nullable String email, ServiceStatus status,
                        @Nullable String interpretation, @Nullable String applicationProcess, @Nullable String fees, @Nullable String payments, @Nullable String waitTime,
                        @Nullable String accreditations, @Nullable String licenses, @Nullable String alert, @Nullable String audience, @Nullable String eligibility,
                        @Nullable BigDecimal minimumAge, @Nullable BigDecimal maximumAge, @Nullable LocalDate assuredOn, @Nullable Instant modifiedAt,
                        @Nullable Capacity capacity, @Nullable Instant capacityAt, int believeDays, @Nullable LocalDate checkedOn, @Nullable String checkedBy, @Nullable ServiceId mergedInto, String source, String sourceId, Instant changedAt) {

        public String path() {
            return "/directory/services/" + id.text();
        }
    }

    public record Phone(String number, @Nullable String extension, @Nullable String type, @Nullable String description, @Nullable String contact, String of) {}

    public record Contact(@Nullable String name, @Nullable String title, @Nullable String department, @Nullable String email) {}

    public record Cost(@Nullable String option, @Nullable BigDecimal amount, @Nullable String currency, @Nullable String description) {}

    /** A location of the service. {@code kind} is physical, postal or virtual. */
    public record Where(LocationId id, String kind, @Nullable String name, @Nullable String address, @Nullable String description, @Nullable String transportation,
                        @Nullable String url, @Nullable String accessibility, boolean approximate, boolean placed, @Nullable String state, @Nullable Double longitude) {}

    /** Another service of the same organization. */
    public record Other(ServiceId id, String name) {}

    /** Whom it is for by age, or null when it does not say. */
    public @Nullable Sentence ages() {
        var from = facts.minimumAge();
        var to = facts.maximumAge();
        if (from != null && to != null) {
            return Sentence.of("For people from {from} to {to} years", from, to);
        }
        return from != null ? Sentence.of("For people of {age} years and older", from) : to != null ? Sentence.of("For people up to {age} years", to) : null;
    }
}
