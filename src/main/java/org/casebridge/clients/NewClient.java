package org.casebridge.clients;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person who is added to the record. {@code source} names them in the file or system they come from; the same source is added once. What is said twice
 * (a phone, an e-mail, a number) is known once.
 */
public record NewClient(List<PersonName> names, About about, SafeContact contact, List<ContactPoint> points, List<Address> addresses,
                        List<Identifier> identifiers, @Nullable String source) {

    public NewClient {
        names = List.copyOf(names);
        points = once(points, ContactPoint::same);
        addresses = List.copyOf(addresses);
        identifiers = once(identifiers, Identifier::same);
    }

    private static <T> List<T> once(List<T> said, Function<T, String> same) {
        var seen = new HashSet<String>();
        return said.stream().filter(it -> seen.add(same.apply(it))).toList();
    }

    public static NewClient named(String given, String family) {
        return of(PersonName.legal(given, family), About.unknown());
    }

    public static NewClient of(PersonName name, About about) {
        return new NewClient(List.of(name), about, SafeContact.unknown(), List.of(), List.of(), List.of(), null);
    }

    public NewClient born(LocalDate on) {
        return with(About.born(on));
    }

    public NewClient with(About about) {
        return new NewClient(names, about, contact, points, addresses, identifiers, source);
    }

    public NewClient with(SafeContact contact) {
        return new NewClient(names, about, contact, points, addresses, identifiers, source);
    }

    public NewClient with(ContactPoint... points) {
        return new NewClient(names, about, contact, List.of(points), addresses, identifiers, source);
    }

    public NewClient with(Address... addresses) {
        return new NewClient(names, about, contact, points, List.of(addresses), identifiers, source);
    }

    public NewClient with(Identifier... identifiers) {
        return new NewClient(names, about, contact, points, addresses, List.of(identifiers), source);
    }

    public NewClient with(PersonName... names) {
        return new NewClient(List.of(names), about, contact, points, addresses, identifiers, source);
    }

    public NewClient from(String source) {
        return new NewClient(names, about, contact, points, addresses, identifiers, source);
    }
}
