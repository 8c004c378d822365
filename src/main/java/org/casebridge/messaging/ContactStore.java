package org.casebridge.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.DataClass;
import org.casebridge.data.Row;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private static final String LINE = """
            select c.*, r.name as recorder, s.name as striker, n.id as note_id, n.words, n.written_by, n.written_at, n.signed_at, n.version as note_version, n.apart, n.template, n.parts
            from messaging.contact c
            join access.account r on r.id = c.recorded_by
            left join access.account s on s.id = c.struck_by
            left join messaging.note n on n.contact_id = c.id
            """;

    private final JdbcClient db;

    ContactStore(JdbcClient db) {
        this.db = db;
    }

    Contact get(ClientId client, ContactId id) {
        return db.sql("select * from messaging.contact where id = ? and client_id = ?").params(id.value(), client.value())
                .query(Contact.class).optional().orElseThrow(ContactStore::unknown);
    }

    ContactLine line(ClientId client, ContactId id) {
        return lines(db.sql(LINE + "where c.id = :id and c.client_id = :client").param("id", id.value()).param("client", client.value()))
                .stream().findFirst().orElseThrow(ContactStore::unknown);
    }

    /** The newest first, older than the last one shown when that is given. */
    List<ContactLine> of(ClientId client, @Nullable Instant before, @Nullable UUID beforeId, int most) {
        return lines(db.sql(LINE + """
                where c.client_id = :client and (:before::timestamptz is null or (c.at, c.id) < (:before, :beforeId::uuid))
                order by c.at desc, c.id desc limit :most
                """)
                .param("client", client.value()).param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param("beforeId", beforeId).param("most", most));
    }

    Optional<Contact> lastReached(ClientId client) {
        return db.sql("select * from messaging.contact where id = (select id from messaging.reached where client_id = ? order by at desc limit 1)")
                .param(client.value()).query(Contact.class).optional();
    }

    /** What one calls them: the name they go by, else the first word of their name. */
    String callName(ClientId client) {
        return db.sql("""
                select coalesce((select nullif(p.given, '') from clients.person_name p
                                 where p.client_id = c.id and p.usage = 'PREFERRED' and p.until is null order by p.place limit 1),
                                split_part(c.name, ' ', 1))
                from clients.client c where c.id = ?
                """).param(client.value()).query(String.class).optional()
                .orElseThrow(() -> Refused.notFound("That client could not be found among those you work with."));
    }

    void add(Contact contact, Contact.Around around) {
        db.sql("""
                insert into messaging.contact (id, client_id, at, mode, direction, party, who, minutes, outcome, recorded_by, recorded_at, travel, language, interpreter, place, safety, despite, session_id)
                values (:id, :clientId, :at, :mode, :direction, :party, :who, :minutes, :outcome, :recordedBy, :recordedAt, :travel, :language, :interpreter, :place, :safety, :despite, :session)
                """)
                .paramSource(Row.of(contact, besides(around))).update();
    }

    private static Map<String, Object> besides(Contact.Around around) {
        var all = new java.util.HashMap<String, Object>(Map.of("language", around.language(), "interpreter", around.interpreter(), "place", around.place(), "safety", around.safety()));
        all.put("travel", around.travel());
        all.put("despite", around.despite());
        all.put("session", around.sessionId());
        return all;
    }

    void strike(Contact contact) {
        var rows = db.sql("update messaging.contact set struck_at = :struckAt, struck_by = :struckBy, strike = :strike where id = :id and struck_at is null")
                .paramSource(Row.of(contact)).update();
        if (rows == 0) {
            throw Refused.conflict("This contact was struck out already.");
        }
    }

    private List<ContactLine> lines(JdbcClient.StatementSpec query) {
        var bare = query.query((row, _) -> line(row)).list();
        var notes = bare.stream().filter(it -> it.note() != null).map(it -> it.note().id().value()).toList();
        if (notes.isEmpty()) {
            return bare;
        }
        record Added(UUID noteId, ContactLine.Addendum addendum) {}
        Map<UUID, List<ContactLine.Addendum>> addenda = db.sql("""
                select a.note_id, a.words, w.name as added_by, a.added_at from messaging.addendum a join access.account w on w.id = a.added_by
                where a.note_id in (:notes) order by a.added_at, a.id
                """)
                .param("notes", notes)
                .query((row, _) -> new Added(row.getObject("note_id", UUID.class),
                        new ContactLine.Addendum(row.getString("words"), row.getString("added_by"), row.getTimestamp("added_at").toInstant())))
                .stream().collect(Collectors.groupingBy(Added::noteId, Collectors.mapping(Added::addendum, Collectors.toList())));
        return bare.stream().map(it -> it.note() == null ? it
                : new ContactLine(it.contact(), it.around(), it.recordedBy(), it.note(), addenda.getOrDefault(it.note().id().value(), List.of()), it.struckBy())).toList();
    }

    private static ContactLine line(ResultSet row) throws SQLException {
        var client = new ClientId(row.getObject("client_id", UUID.class));
        var contact = new Contact(new ContactId(row.getObject("id", UUID.class)), client, row.getTimestamp("at").toInstant(), Mode.valueOf(row.getString("mode")),
                Contact.Direction.valueOf(row.getString("direction")), Contact.Party.valueOf(row.getString("party")), row.getString("who"),
                (Integer) row.getObject("minutes"), Contact.Outcome.valueOf(row.getString("outcome")), new AccountId(row.getObject("recorded_by", UUID.class)),
                row.getTimestamp("recorded_at").toInstant(), instant(row, "struck_at"),
                row.getObject("struck_by") == null ? null : new AccountId(row.getObject("struck_by", UUID.class)), row.getString("strike"));
        var note = row.getObject("note_id", UUID.class);
        var around = new Contact.Around((Integer) row.getObject("travel"), row.getString("language"), Contact.Interpreted.valueOf(row.getString("interpreter")), row.getString("place"),
                row.getString("safety"), row.getString("despite"), row.getObject("session_id", UUID.class));
        return new ContactLine(contact, around, row.getString("recorder"), note == null ? null
                : new Note(new NoteId(note), client, contact.id(), row.getString("words"), new AccountId(row.getObject("written_by", UUID.class)),
                        row.getTimestamp("written_at").toInstant(), instant(row, "signed_at"), row.getInt("note_version"), row.getString("apart") == null ? null : DataClass.valueOf(row.getString("apart")),
                        row.getString("template") == null ? null : NoteTemplate.valueOf(row.getString("template")), List.of((String[]) row.getArray("parts").getArray())), List.of(), row.getString("striker"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Refused unknown() {
        return Refused.notFound("That contact could not be found.");
    }
}
