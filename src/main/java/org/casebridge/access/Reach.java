package org.casebridge.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can reach which client, because of what, until when. Every row about a client is seen through it, by row policies in PostgreSQL. */
@Service
@Transactional
public class Reach {

    private final JdbcClient db;

    Reach(JdbcClient db) {
        this.db = db;
    }

    /** A new client's record is in the custody of the acting person's agency, and within the reach of whoever adds it. */
    public void begin(UUID client) {
        var actor = Actor.current();
        db.sql("insert into access.custody (client_id, agency_id) values (?, ?)").params(client, actor.agency().value()).update();
        if (!actor.role().wide()) {
            give(actor.account(), client, "added", null);
        }
    }

    /** Because is one word: added, assigned, team, supervision, agency, programme, referral, consent, portal, coverage. Given twice it stays one. */
    public void give(AccountId account, UUID client, String because, @Nullable LocalDate until) {
        give(account, client, because, until, false);
    }

    /** Until the end of that day, where the record is kept. With {@code part2} the rows of Part 2 programmes are within it too: only by a consent that names the account (42 CFR 2.31). */
    public void give(AccountId account, UUID client, String because, @Nullable LocalDate until, boolean part2) {
        if (Boolean.TRUE.equals(db.sql("select access.only_in_emergency(?)").param(client).query(Boolean.class).single())) {
            throw org.casebridge.kernel.Refused.forbidden("You reach this record because of an emergency: that lets nobody else in, nor yourself for longer. Ask its team.");
        }
        db.sql("""
                insert into access.reach (account_id, client_id, because, ends_at, part2) values (:account, :client, :because, access.after(:until, :client), :part2)
                on conflict (account_id, client_id, because) do update set until = null, ends_at = excluded.ends_at, part2 = excluded.part2
                """)
                .param("account", account.value()).param("client", client).param("because", because).param("until", until, java.sql.Types.DATE).param("part2", part2)
                .update();
    }

    /** Whether the account reaches the client one by one; a wide role's reach goes by custody and is not asked here. */
    @Transactional(readOnly = true)
    public boolean has(AccountId account, UUID client) {
        return db.sql("select exists (select from access.reach where account_id = ? and client_id = ? and not suspended and (until is null or until >= current_date) and (ends_at is null or ends_at > now()))")
                .params(account.value(), client).query(Boolean.class).single();
    }

    /** Whether the acting person reaches the client now, by whatever way. */
    @Transactional(readOnly = true)
    public boolean reaches(UUID client) {
        return db.sql("select access.reaches(?)").param(client).query(Boolean.class).single();
    }

    /** In an emergency: the acting person reaches the client until then. */
    public void open(UUID client, java.time.Instant until, boolean part2) {
        db.sql("""
                insert into access.reach (account_id, client_id, because, ends_at, part2) values (:account, :client, 'break_glass', :until, :part2)
                on conflict (account_id, client_id, because) do update set ends_at = excluded.ends_at, part2 = excluded.part2
                """)
                .param("account", Actor.current().account().value()).param("client", client).param("until", until.atOffset(java.time.ZoneOffset.UTC)).param("part2", part2)
                .update();
    }

    /** The emergency is over for the acting person. */
    public void shut(UUID client) {
        take(Actor.current().account(), client, "break_glass");
    }

    /** Until when the acting person reaches the client because of an emergency. */
    @Transactional(readOnly = true)
    public java.util.Optional<java.time.Instant> openUntil(UUID client) {
        return db.sql("select ends_at from access.open_until(?) as ends_at where ends_at is not null").param(client).query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** Nothing about a client leaves the house while the record is open in an emergency. */
    @Transactional(readOnly = true)
    public void refuseInEmergency(UUID client) {
        if (openUntil(client).isPresent()) {
            throw org.casebridge.kernel.Refused.forbidden("You opened this record in an emergency: nothing can be sent, printed or exported from it.");
        }
    }

    public void take(AccountId account, UUID client, String because) {
        db.sql("delete from access.reach where account_id = ? and client_id = ? and because = ?").params(account.value(), client, because).update();
    }
}
