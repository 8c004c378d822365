package org.casebridge.clients.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.clients.Address;
import org.casebridge.clients.AddressId;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.jspecify.annotations.Nullable;

/** Rows of forms about a person. A row left blank says nothing; the forms always offer one more than there are. */
final class Rows {

    private Rows() {}

    static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    static <T> List<T> list(@Nullable List<T> said) {
        return said == null ? List.of() : said.stream().filter(java.util.Objects::nonNull).toList();
    }

    /** As they were sent, so that the number of a row is its place in the form; one that was left out is null. */
    static <T> List<@Nullable T> all(@Nullable List<T> said) {
        return said == null ? List.of() : java.util.Collections.unmodifiableList(said);
    }

    /** Tells the rows that say what an earlier one says; blank ones say nothing. */
    static void twice(List<String> said, java.util.function.IntConsumer tell) {
        var seen = new java.util.HashSet<String>();
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).isBlank() && !seen.add(said.get(i))) {
                tell.accept(i);
            }
        }
    }

    record Name(@Nullable NameUse usage, @Size(max = 120) @Nullable String given, @Size(max = 120) @Nullable String family, @Size(max = 30) @Nullable String suffix,
                @Size(max = 200) @Nullable String written, @Nullable LocalDate until) {

        static Name of(PersonName name) {
            return new Name(name.usage(), name.given(), name.family(), name.suffix(), name.written(), name.until());
        }

        static Name blank(NameUse usage) {
            return new Name(usage, null, null, null, null, null);
        }

        PersonName said(NameUse otherwise) {
            return new PersonName(usage == null ? otherwise : usage, text(given), text(family), text(suffix), text(written), until);
        }
    }

    record Phone(@PhoneNumber @Nullable String number, ContactPoint.@Nullable Usage usage, @Nullable Boolean unsafe, @Size(max = 200) @Nullable String note) {

        static Phone of(ContactPoint point) {
            return new Phone(point.shown(), point.usage(), point.unsafe(), point.note());
        }

        ContactPoint said() {
            var read = ContactPoint.phone(text(number), usage == null ? ContactPoint.Usage.MOBILE : usage);
            return new ContactPoint(read.kind(), read.value(), read.number(), read.usage(), Boolean.TRUE.equals(unsafe), text(note));
        }
    }

    record Mail(@Email(message = "Write an e-mail address, like name@example.org.") @Size(max = 200) @Nullable String address, @Nullable Boolean unsafe) {

        static Mail of(ContactPoint point) {
            return new Mail(point.value(), point.unsafe());
        }

        ContactPoint said() {
            return new ContactPoint(ContactPoint.Kind.EMAIL, text(address), null, ContactPoint.Usage.OTHER, Boolean.TRUE.equals(unsafe), "");
        }
    }

    /** A confidential one is not told to the form: {@code kept} says which it is, and left blank it stays; {@code gone} removes it. */
    record Place(Address.@Nullable Kind kind, @Size(max = 300) @Nullable String street, @Size(max = 100) @Nullable String city, @Size(max = 60) @Nullable String region,
                 @Size(max = 20) @Nullable String postalCode, @Size(max = 500) @Nullable String words, @Nullable Boolean unsafe, @Nullable Boolean confidential, @Nullable AddressId kept,
                 @Nullable Boolean gone) {

        static Place of(Address address) {
            return address.confidential() ? new Place(address.kind(), null, null, null, null, null, address.unsafe(), true, address.id(), null)
                    : new Place(address.kind(), address.street(), address.city(), address.region(), address.postalCode(), address.words(), address.unsafe(), false, null, null);
        }

        boolean untold() {
            return kept != null && java.util.stream.Stream.of(street, city, region, postalCode, words).allMatch(it -> text(it).isBlank());
        }

        /** {@code country} is kept as it was; the form does not ask for it. */
        Address said(String country, List<Address> before) {
            var use = kind == null ? Address.Kind.HOME : kind;
            var was = untold() ? before.stream().filter(it -> it.confidential() && java.util.Objects.equals(it.id(), kept)).findFirst() : java.util.Optional.<Address>empty();
            return was.map(it -> new Address(it.id(), use, it.street(), it.city(), it.region(), it.postalCode(), it.country(), it.words(), Boolean.TRUE.equals(unsafe), true, it.latitude(), it.longitude()))
                    .orElseGet(() -> new Address(null, use, text(street), text(city), text(region), text(postalCode), country, text(words), Boolean.TRUE.equals(unsafe), Boolean.TRUE.equals(confidential)));
        }
    }

    record Number(Identifier.@Nullable Kind kind, @Size(max = 200) @Nullable String system, @Size(max = 100) @Nullable String value, @Nullable Boolean hidden) {

        static Number of(Identifier it) {
            return new Number(it.kind(), it.system(), it.shown(), it.hidden());
        }

        Identifier said() {
            return new Identifier(null, kind == null ? Identifier.Kind.OTHER : kind, text(system), text(value), Boolean.TRUE.equals(hidden));
        }
    }
}
