package org.casebridge.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of a client's papers, so that one birth certificate serves ten applications. */
@Service
@Transactional
public class Papers {

    private final JdbcClient db;
    private final ClientHeads heads;
    private final Clock clock;

    Papers(JdbcClient db, ClientHeads heads, Clock clock) {
        this.db = db;
        this.heads = heads;
        this.clock = clock;
    }

    /** What is missing first, then by kind. */
    @Transactional(readOnly = true)
    public List<Paper> of(ClientId client) {
        record Row(PaperId id, PaperKind kind, String whose, @Nullable LocalDate requestedOn, @Nullable LocalDate receivedOn, @Nullable LocalDate issuedOn, @Nullable LocalDate expiresOn, String words, int version) {}
        record Used(UUID paperId, LocalDate usedOn, String what) {}
        var uses = db.sql("select paper_id, used_on, what from matching.paper_use where client_id = ? order by used_on desc, id desc").param(client.value()).query(Used.class).list().stream()
                .collect(Collectors.groupingBy(Used::paperId, Collectors.mapping(it -> new Paper.Use(it.usedOn(), it.what()), Collectors.toList())));
        return db.sql("select id, kind, whose, requested_on, received_on, issued_on, expires_on, words, version from matching.paper where client_id = ? order by received_on is not null, kind, whose")
                .param(client.value()).query(Row.class).list().stream()
                .map(it -> new Paper(it.id(), it.kind(), it.whose(), it.requestedOn(), it.receivedOn(), it.issuedOn(), it.expiresOn(), it.words(), it.version(), uses.getOrDefault(it.id().value(), List.of()))).toList();
    }

    /** The client's own in hand today, with the day each was issued (or received, when that is not known). */
    @Transactional(readOnly = true)
    public Map<PaperKind, LocalDate> inHand(ClientId client) {
        record Held(PaperKind kind, LocalDate day) {}
        var held = new EnumMap<PaperKind, LocalDate>(PaperKind.class);
        db.sql("select kind, coalesce(issued_on, received_on) as day from matching.paper where client_id = ? and whose = '' and received_on is not null and (expires_on is null or expires_on >= ?)")
                .params(client.value(), today()).query(Held.class).list().forEach(it -> held.put(it.kind(), it.day()));
        return held;
    }

    /** Keeps what is known of a paper; a later word takes the place of an earlier one. Refuses days to come, days in the wrong order, and one neither asked for nor received. */
    public void keep(ClientId client, PaperKind kind, String whose, @Nullable LocalDate requestedOn, @Nullable LocalDate receivedOn, @Nullable LocalDate issuedOn, @Nullable LocalDate expiresOn, String words) {
        heads.of(client);
        if (requestedOn == null && receivedOn == null) {
            throw Refused.invalid("Write when it was asked for, or when it came.").at("requestedOn");
        }
        refuseToCome(requestedOn, "requestedOn");
        refuseToCome(receivedOn, "receivedOn");
        refuseToCome(issuedOn, "issuedOn");
        if (expiresOn != null && issuedOn != null && expiresOn.isBefore(issuedOn)) {
            throw Refused.invalid("It cannot expire before it was issued.").at("expiresOn");
        }
        db.sql("""
                insert into matching.paper (id, client_id, kind, whose, requested_on, received_on, issued_on, expires_on, words, version)
                values (:id, :client, :kind, :whose, :requested, :received, :issued, :expires, :words, 0)
                on conflict (client_id, kind, whose) do update set requested_on = coalesce(excluded.requested_on, matching.paper.requested_on), received_on = excluded.received_on,
                    issued_on = excluded.issued_on, expires_on = excluded.expires_on, words = excluded.words, version = matching.paper.version + 1
                """)
                .param("id", Id.fresh()).param("client", client.value()).param("kind", kind.name()).param("whose", whose.strip())
                .param("requested", requestedOn, java.sql.Types.DATE).param("received", receivedOn, java.sql.Types.DATE).param("issued", issuedOn, java.sql.Types.DATE)
                .param("expires", expiresOn, java.sql.Types.DATE).param("words", words.strip()).update();
    }

    /** Those of these kinds that are in hand served for something today; told twice on a day, it stays one. */
    public void used(ClientId client, Collection<PaperKind> kinds, String what) {
        if (kinds.isEmpty()) {
            return;
        }
        record Held(UUID id) {}
        db.sql("select id from matching.paper where client_id = ? and kind = any (?) and received_on is not null and (expires_on is null or expires_on >= ?)")
                .params(client.value(), kinds.stream().map(Enum::name).toArray(String[]::new), today()).query(Held.class).list()
                .forEach(it -> db.sql("""
                        insert into matching.paper_use (id, client_id, paper_id, used_on, what)
                        select ?, ?, ?, ?, ? where not exists (select from matching.paper_use u where u.paper_id = ? and u.used_on = ? and u.what = ?)
                        """).params(Id.fresh(), client.value(), it.id(), today(), what, it.id(), today(), what).update());
    }

    private void refuseToCome(@Nullable LocalDate day, String field) {
        if (day != null && day.isAfter(today())) {
            throw Refused.invalid("{day} is still to come.", day).at(field);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
