package org.casebridge.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteStore {

    private final JdbcClient db;

    NoteStore(JdbcClient db) {
        this.db = db;
    }

    Note of(ClientId client, ContactId contact) {
        return db.sql("select * from messaging.note where contact_id = ? and client_id = ?").params(contact.value(), client.value())
                .query(Note.class).optional()
                .orElseThrow(() -> Refused.notFound("That note could not be found."));
    }

    /** The author's unsigned notes written before then, the oldest first. */
    Supplier<List<DraftLine>> drafts(Together.Questions questions, AccountId author, Instant before) {
        return questions.list(DraftLine.class, """
                select n.id, n.contact_id, n.client_id, c.name as client, n.written_at
                from messaging.note n join clients.client c on c.id = n.client_id
                where n.written_by = ? and n.signed_at is null and n.written_at < ?
                order by n.written_at
                """, author.value(), before.atOffset(ZoneOffset.UTC));
    }

    List<OpenWork.Item> unsigned(ClientId client) {
        return db.sql("""
                select n.contact_id, n.written_at, w.name from messaging.note n join access.account w on w.id = n.written_by
                where n.client_id = ? and n.signed_at is null order by n.written_at
                """)
                .param(client.value())
                .query((row, _) -> new OpenWork.Item(Sentence.of("A note that is not signed"),
                        Sentence.of("of {name} · written {moment}", row.getString("name"), row.getTimestamp("written_at").toInstant()),
                        "/clients/" + client.text() + "/contacts/" + row.getString("contact_id")))
                .list();
    }

    boolean addedTo(Note note) {
        return db.sql("select exists (select from messaging.addendum where note_id = ?)").param(note.id().value()).query(Boolean.class).single();
    }

    void add(Note note) {
        db.sql("""
                insert into messaging.note (id, client_id, contact_id, words, written_by, written_at, signed_at, version, apart, template, parts)
                values (:id, :clientId, :contactId, :words, :writtenBy, :writtenAt, :signedAt, :version, :apart, :template, :parts)
                """)
                .paramSource(Row.of(note, Map.of("parts", note.parts().toArray(String[]::new)))).update();
    }

    void replace(Note note) {
        var rows = db.sql("update messaging.note set words = :words, template = :template, parts = :parts, signed_at = :signedAt, version = :version + 1 where id = :id and version = :version")
                .paramSource(Row.of(note, Map.of("parts", note.parts().toArray(String[]::new)))).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this note. Reload it and try again.");
        }
    }

    void append(Note note, String words, AccountId by, Instant now) {
        db.sql("insert into messaging.addendum (id, client_id, note_id, words, added_by, added_at) values (?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), note.clientId().value(), note.id().value(), words, by.value(), now.atOffset(ZoneOffset.UTC)).update();
    }
}
