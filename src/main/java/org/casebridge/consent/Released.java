package org.casebridge.consent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.clients.ClientId;

/**
 * What was let go: made only by {@link Disclosures}, after the row in the account was written. Whatever writes a file, a page or a message for
 * somebody outside takes one of these, and there is no other way to get one.
 */
public final class Released {

    /** Statement 2 of 42 CFR 2.32(a)(2), word for word as the rule wants it. */
    public static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private final DisclosureId id;
    private final ClientId client;
    private final String name;
    private final Instant at;
    private final Release release;
    private final List<Piece> pieces;
    private final List<Consent> consents;

    Released(DisclosureId id, ClientId client, String name, Instant at, Release release, List<Piece> pieces, List<Consent> consents) {
        this.id = id;
        this.client = client;
        this.name = name;
        this.at = at;
        this.release = release;
        this.pieces = List.copyOf(pieces);
        this.consents = List.copyOf(consents);
    }

    /** The parts of one export put together again. */
    public static Released whole(List<Released> parts) {
        var first = parts.getFirst();
        return parts.size() == 1 ? first : new Released(first.id, first.client, first.name, first.at, first.release, parts.stream().flatMap(it -> it.pieces.stream()).toList(),
                parts.stream().flatMap(it -> it.consents.stream()).collect(java.util.stream.Collectors.toMap(Consent::id, it -> it, (one, _) -> one, LinkedHashMap::new)).values().stream().toList());
    }

    public DisclosureId id() { return id; }

    public ClientId client() { return client; }

    public String name() { return name; }

    public Instant at() { return at; }

    public Release release() { return release; }

    public List<Piece> pieces() { return pieces; }

    /** The consents it rests on: what goes along says their scope, as 42 CFR 2.32(b) asks. */
    public List<Consent> consents() { return consents; }

    public boolean part2() {
        return pieces.stream().anyMatch(Piece::part2);
    }

    /** In the order of {@link Part}. */
    public Map<Part, List<Piece>> byPart() {
        var all = new LinkedHashMap<Part, List<Piece>>();
        for (var part : Part.values()) {
            var of = pieces.stream().filter(it -> it.part() == part).toList();
            if (!of.isEmpty()) {
                all.put(part, of);
            }
        }
        return all;
    }
}
