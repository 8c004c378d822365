package org.casebridge.clients;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Where a person lives, gets mail, or, without a fixed address, can be found ({@code words}). {@code unsafe}: send nothing there and do not call in. */
public record Address(Kind kind, String street, String city, String region, String postalCode, String country, String words, boolean unsafe,
                      @Nullable Double latitude, @Nullable Double longitude) {

    /** Without a place on the map. */
    public Address(Kind kind, String street, String city, String region, String postalCode, String country, String words, boolean unsafe) {
        this(kind, street, city, region, postalCode, country, words, unsafe, null, null);
    }

    /** What an address is to its person. */
    public enum Kind implements Worded {
        HOME("Home"), MAILING("For mail"), TEMPORARY("For now"), NO_FIXED_ADDRESS("No fixed address"), FORMER("Former");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public static Address home(String street, String city, String region, String postalCode) {
        return new Address(Kind.HOME, street, city, region, postalCode, "US", "", false);
    }

    /** At a point on the map (WGS 84); null when nobody told it. */
    public Address at(@Nullable Double latitude, @Nullable Double longitude) {
        return new Address(kind, street, city, region, postalCode, country, words, unsafe, latitude, longitude);
    }

    /** Whether both name one house, wherever it is on the map. */
    public boolean samePlace(Address other) {
        return street.equals(other.street) && city.equals(other.city) && region.equals(other.region) && postalCode.equals(other.postalCode);
    }

    /** On one line. */
    public String shown() {
        var place = Stream.of(region, postalCode).filter(it -> !it.isBlank()).collect(Collectors.joining(" "));
        return Stream.of(street.replaceAll("\\s*\\R\\s*", ", "), city, place, country.equals("US") ? "" : country).filter(it -> !it.isBlank()).collect(Collectors.joining(", "));
    }

    public boolean blank() {
        return kind != Kind.NO_FIXED_ADDRESS && Stream.of(street, city, region, postalCode, words).allMatch(String::isBlank);
    }
}
