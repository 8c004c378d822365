package org.casebridge.clients;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lives, gets mail, or, without a fixed address, can be found ({@code words}). {@code unsafe}: send nothing there and do not call in. {@code confidential}: where someone in
 * danger lives (34 U.S.C. 12291(b)(2)), or an address kept secret by a state's address confidentiality program; pages say only that there is one. Both are sealed in the database.
 * {@code id} is null until it is kept.
 */
public record Address(@Nullable AddressId id, Kind kind, String street, String city, String region, String postalCode, String country, String words, boolean unsafe, boolean confidential,
                      @Nullable Double latitude, @Nullable Double longitude) {

    /** Without a place on the map. */
    public Address(@Nullable AddressId id, Kind kind, String street, String city, String region, String postalCode, String country, String words, boolean unsafe, boolean confidential) {
        this(id, kind, street, city, region, postalCode, country, words, unsafe, confidential, null, null);
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

    public Address(Kind kind, String street, String city, String region, String postalCode, String country, String words, boolean unsafe) {
        this(null, kind, street, city, region, postalCode, country, words, unsafe, false);
    }

    public static Address home(String street, String city, String region, String postalCode) {
        return new Address(Kind.HOME, street, city, region, postalCode, "US", "", false);
    }

    /** At a point on the map (WGS 84); null when nobody told it. */
    public Address at(@Nullable Double latitude, @Nullable Double longitude) {
        return new Address(id, kind, street, city, region, postalCode, country, words, unsafe, confidential, latitude, longitude);
    }

    /** Whether both name one house, wherever it is on the map. */
    public boolean samePlace(Address other) {
        return street.equals(other.street) && city.equals(other.city) && region.equals(other.region) && postalCode.equals(other.postalCode);
    }

    /** Wherever it is kept: the key is no part of what it says. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address it && kind == it.kind && samePlace(it) && country.equals(it.country) && words.equals(it.words) && unsafe == it.unsafe && confidential == it.confidential
                && java.util.Objects.equals(latitude, it.latitude) && java.util.Objects.equals(longitude, it.longitude);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(kind, street, city, region, postalCode);
    }

    /** On one line. */
    public String shown() {
        var place = Stream.of(region, postalCode).filter(it -> !it.isBlank()).collect(Collectors.joining(" "));
        return Stream.of(street.replaceAll("\\s*\\R\\s*", ", "), city, place, country.equals("US") ? "" : country).filter(it -> !it.isBlank()).collect(Collectors.joining(", "));
    }

    /** The same place, and it is confidential. */
    public Address secret() {
        return new Address(id, kind, street, city, region, postalCode, country, words, unsafe, true, latitude, longitude);
    }

    boolean sealed() {
        return unsafe || confidential;
    }

    Address as(@Nullable AddressId id) {
        return new Address(id, kind, street, city, region, postalCode, country, words, unsafe, confidential, latitude, longitude);
    }

    /** It was changed outside Casebridge and does not open: nobody knows it any more. */
    public boolean broken() {
        return street.equals(HiddenParts.BROKEN);
    }

    /** All of it, on one line. */
    public String whole() {
        return Stream.of(shown(), words).filter(it -> !it.isBlank()).collect(Collectors.joining(" · "));
    }

    public boolean blank() {
        return kind != Kind.NO_FIXED_ADDRESS && Stream.of(street, city, region, postalCode, words).allMatch(String::isBlank);
    }
}
