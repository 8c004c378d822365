package org.casebridge.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisclosureStore {

    private final JdbcClient db;

    DisclosureStore(JdbcClient db) {
        this.db = db;
    }

    /** What leaves of a Part 2 programme's segment is told in that segment, whoever lets it go. */
    void add(DisclosureId id, ClientId client, Instant now, Release it, List<Piece> pieces, Set<ConsentId> consents) {
        db.sql("""
                insert into consent.disclosure (id, client_id, at, by, organization_id, recipient_kind, recipient, address, standing, purpose, purpose_words, basis, authority,
                    request, channel, parts, pieces, what, part2, consents, silent_until, segment)
                values (:id, :client, :at, :by, :organization::uuid, :kind, :recipient, :address, :standing, :purpose, :purposeWords, :basis, :authority,
                    :request, :way, :parts, :pieces, :what, :part2, :consents, :silent::date,
                    case when :part2 then (select s.segment from consent.segmented(:client) s where s.row_id = any (:rows) limit 1) end)
                """)
                .param("id", id.value()).param("client", client.value()).param("at", now.atOffset(ZoneOffset.UTC)).param("by", Actor.current().account().value())
                .param("organization", it.recipient().organization()).param("kind", it.recipient().kind().name()).param("recipient", it.recipient().name())
                .param("address", it.recipient().address()).param("standing", it.recipient().standing().name()).param("purpose", it.purpose().name())
                .param("purposeWords", it.purposeWords()).param("basis", it.basis().name()).param("authority", it.authority()).param("request", it.request())
                .param("way", it.way().name()).param("parts", parts(pieces)).param("pieces", pieces.size()).param("what", what(pieces))
                .param("part2", pieces.stream().anyMatch(Piece::part2)).param("consents", keys(consents)).param("silent", it.silentUntil())
                .param("rows", pieces.stream().map(Piece::row).toArray(UUID[]::new))
                .update();
    }

    /** Whether nothing but an emergency lets the acting person reach this client. */
    boolean emergencyOnly(ClientId client) {
        return db.sql("select access.only_in_emergency(?)").param(client.value()).query(Boolean.class).single();
    }

    /** A running export sends more under the row it began with. */
    void more(DisclosureId id, ClientId client, List<Piece> pieces, Set<ConsentId> consents) {
        db.sql("""
                update consent.disclosure
                set parts = (select array_agg(distinct p order by p) from unnest(parts || :parts) p), pieces = pieces + :pieces, part2 = part2 or :part2,
                    what = left(what || '; ' || :what, 4000), consents = (select coalesce(array_agg(distinct c), '{}') from unnest(consents || :consents) c)
                where id = :id and client_id = :client
                """)
                .param("parts", parts(pieces)).param("pieces", pieces.size()).param("part2", pieces.stream().anyMatch(Piece::part2)).param("what", what(pieces))
                .param("consents", keys(consents)).param("id", id.value()).param("client", client.value())
                .update();
    }

    /** The newest first, since that day. */
    List<Disclosure> of(ClientId client, Instant since) {
        return db.sql("""
                select d.*, a.name as by_name from consent.disclosure d join access.account a on a.id = d.by
                where d.client_id = ? and d.at >= ? order by d.at desc, d.id desc
                """).params(client.value(), since.atOffset(ZoneOffset.UTC)).query(DisclosureStore::disclosure).list();
    }

    private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
        return new Disclosure(new DisclosureId(row.getObject("id", UUID.class)), new ClientId(row.getObject("client_id", UUID.class)), row.getTimestamp("at").toInstant(),
                row.getString("by_name"), Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient"), row.getString("address"),
                Purpose.valueOf(row.getString("purpose")), row.getString("purpose_words"), Basis.valueOf(row.getString("basis")), row.getString("authority"),
                row.getString("request"), Way.valueOf(row.getString("channel")), ConsentStore.set(row, "parts", Part.class), row.getInt("pieces"), row.getString("what"),
                row.getBoolean("part2"), Set.of((UUID[]) row.getArray("consents").getArray()), row.getObject("silent_until", LocalDate.class));
    }

    /** What left, by the titles of its pieces, cut where it grows long: the account needs a brief description (45 CFR 164.528(b)(2)(iii)). */
    private static String what(List<Piece> pieces) {
        var titles = pieces.stream().map(it -> it.on() == null ? it.title() : it.title() + " (" + it.on() + ")").distinct().toList();
        var whole = String.join("; ", titles);
        return whole.length() <= 2000 ? whole : whole.substring(0, 1999) + "…";
    }

    private static String[] parts(List<Piece> pieces) {
        return pieces.stream().map(it -> it.part().name()).distinct().sorted().toArray(String[]::new);
    }

    private static UUID[] keys(Set<ConsentId> consents) {
        return consents.stream().map(ConsentId::value).sorted().toArray(UUID[]::new);
    }
}
