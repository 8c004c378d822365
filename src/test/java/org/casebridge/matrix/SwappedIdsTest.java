package org.casebridge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Reach;
import org.casebridge.fault.Superuser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * S1, keys that do not belong together: somebody who works with one client names the rows of another, whom they do not reach, in the address, the form, the query and the
 * headers. They learn nothing of the other and change nothing, and no row ever hangs on another client's.
 */
@PageTest
@ExtendWith(SettlesAgency.class)
class SwappedIdsTest {

    /** Rows that are not about one client. */
    private static final Set<String> COMMON = Set.of("client", "service", "worker", "credential", "account", "alert", "breach", "invitation", "link", "session", "question");

    @Autowired Inventory inventory;
    @Autowired Asking asking;
    @Autowired ObjectProvider<Population> populations;
    @Autowired Reach reach;
    @Autowired Superuser superuser;
    @Autowired Town town;

    private Population.Known other;
    private Population.Known own;
    private Person worker;
    private long before;

    @BeforeEach
    void two_clients_and_somebody_who_works_with_one() {
        other = populations.getObject().make(Record.PLAIN);
        own = populations.getObject().make(Record.PLAIN);
        worker = other.person("colleague");
        town.vera().run(() -> reach.give(worker.actor().account(), own.client().value(), "assigned", null));
        before = asking.changes(other);
    }

    @Test
    void in_the_address() {
        var keys = new HashMap<>(other.keys());
        keys.put("client", own.keys().get("client"));
        var wrong = new ArrayList<String>();
        for (var address : inventory.all()) {
            if (address.aboutClient() && keys.keySet().stream().anyMatch(it -> !COMMON.contains(it) && address.names(it))) {
                var answer = asking.send(worker, address.method(), address.filled(keys), new Filler("Swapped", keys, false).fill(address.handler()), Map.of());
                judge(wrong, address, answer, () -> answer.status() == 403 || answer.status() == 404 || answer.status() == 409 || answer.status() == 422
                        || address.method().equals("GET") && answer.status() == 303);
            }
        }
        finish(wrong);
    }

    @Test
    void in_the_form() {
        var wrong = new ArrayList<String>();
        for (var address : inventory.all()) {
            if (!address.method().equals("GET") && !address.path().startsWith("/account/") && !address.path().startsWith("/sign-")) {
                var filled = new Filler("Swapped", other.keys(), false).fill(address.handler());
                judge(wrong, address, asking.send(worker, address.method(), address.filled(own.keys()), filled, Map.of()), () -> true);
                var all = Filler.allOf(other.keys(), "Swapped");
                all.keySet().removeAll(filled.keySet());
                judge(wrong, address, asking.send(worker, address.method(), address.filled(own.keys()), all, Map.of()), () -> true);
            }
        }
        finish(wrong);
    }

    @Test
    void in_the_query() {
        var wrong = new ArrayList<String>();
        for (var address : inventory.all()) {
            if (!address.method().equals("POST")) {
                judge(wrong, address, asking.send(worker, address.method(), address.filled(own.keys()), Filler.allOf(other.keys(), other.marks().getFirst()), Map.of()), () -> true);
            }
        }
        finish(wrong);
    }

    @Test
    void in_the_headers() {
        var path = "/clients/" + other.client().text();
        var headers = Map.of("X-Original-URL", path, "X-Rewrite-URL", path, "X-Forwarded-Uri", path, "X-Forwarded-Prefix", path, "Referer", "http://localhost" + path, "HX-Request", "true",
                "HX-Current-URL", "http://localhost" + path, "X-HTTP-Method-Override", "GET", "X-Client-Id", other.client().text(), "X-Forwarded-User", town.rosa().account().text());
        var wrong = new ArrayList<String>();
        for (var address : inventory.all()) {
            if (address.method().equals("GET")) {
                judge(wrong, address, asking.send(worker, address.method(), address.filled(own.keys()), Map.of(), headers), () -> true);
            }
        }
        finish(wrong);
    }

    private void judge(List<String> wrong, Address address, Asking.Answer answer, BooleanSupplier answered) {
        // What one typed oneself comes back in one's own search; in a name and in prose the mark stands behind a blank; the search's own sentence has one too.
        var name = (address.path().equals("/clients") ? "Canary " : " ") + other.marks().getFirst();
        if (answer.shows(List.of(name, other.marks().getLast()))) {
            wrong.add(address.line() + " shows the other client (" + answer.status() + ")");
        }
        if (!answered.getAsBoolean() || answer.status() >= 500) {
            wrong.add(address.line() + " answers " + answer.status());
        }
    }

    private void finish(List<String> wrong) {
        if (asking.changes(other) != before) {
            wrong.add("the other client's rows changed: " + superuser.ask(db -> db.sql("select what || ' ' || coalesce(fields::text, '') from audit.entry where kind = 'CHANGE' and client = ? order by id desc limit 5")
                    .param(other.client().value()).query(String.class).list()));
        }
        wrong.addAll(hanging());
        assertThat(wrong).isEmpty();
    }

    /** Rows about one client that point to a row about another, by whatever foreign key. */
    private List<String> hanging() {
        return superuser.ask(db -> db.sql("""
                select format('select ''%s'' as place, count(*) as rows from %s c join %s p on p.%I = c.%I where p.%I <> c.client_id and p.%I in (:own, :other)',
                              k.conrelid::regclass, k.conrelid::regclass, k.confrelid::regclass, b.attname, a.attname, pc.attname, pc.attname)
                from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
                join pg_attribute pc on pc.attrelid = k.confrelid and pc.attname = 'client_id'
                where k.contype = 'f' and a.attname <> 'client_id' and exists (select from pg_attribute c where c.attrelid = k.conrelid and c.attname = 'client_id')
                """).query(String.class).list().stream()
                .map(it -> db.sql(it).param("own", own.client().value()).param("other", other.client().value()).query((row, _) -> row.getInt(2) == 0 ? "" : row.getString(1) + " hangs on another client's row").single())
                .filter(it -> !it.isEmpty()).toList());
    }
}
