package org.casebridge.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Where a service is given, as it is written by hand. Without coordinates it stands where the directory's other places of its ZIP code are, about. */
public record SavePlace(
        @Nullable Kind kind,
        @Nullable @Size(max = 200, message = "Keep the name to 200 characters or fewer.") String name,
        @Nullable @Size(max = 200, message = "Keep the address to 200 characters or fewer.") String street,
        @Nullable @Size(max = 200, message = "Keep the address to 200 characters or fewer.") String street2,
        @Nullable @Size(max = 100, message = "Keep the city to 100 characters or fewer.") String city,
        @Nullable @Size(max = 60, message = "Keep the state to 60 characters or fewer.") String region,
        @Nullable @Size(max = 20, message = "A postal code has at most 20 characters.") String postalCode,
        @Nullable @DecimalMin(value = "-90", message = "A latitude is between -90 and 90.") @DecimalMax(value = "90", message = "A latitude is between -90 and 90.") BigDecimal latitude,
        @Nullable @DecimalMin(value = "-180", message = "A longitude is between -180 and 180.") @DecimalMax(value = "180", message = "A longitude is between -180 and 180.") BigDecimal longitude,
        @Nullable @Size(max = 1000, message = "Keep this to 1,000 characters or fewer.") String transportation,
        @Nullable @Size(max = 1000, message = "Keep this to 1,000 characters or fewer.") String accessibility,
        @Nullable @Size(max = 20, message = "Twenty numbers are enough.") List<@Valid PhoneLine> phones,
        @Nullable @Size(max = 20, message = "Twenty rows are enough.") List<@Valid OpenHours> open,
        @Nullable @Size(max = 20, message = "Twenty rows are enough.") List<@Valid ClosedTime> closed) {

    /** HSDS {@code location_type}. */
    public enum Kind implements Worded {
        PHYSICAL("A place one can go to"), POSTAL("An address for mail only"), VIRTUAL("Online or by phone");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public static SavePlace at(String street, String city, String region, String postalCode) {
        return new SavePlace(Kind.PHYSICAL, null, street, null, city, region, postalCode, null, null, null, null, null, null, null);
    }

    /** As an entry says it now; coordinates that were only guessed are left out. */
    static SavePlace of(Map<String, Object> said) {
        var address = Hsds.list(said, "addresses").stream().findFirst().orElse(Map.of());
        boolean guessed = Boolean.TRUE.equals(said.get("approximate"));
        return new SavePlace(Kind.valueOf((said.get("location_type") instanceof String kind ? kind : "physical").toUpperCase(java.util.Locale.ROOT)), Hsds.text(said, "name"),
                Hsds.text(address, "address_1"), Hsds.text(address, "address_2"), Hsds.text(address, "city"), Hsds.text(address, "state_province"), Hsds.text(address, "postal_code"),
                guessed ? null : Hsds.number(said, "latitude"), guessed ? null : Hsds.number(said, "longitude"), Hsds.text(said, "transportation"),
                Hsds.lines(said, "accessibility", "description"), Hsds.phones(said), Hsds.open(Hsds.list(said, "schedules")), Hsds.closed(Hsds.list(said, "schedules")));
    }

    boolean blank() {
        return kind != Kind.VIRTUAL && Stream.of(name, street, street2, city, region, postalCode, transportation, accessibility).allMatch(it -> it == null || it.isBlank())
                && latitude == null && longitude == null && Hsds.rows(phones, PhoneLine::blank).isEmpty() && Hsds.rows(open, OpenHours::blank).isEmpty();
    }

    /** Refuses, beside its field ({@code prefix} and its name), what contradicts itself. */
    void check(String prefix) {
        if (kind != Kind.VIRTUAL && Stream.of(street, city, postalCode).allMatch(it -> it == null || it.isBlank())) {
            throw Refused.invalid("Where is it? Write the street, the city or the ZIP code, or say that it is online or by phone.").at(prefix + "street");
        }
        if ((latitude == null) != (longitude == null)) {
            throw Refused.invalid("Coordinates are two numbers: write both, or neither.").at(prefix + (latitude == null ? "latitude" : "longitude"));
        }
        Hsds.check(prefix, open, closed);
    }

    /** In HSDS's fields, of an entry that said {@code before}; {@code about} is where its ZIP code is, when that is known. */
    Map<String, Object> said(Map<String, Object> before, @Nullable Place about) {
        var said = new LinkedHashMap<String, Object>();
        var address = new LinkedHashMap<String, Object>(Hsds.list(before, "addresses").stream().findFirst().orElse(Map.of()));
        address.put("address_1", Hsds.orNull(street));
        address.put("address_2", Hsds.orNull(street2));
        address.put("city", Hsds.orNull(city));
        address.put("state_province", Hsds.orNull(region));
        address.put("postal_code", Hsds.orNull(postalCode));
        address.putIfAbsent("address_type", kind == Kind.POSTAL ? "postal" : "physical");
        var addresses = new java.util.ArrayList<Map<String, Object>>();
        if (Stream.of(street, street2, city, region, postalCode).anyMatch(it -> it != null && !it.isBlank())) {
            addresses.add(address);
        }
        Hsds.list(before, "addresses").stream().skip(1).forEach(addresses::add);
        said.put("location_type", (kind == null ? Kind.PHYSICAL : kind).name().toLowerCase(java.util.Locale.ROOT));
        said.put("name", Hsds.orNull(name));
        said.put("addresses", addresses);
        boolean guessed = latitude == null && about != null && kind != Kind.VIRTUAL;
        said.put("latitude", guessed ? about.latitude() : latitude);
        said.put("longitude", guessed ? about.longitude() : longitude);
        said.put("approximate", guessed ? true : null);
        said.put("transportation", Hsds.orNull(transportation));
        said.put("accessibility", Hsds.objects(accessibility, "description"));
        said.put("phones", Hsds.said(phones));
        said.put("schedules", Hsds.schedules(Hsds.list(before, "schedules"), open, closed));
        return said;
    }
}
