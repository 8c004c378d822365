package org.casebridge.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.ConsentId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentStore {

    private static final String DOCUMENT = "select d.*, a.name as added_by_name from documents.document d join access.account a on a.id = d.added_by ";

    private final JdbcClient db;

    DocumentStore(JdbcClient db) {
        this.db = db;
    }

    List<Document> of(ClientId client) {
        return db.sql(DOCUMENT + "where d.client_id = ? order by d.struck_at is not null, d.added_at desc, d.id desc").param(client.value()).query(DocumentStore::document).list();
    }

    /** Papers of this consent that belong here, the newest first. */
    List<Document> signed(ClientId client, ConsentId consent) {
        return db.sql(DOCUMENT + "where d.client_id = ? and d.consent_id = ? and d.struck_at is null order by d.added_at desc, d.id desc").params(client.value(), consent.value()).query(DocumentStore::document).list();
    }

    Document get(ClientId client, DocumentId id) {
        return db.sql(DOCUMENT + "where d.id = ? and d.client_id = ?").params(id.value(), client.value()).query(DocumentStore::document).optional()
                .orElseThrow(() -> Refused.notFound("That document could not be found."));
    }

    byte[] content(ClientId client, DocumentId id) {
        return db.sql("select bytes from documents.content where document_id = ? and client_id = ?").params(id.value(), client.value()).query(byte[].class).optional()
                .orElseThrow(() -> Refused.notFound("That document could not be found."));
    }

    long size(ClientId client) {
        return db.sql("select coalesce(sum(size), 0) from documents.document where client_id = ?").param(client.value()).query(Long.class).single();
    }

    /** The title of a document of the client with the very same file, that is not struck. */
    Optional<String> same(ClientId client, byte[] sha256) {
        return db.sql("select title from documents.document where client_id = ? and sha256 = ? and struck_at is null limit 1").params(client.value(), sha256).query(String.class).optional();
    }

    void add(DocumentId id, ClientId client, String title, Document.About about, @Nullable ConsentId consent, Inspected file, byte[] sha256, Instant at) {
        db.sql("insert into documents.document (id, client_id, title, about, kind, size, sha256, added_at, added_by, consent_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id.value(), client.value(), title, about.name(), file.kind().name(), file.bytes().length, sha256, at.atOffset(ZoneOffset.UTC), Actor.current().account().value(),
                        consent == null ? null : consent.value())
                .update();
        db.sql("insert into documents.content (document_id, client_id, bytes) values (?, ?, ?)").params(id.value(), client.value(), file.bytes()).update();
    }

    void strike(ClientId client, DocumentId id, String reason, Instant at) {
        var rows = db.sql("update documents.document set struck_at = ?, struck_by = ?, strike_reason = ? where id = ? and client_id = ? and struck_at is null")
                .params(at.atOffset(ZoneOffset.UTC), Actor.current().account().value(), reason, id.value(), client.value()).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this document. Reload it and try again.");
        }
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var struck = row.getTimestamp("struck_at");
        return new Document(new DocumentId(row.getObject("id", UUID.class)), new ClientId(row.getObject("client_id", UUID.class)), row.getString("title"),
                Document.About.valueOf(row.getString("about")), FileKind.valueOf(row.getString("kind")), row.getInt("size"), row.getBytes("sha256"),
                row.getTimestamp("added_at").toInstant(), new AccountId(row.getObject("added_by", UUID.class)), row.getString("added_by_name"),
                struck == null ? null : struck.toInstant(), row.getString("strike_reason"),
                row.getObject("consent_id", UUID.class) == null ? null : new ConsentId(row.getObject("consent_id", UUID.class)));
    }
}
