package org.casebridge.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.access.Lapsed;
import org.casebridge.access.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people have typed and not yet saved: one draft for each form and person, gone once the form is saved. */
@Service
@Transactional
public class Drafts {

    /** Fields of the form kit itself, never part of a draft. */
    private static final Set<String> OURS = Set.of("_csrf", "_once", "_draft");

    private static final TypeReference<LinkedHashMap<String, List<String>>> SAID = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    Drafts(JdbcClient db, JsonMapper json, Accounts accounts, TransactionTemplate transaction) {
        this.db = db;
        this.json = json;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    record Draft(Map<String, List<String>> said, Instant savedAt) {}

    /** Whoever is not signed in has none. */
    @Transactional(readOnly = true)
    Optional<Draft> find(String place) {
        return Actor.ifAny().flatMap(who -> db.sql("select said, saved_at from web.draft where account_id = ? and place = ?")
                .params(who.account().value(), place)
                .query((row, _) -> new Draft(json.readValue(row.getString("said"), SAID), row.getTimestamp("saved_at").toInstant()))
                .optional());
    }

    /** Keeps what was typed; NUL characters, which PostgreSQL cannot hold, are left out. */
    void save(String place, Map<String, String[]> fields) {
        var said = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (!OURS.contains(name)) {
                said.put(name, List.of(values).stream().map(it -> it.replace("\0", "")).toList());
            }
        });
        db.sql("""
                insert into web.draft (account_id, place, said) values (?, ?, ?::jsonb)
                on conflict (account_id, place) do update set said = excluded.said, saved_at = now()
                """)
                .params(Actor.current().account().value(), place, json.writeValueAsString(said).replace("\\u0000", ""))
                .update();
    }

    void forget(String place) {
        db.sql("delete from web.draft where account_id = ? and place = ?").params(Actor.current().account().value(), place).update();
    }

    /** What somebody sent from a session that had run out waits for them as a draft. */
    @EventListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void keep(Lapsed form) {
        if (form.said().containsKey("_draft") && form.said().get("_draft").length == 1) {
            var owner = accounts.get(form.account()).actor();
            owner.run(() -> transaction.executeWithoutResult(_ -> save(form.said().get("_draft")[0], form.said())));
        }
    }
}
