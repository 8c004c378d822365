package org.casebridge.audit;

import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Noteworthy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what was done or refused, where no trigger and no look does: in the transaction of the deed, so that one is not without the other. Who acts, from
 * where and by which request is known without being said. Facts hold keys and words, never what a record says; {@code page} is the address it happened at.
 */
@Service
@Transactional
public class Deeds {

    private final JdbcClient db;
    private final JsonMapper json;

    Deeds(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** About a client, or about none (null). */
    public void note(Deed deed, @Nullable UUID client, Map<String, ?> facts) {
        write(deed.name(), client, facts, null);
    }

    /** A hidden field of a record is shown; {@code record} is the key of its row. */
    public void revealed(UUID client, String field, String record) {
        db.sql("insert into audit.entry (kind, what, client, record, fields) values ('DEED', ?, ?, ?, array[?])").params(Deed.REVEAL.name(), client, record, field).update();
    }

    /** Asked for and refused; the reason in English. */
    public void refused(Deed deed, @Nullable UUID client, String reason, Map<String, ?> facts) {
        write(deed.name(), client, facts, reason);
    }

    /** Done, for this reason: why a backup was restored. */
    void explain(String reason) {
        db.sql("insert into audit.entry (kind, what, reason) values ('DEED', ?, ?)").params(Deed.RESTORED.name(), reason).update();
    }

    @EventListener
    void noted(Noteworthy it) {
        var facts = new java.util.HashMap<String, Object>(it.facts());
        if (it.account() != null) {
            facts.put("account", it.account().text());
        }
        write(it.deed(), null, facts, it.reason());
    }

    /** Spring Security says so whenever a password or another factor was wrong. What was typed is not kept: it may be a password in the wrong field. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        var account = db.sql("select id::text as value from access.account where username = lower(?)")
                .param(String.valueOf(failure.getAuthentication().getName()).strip().replace("\0", "")).query(String.class).optional();
        write(Deed.SIGN_IN_FAILED.name(), null, account.<Map<String, ?>>map(it -> Map.of("account", it)).orElse(Map.of()),
                account.isEmpty() ? "There is no such account." : "The password or the account was not accepted.");
    }

    private void write(String deed, @Nullable UUID client, Map<String, ?> facts, @Nullable String reason) {
        db.sql("insert into audit.entry (kind, what, client, record, became, decision, reason) values ('DEED', :what, :client, :record, :facts::jsonb, :decision, :reason)")
                .param("what", deed).param("record", facts.get("page")).param("client", client).param("facts", facts.isEmpty() ? null : json.writeValueAsString(facts))
                .param("decision", reason == null ? "ALLOWED" : "REFUSED").param("reason", reason)
                .update();
    }
}
