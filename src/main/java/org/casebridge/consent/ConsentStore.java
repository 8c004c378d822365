package org.casebridge.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsentStore {

    private static final String CONSENT = "select c.*, a.name as by_name from consent.consent c join access.account a on a.id = c.recorded_by ";

    private final JdbcClient db;

    ConsentStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    List<Consent> of(ClientId client) {
        var revoked = revocations(client);
        return db.sql(CONSENT + "where c.client_id = ? order by c.recorded_at desc, c.id desc").param(client.value())
                .query((row, _) -> consent(row, revoked)).list();
    }

    /** One deed at a time about it, until the transaction ends. */
    void hold(ClientId client, ConsentId id) {
        db.sql("select id from consent.consent where id = ? and client_id = ? for update").params(id.value(), client.value()).query(UUID.class).optional();
    }

    Consent get(ClientId client, ConsentId id) {
        var revoked = revocations(client);
        return db.sql(CONSENT + "where c.id = ? and c.client_id = ?").params(id.value(), client.value())
                .query((row, _) -> consent(row, revoked)).optional()
                .orElseThrow(() -> Refused.notFound("That consent could not be found."));
    }

    /** Those of these clients that end by then and were neither taken back nor replaced, with the clients' names; the first to end first. */
    Supplier<List<Ending>> ending(Together.Questions questions, Collection<ClientId> clients, LocalDate today, LocalDate until) {
        return questions.list(Ending.class, """
                select c.id, c.client_id, p.name as client, c.recipient, c.expires_on
                from consent.consent c join clients.client p on p.id = c.client_id
                where c.client_id = any (?) and c.expires_on between ? and ? and c.replaced_at is null
                  and not exists (select from consent.revocation r where r.consent_id = c.id and r.client_id = c.client_id and r.whole)
                order by c.expires_on, c.id
                """, clients.stream().map(ClientId::value).toArray(UUID[]::new), today, until);
    }

    /** What is worth a chip: the first consent that ends by then, and the latest that was taken back since, unless one for the same came after it. One question, as every page about a client asks it. */
    Supplier<List<Mark>> marks(Together.Questions questions, ClientId client, LocalDate today, LocalDate until, LocalDate since) {
        return questions.list((row, _) -> new Mark(row.getString("recipient"), row.getObject("ends", LocalDate.class)), """
                (select c.recipient, c.expires_on as ends from consent.consent c
                 where c.client_id = ? and c.expires_on between ? and ? and c.replaced_at is null
                   and not exists (select from consent.revocation r where r.consent_id = c.id and r.client_id = c.client_id and r.whole)
                 order by c.expires_on, c.id limit 1)
                union all
                (select c.recipient, null from consent.revocation r join consent.consent c on c.id = r.consent_id and c.client_id = r.client_id
                 where r.client_id = ? and r.whole and r.at >= ?
                   and not exists (select from consent.consent n where n.client_id = c.client_id and n.recipient = c.recipient and n.recorded_at > r.at)
                 order by r.at desc limit 1)
                """, client.value(), today, until, client.value(), since.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    /** Whose consent ends on that day; without a day it was taken back. */
    record Mark(String recipient, @Nullable LocalDate ends) {}

    void add(ConsentId id, ClientId client, NewConsent it, Instant now) {
        var row = new java.util.HashMap<String, @Nullable Object>();
        row.put("id", id.value());
        row.put("client", client.value());
        row.put("classes", names(it.scope().classes()));
        row.put("parts", names(it.scope().parts()));
        row.put("described", it.scope().described());
        row.put("discloser", it.discloser());
        row.put("kind", it.designation().kind().name());
        row.put("organization", it.designation().organization());
        row.put("recipient", it.designation().name());
        row.put("address", it.designation().address());
        row.put("intermediary", it.designation().intermediary());
        row.put("members", it.designation().members());
        row.put("purposes", names(it.aim().purposes()));
        row.put("purposeWords", it.aim().words());
        row.put("startsOn", it.term().startsOn());
        row.put("expiresOn", it.term().expiresOn());
        row.put("expiresWhen", it.term().expiresWhen());
        row.put("openEnded", it.term().openEnded());
        row.put("revokeHow", it.revokeHow());
        row.put("mayPassOn", it.mayPassOn());
        row.put("refusalMeans", it.refusalMeans());
        var signature = it.signature();
        row.put("signature", signature.kind().name());
        row.put("strokes", signature.strokes());
        row.put("paperKept", signature.paperKept());
        row.put("witness", signature.witness());
        row.put("signer", signature.signer().name());
        row.put("signedBy", signature.signedBy());
        row.put("authority", signature.authority());
        row.put("minorAlone", signature.minorAlone());
        row.put("alsoSigned", signature.alsoSigned());
        row.put("signedOn", signature.on());
        row.put("language", signature.language());
        row.put("interpreter", signature.interpreter());
        row.put("at", now.atOffset(ZoneOffset.UTC));
        row.put("by", Actor.current().account().value());
        row.put("replaces", it.replaces() == null ? null : it.replaces().value());
        db.sql("""
                insert into consent.consent (id, client_id, classes, parts, described, discloser, recipient_kind, organization_id, recipient, address, intermediary, members,
                    purposes, purpose_words, starts_on, expires_on, expires_when, open_ended, revoke_how, may_pass_on, refusal_means, signature, strokes, paper_kept, witness,
                    signer, signed_by, authority, minor_alone, also_signed, signed_on, language, interpreter, recorded_at, recorded_by, replaces)
                values (:id, :client, :classes, :parts, :described, :discloser, :kind, :organization::uuid, :recipient, :address, :intermediary, :members,
                    :purposes, :purposeWords, :startsOn, :expiresOn::date, :expiresWhen, :openEnded, :revokeHow, :mayPassOn, :refusalMeans, :signature, :strokes, :paperKept, :witness,
                    :signer, :signedBy, :authority, :minorAlone, :alsoSigned, :signedOn, :language, :interpreter, :at, :by, :replaces::uuid)
                """).params(row).update();
    }

    void add(ClientId client, ConsentId consent, Revocation it) {
        db.sql("""
                insert into consent.revocation (id, client_id, consent_id, whole, classes, parts, said_by, how, words, at, by)
                values (:id, :client, :consent, :whole, :classes, :parts, :saidBy, :how, :words, :at, :by)
                """)
                .param("id", Id.fresh()).param("client", client.value()).param("consent", consent.value()).param("whole", it.whole())
                .param("classes", names(it.classes())).param("parts", names(it.parts())).param("saidBy", it.saidBy()).param("how", it.how().name())
                .param("words", it.words()).param("at", it.at().atOffset(ZoneOffset.UTC)).param("by", Actor.current().account().value())
                .update();
    }

    void replaced(ClientId client, ConsentId id, Instant now) {
        changed(db.sql("update consent.consent set replaced_at = ?, version = version + 1 where id = ? and client_id = ? and replaced_at is null")
                .params(now.atOffset(ZoneOffset.UTC), id.value(), client.value()).update());
    }

    void happened(ClientId client, ConsentId id, LocalDate on) {
        changed(db.sql("update consent.consent set happened_on = ?, version = version + 1 where id = ? and client_id = ? and happened_on is null")
                .params(on, id.value(), client.value()).update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this consent. Reload it and try again.");
        }
    }

    private Map<UUID, List<Revocation>> revocations(ClientId client) {
        return db.sql("""
                select r.*, a.name as by_name from consent.revocation r join access.account a on a.id = r.by
                where r.client_id = ? order by r.at, r.id
                """).param(client.value())
                .query((row, _) -> Map.entry(row.getObject("consent_id", UUID.class), new Revocation(row.getBoolean("whole"), set(row, "classes", DataClass.class),
                        set(row, "parts", Part.class), row.getString("said_by"), Revocation.How.valueOf(row.getString("how")), row.getString("words"),
                        row.getTimestamp("at").toInstant(), row.getString("by_name")))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Consent consent(ResultSet row, Map<UUID, List<Revocation>> revoked) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var replaces = row.getObject("replaces", UUID.class);
        var replacedAt = row.getTimestamp("replaced_at");
        return new Consent(new ConsentId(id), new ClientId(row.getObject("client_id", UUID.class)),
                new Scope(set(row, "classes", DataClass.class), set(row, "parts", Part.class), row.getString("described")), row.getString("discloser"),
                new Designation(Designation.Kind.valueOf(row.getString("recipient_kind")), row.getObject("organization_id", UUID.class), row.getString("recipient"),
                        row.getString("address"), row.getBoolean("intermediary"), row.getString("members")),
                new Aim(set(row, "purposes", Purpose.class), row.getString("purpose_words")),
                new Term(row.getObject("starts_on", LocalDate.class), row.getObject("expires_on", LocalDate.class), row.getString("expires_when"),
                        row.getObject("happened_on", LocalDate.class), row.getBoolean("open_ended")),
                row.getString("revoke_how"), row.getBoolean("may_pass_on"), row.getString("refusal_means"),
                new Signature(Signature.Kind.valueOf(row.getString("signature")), row.getString("strokes"), row.getString("paper_kept"), row.getString("witness"),
                        Signature.Signer.valueOf(row.getString("signer")), row.getString("signed_by"), row.getString("authority"), row.getBoolean("minor_alone"),
                        row.getString("also_signed"), row.getObject("signed_on", LocalDate.class), row.getString("language"), row.getString("interpreter")),
                row.getTimestamp("recorded_at").toInstant(), row.getString("by_name"), replaces == null ? null : new ConsentId(replaces),
                replacedAt == null ? null : replacedAt.toInstant(), revoked.getOrDefault(id, List.of()), row.getInt("version"));
    }

    static String[] names(Set<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static <E extends Enum<E>> Set<E> set(ResultSet row, String column, Class<E> type) throws SQLException {
        var all = EnumSet.noneOf(type);
        Arrays.stream((String[]) row.getArray(column).getArray()).forEach(it -> all.add(Enum.valueOf(type, it)));
        return all;
    }
}
