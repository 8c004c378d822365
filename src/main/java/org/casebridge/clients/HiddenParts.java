package org.casebridge.clients;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.sealing.Sealed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Numbers and addresses as their tables keep them: what is hidden sealed for its own row, the rest as it is. Who writes clients past {@link Clients} (a seeder, by COPY) writes these rows.
 */
@Component
public class HiddenParts {

    static final String IDENTIFIER = "clients.identifier";
    static final String ADDRESS = "clients.address";
    static final String COLUMN = "sealed";
    /** Stands for what does not open (U+FFFD, replacement character). */
    static final String BROKEN = "\ufffd";
    private static final Logger LOG = LoggerFactory.getLogger(HiddenParts.class);
    private static final String BETWEEN = "\u001f";

    private final Sealed sealed;

    HiddenParts(Sealed sealed) {
        this.sealed = sealed;
    }

    /** A row of clients.identifier. {@code token} is the same for the same number of the same client. */
    public record IdentifierRow(UUID id, UUID client, int place, Identifier.Kind kind, String system, @Nullable String value, byte @Nullable [] sealed, String token) {}

    /** A row of clients.address. */
    public record AddressRow(UUID id, UUID client, int place, Address.Kind kind, String street, String city, String region, String postalCode, String country, String words,
                             boolean unsafe, boolean confidential, @Nullable Double latitude, @Nullable Double longitude, byte @Nullable [] sealed) {}

    public IdentifierRow row(UUID client, UUID id, int place, Identifier it) {
        return new IdentifierRow(id, client, place, it.kind(), it.system(), it.hidden() ? null : it.value(),
                it.hidden() ? sealed.seal(it.value(), IDENTIFIER, COLUMN, place(client, id)) : null, token(client, it));
    }

    public AddressRow row(UUID client, UUID id, int place, Address it) {
        if (!it.sealed()) {
            return new AddressRow(id, client, place, it.kind(), it.street(), it.city(), it.region(), it.postalCode(), it.country(), it.words(), false, false, it.latitude(), it.longitude(), null);
        }
        var whole = String.join(BETWEEN, List.of(it.street(), it.city(), it.region(), it.postalCode(), it.country(), it.words(), text(it.latitude()), text(it.longitude())).stream().map(part -> part.replace(BETWEEN, " ")).toList());
        return new AddressRow(id, client, place, it.kind(), "", "", "", "", "", "", it.unsafe(), it.confidential(), null, null, sealed.seal(whole, ADDRESS, COLUMN, place(client, id)));
    }

    /** What the client can be found by. */
    public Set<SearchKey> keys(List<PersonName> names, About about, List<ContactPoint> points, List<Identifier> identifiers) {
        return SearchKeys.of(names, about, points, identifiers, sealed::token);
    }

    /** Under what a hidden number is found, {@code plain} being its letters and digits. */
    public String token(String plain) {
        return SearchKeys.whole(plain, sealed::token).token();
    }

    /** One that does not open in its row was changed past Casebridge; it is {@link #BROKEN}. */
    Identifier open(UUID client, IdentifierId id, Identifier.Kind kind, String system, @Nullable String value, byte @Nullable [] hidden) {
        return new Identifier(id, kind, system, hidden == null ? String.valueOf(value) : open(hidden, IDENTIFIER, place(client, id.value())), hidden != null);
    }

    /** As {@link #open(UUID, IdentifierId, Identifier.Kind, String, String, byte[])}. */
    Address open(UUID client, AddressId id, Address.Kind kind, boolean unsafe, boolean confidential, byte[] hidden) {
        var whole = open(hidden, ADDRESS, place(client, id.value()));
        var parts = (whole.equals(BROKEN) ? BROKEN + BETWEEN.repeat(7) : whole).split(BETWEEN, -1);
        return new Address(id, kind, parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], unsafe, confidential, degrees(parts[6]), degrees(parts[7]));
    }

    private String open(byte[] hidden, String table, String place) {
        try {
            return sealed.open(hidden, table, COLUMN, place);
        } catch (Sealed.Broken changed) {
            LOG.error("A sealed value of {} in the row {} was changed outside Casebridge and does not open", table, place);
            return BROKEN;
        }
    }

    private static String text(@Nullable Double degrees) {
        return degrees == null ? "" : degrees.toString();
    }

    private static @Nullable Double degrees(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    private String token(UUID client, Identifier it) {
        return sealed.token(IDENTIFIER + " " + client, it.same());
    }

    private static String place(UUID client, UUID row) {
        return client + "/" + row;
    }
}
