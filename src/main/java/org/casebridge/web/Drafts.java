package org.casebridge.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Lapsed;
import org.casebridge.access.Accounts;
import org.casebridge.sealing.Sealed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people have typed and not yet saved: one draft for each form and person, sealed as it may hold anything, and gone once the form is saved. */
@Service
@Transactional
public class Drafts {

    /** Fields of the form kit itself, never part of a draft. */
    private static final Set<String> OURS = Set.of("_csrf", "_once", "_draft");

    static final String TABLE = "web.draft";
    static final String COLUMN = "sealed";

    private static final TypeReference<LinkedHashMap<String, List<String>>> SAID = new TypeReference<>() {};

    /** The request's attribute with the places of the acting person's drafts. */
    private static final String PLACES = Drafts.class.getName() + ".places";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Accounts accounts;
    private final Sealed sealed;
    private final TransactionTemplate transaction;

    Drafts(JdbcClient db, JsonMapper json, Accounts accounts, Sealed sealed, TransactionTemplate transaction) {
        this.sealed = sealed;
        this.db = db;
        this.json = json;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    record Draft(Map<String, List<String>> said, Instant savedAt) {}

    /** Whoever is not signed in has none. Of which places there is one at all is asked once a request: a page may have many forms. */
    @Transactional(readOnly = true)
    Optional<Draft> find(String place) {
        return Actor.ifAny().filter(who -> places(who.account().value()).contains(place)).flatMap(who -> db.sql("select sealed, saved_at from web.draft where account_id = ? and place = ? and sealed is not null")
                .params(who.account().value(), place)
                .query((row, _) -> open(row.getBytes("sealed"), who.account().value(), place, row.getTimestamp("saved_at").toInstant()))
                .optional()).flatMap(it -> it);
    }

    @SuppressWarnings("unchecked")
    private Set<String> places(UUID account) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(PLACES, RequestAttributes.SCOPE_REQUEST) instanceof Set<?> known) {
            return (Set<String>) known;
        }
        var places = db.sql("select place from web.draft where account_id = ? and sealed is not null").param(account).query(String.class).set();
        if (request != null) {
            request.setAttribute(PLACES, places, RequestAttributes.SCOPE_REQUEST);
        }
        return places;
    }

    private static void changed() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(PLACES, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** One that does not open was changed past Casebridge: it is none. */
    private Optional<Draft> open(byte[] hidden, UUID account, String place, Instant savedAt) {
        try {
            return Optional.of(new Draft(json.readValue(sealed.open(hidden, TABLE, COLUMN, place(account, place)), SAID), savedAt));
        } catch (Sealed.Broken changed) {
            return Optional.empty();
        }
    }

    static String place(UUID account, String place) {
        return account + "/" + place;
    }

    /** Keeps what was typed; NUL characters, which PostgreSQL cannot hold, are left out. */
    void save(String place, Map<String, String[]> fields) {
        var account = Actor.current().account().value();
        var said = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (!OURS.contains(name)) {
                said.put(name, List.of(values).stream().map(it -> it.replace("\0", "")).toList());
            }
        });
        db.sql("""
                insert into web.draft (account_id, place, sealed) values (?, ?, ?)
                on conflict (account_id, place) do update set said = null, sealed = excluded.sealed, saved_at = now()
                """)
                .params(account, place, sealed.seal(json.writeValueAsString(said), TABLE, COLUMN, place(account, place)))
                .update();
        changed();
    }

    void forget(String place) {
        db.sql("delete from web.draft where account_id = ? and place = ?").params(Actor.current().account().value(), place).update();
        changed();
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
