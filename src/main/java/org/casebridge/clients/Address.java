package org.casebridge.clients;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.kernel.Worded;

/** Where a person lives, gets mail, or, without a fixed address, can be found ({@code words}). {@code unsafe}: send nothing there and do not call in. */
public record Address(Kind kind, String street, String city, String region, String postalCode, String country, String words, boolean unsafe) {

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

    /** On one line. */
    public String shown() {
        var place = Stream.of(region, postalCode).filter(it -> !it.isBlank()).collect(Collectors.joining(" "));
        return Stream.of(street.replaceAll("\\s*\\R\\s*", ", "), city, place, country.equals("US") ? "" : country).filter(it -> !it.isBlank()).collect(Collectors.joining(", "));
    }

    public boolean blank() {
        return kind != Kind.NO_FIXED_ADDRESS && Stream.of(street, city, region, postalCode, words).allMatch(String::isBlank);
    }
}
