package org.casebridge.clients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** A person the agency supports. {@code name} is the one on lists, computed from the names. */
public record Client(ClientId id, String name, List<PersonName> names, About about, SafeContact contact, List<ContactPoint> points, List<Address> addresses,
                     List<Identifier> identifiers, @Nullable String source, Instant addedAt, AccountId addedBy, int version) {

    /** Refuses someone without any name, and days that cannot be. */
    static Client add(NewClient said, Instant now, AccountId by, LocalDate today) {
        return new Client(ClientId.next(), "", List.of(), said.about(), said.contact(), said.points(), said.addresses(), said.identifiers(), said.source(), now, by, 0)
                .name(said.names(), said.about(), today);
    }

    /** The same person with these names and facts. */
    Client name(List<PersonName> names, About about, LocalDate today) {
        var real = names.stream().filter(it -> !it.blank()).toList();
        if (real.isEmpty()) {
            throw Refused.invalid("Write at least one name, even if it is only what people call them.").at("who.names[0].given");
        }
        about.check(today);
        return new Client(id, PersonName.shown(real, today).whole(), real, about, contact, points, addresses, identifiers, source, addedAt, addedBy, version);
    }

    /** Refuses the same phone or e-mail address twice. */
    Client reach(SafeContact contact, List<ContactPoint> points, List<Address> addresses) {
        if (points.stream().map(ContactPoint::same).distinct().count() < points.size()) {
            throw Refused.invalid("A phone number or an e-mail address is there twice. Keep one of them.");
        }
        return new Client(id, name, names, about, contact, points, addresses, identifiers, source, addedAt, addedBy, version);
    }

    /** Refuses the same number twice. */
    Client identify(List<Identifier> identifiers) {
        if (identifiers.stream().map(Identifier::same).distinct().count() < identifiers.size()) {
            throw Refused.invalid("A number is there twice. Keep one of them.");
        }
        return new Client(id, name, names, about, contact, points, addresses, identifiers, source, addedAt, addedBy, version);
    }

    /** What is known of them, as it would be said of somebody new. */
    NewClient known() {
        return new NewClient(names, about, contact, points, addresses, identifiers, source);
    }

    public ClientLine line() {
        return new ClientLine(id, name, about.bornOn(), about.bornEstimated(), about.pronouns(), about.deceased());
    }

    /** The given name they go by, when the name at the top does not say it already. */
    public Optional<String> goesBy() {
        return names.stream().filter(it -> it.usage() == NameUse.PREFERRED && it.until() == null).map(PersonName::whole).filter(it -> !it.equals(name)).findFirst();
    }

    public boolean noFixedAddress() {
        return addresses.stream().anyMatch(it -> it.kind() == Address.Kind.NO_FIXED_ADDRESS);
    }

    /** Whether they have a home address and it is none of those they had; without one before, there is nothing to move from. */
    boolean movedFrom(Client before) {
        var homes = before.addresses.stream().filter(it -> it.kind() == Address.Kind.HOME || it.kind() == Address.Kind.NO_FIXED_ADDRESS).toList();
        return !homes.isEmpty() && addresses.stream().anyMatch(it -> it.kind() == Address.Kind.HOME && homes.stream().noneMatch(it::samePlace));
    }
}
