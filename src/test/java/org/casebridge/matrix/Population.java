package org.casebridge.matrix;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.fault.Superuser;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A client with one row of everything, whose every line of prose carries a mark; and one person of each relation to them. Each use makes its own. */
@Component
@Lazy
@Scope("prototype")
class Population {

    private final Town town;
    private final Accounts accounts;
    private final Reach reach;
    private final Programs programs;
    private final CaseFiles cases;
    private final Superuser superuser;
    private final List<Town.Example> examples;
    private final AgencyId elsewhere = new AgencyId(UUID.randomUUID());

    Population(Town town, Accounts accounts, Reach reach, Programs programs, CaseFiles cases, Superuser superuser, List<Town.Example> examples) {
        this.town = town;
        this.accounts = accounts;
        this.reach = reach;
        this.programs = programs;
        this.cases = cases;
        this.superuser = superuser;
        this.examples = examples;
    }

    /** A client, the marks no stranger may see, keys for the variables of addresses, and the people. */
    record Known(Record record, ClientId client, List<String> marks, Map<String, String> keys, List<Person> people) {

        Person person(String who) {
            return people.stream().filter(it -> it.who().equals(who)).findFirst().orElseThrow();
        }
    }

    Known make(Record record) {
        var mark = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vist";
        var number = "77" + String.valueOf(UUID.randomUUID().getLeastSignificantBits()).substring(1, 10);
        var said = NewClient.of(PersonName.read("Canary " + mark), About.unknown()).with(new Identifier(Identifier.Kind.MEDICAID, "", number));
        var assigned = town.rosa();
        var client = record == Record.PART2 ? patient(assigned = member(), said) : town.client(said);
        var keys = keys(record, client);
        var who = new LinkedHashMap<String, Actor>();
        who.put("assigned", assigned);
        who.put("team", reaching(client, "team", false));
        who.put("lapsed", lapsed(client));
        who.put("consent", reaching(client, "consent", true));
        who.put("emergency", emergency(client));
        who.put("colleague", town.account(Role.CASE_MANAGER, "Colin Gray"));
        who.put("supervisor", town.vera());
        who.put("intake", town.ines());
        who.put("privacy", town.priya());
        who.put("administrator", town.adam());
        who.put("partner", town.account(Role.PARTNER, "Petra Vance"));
        who.put("answering", town.paul());
        other(who);
        if (record == Record.RESTRICTED) {
            restrict(client);
        }
        prose(client, mark);
        var people = new ArrayList<Person>();
        who.forEach((name, actor) -> people.add(new Person(name, actor, null)));
        people.add(new Person("nobody", null, null));
        people.add(new Person("disabled", null, disabled(client)));
        return new Known(record, client, List.of(mark, number), keys, people);
    }

    /** Rosa makes one of each; for what a Part 2 programme knows she is let in for that long. */
    private Map<String, String> keys(Record record, ClientId client) {
        if (record == Record.PART2) {
            Actor.machine().run(() -> reach.give(town.rosa().account(), client.value(), "consent", null, true));
        } else {
            var program = town.program();
            town.rosa().run(() -> cases.open(client, program, town.rosa().account(), Town.today().minusDays(30)));
        }
        var keys = new HashMap<String, String>();
        for (var example : examples) {
            if (!example.variable().equals("plan") && (record != Record.PART2 || !java.util.Set.of("case", "referral").contains(example.variable()))) {
                keys.put(example.variable(), example.key().apply(client));
            }
        }
        keys.put("plan", superuser.ask(db -> db.sql("select id::text from careplans.plan where client_id = ? limit 1").param(client.value()).query(String.class).single()));
        keys.put("session", superuser.ask(db -> db.sql("select id::text from access.session where account_id = ? limit 1").param(cookied(town.rosa()).account().value()).query(String.class).single()));
        if (record == Record.PART2) {
            town.vera().run(() -> reach.take(town.rosa().account(), client.value(), "consent"));
        }
        return keys;
    }

    private Actor cookied(Actor who) {
        town.cookie(who);
        return who;
    }

    /** Somebody who works in a Part 2 programme and nowhere else. */
    private Actor member() {
        var nadia = town.account(Role.CASE_MANAGER, "Nadia Okafor");
        var clinic = town.as(town.vera(), () -> programs.add("Riverside " + UUID.randomUUID().toString().substring(0, 6), 14, true));
        superuser.ask(db -> db.sql("insert into caseload.program_worker (program_id, worker) values (?, ?)").params(clinic.value(), nadia.account().value()).update());
        return nadia;
    }

    private ClientId patient(Actor member, NewClient said) {
        return member.act(() -> town.clients().add(said));
    }

    private Actor reaching(ClientId client, String because, boolean part2) {
        var who = town.account(Role.CASE_MANAGER, "Nina Reyes");
        reach(who, client, because, Town.today().plusDays(30), part2);
        return who;
    }

    private Actor lapsed(ClientId client) {
        var who = town.account(Role.CASE_MANAGER, "Lars Petty");
        reach(who, client, "team", Town.today().minusDays(2), false);
        return who;
    }

    /** As if the supervisor had given it: what the house itself gives it takes again when no case asks for it. */
    private void reach(Actor who, ClientId client, String because, java.time.LocalDate until, boolean part2) {
        var given = superuser.ask(db -> db.sql("insert into access.reach (account_id, client_id, because, ends_at, part2, given_by) values (?, ?, ?, access.after(?, ?), ?, ?)")
                .params(who.account().value(), client.value(), because, until, client.value(), part2, town.vera().account().value()).update());
        if (given != 1) {
            throw new IllegalStateException("no reach was given");
        }
    }

    private Actor emergency(ClientId client) {
        var who = town.account(Role.CASE_MANAGER, "Emmy Rush");
        Actor.machine().run(() -> reach.give(who.account(), client.value(), "break_glass", Town.today()));
        return who;
    }

    private void other(Map<String, Actor> who) {
        superuser.ask(db -> db.sql("insert into access.agency (id, name, zone) values (?, 'Elsewhere', 'America/Chicago')").param(elsewhere.value()).update());
        for (var role : Role.values()) {
            if (role.signsIn()) {
                var id = accounts.add(new NewAccount(elsewhere, "else-" + UUID.randomUUID(), "Other " + role.words(), role, "en"), Town.PASSWORD);
                who.put("other-" + role.name().toLowerCase().replace('_', '-'), accounts.get(id).actor());
            }
        }
    }

    private Cookie disabled(ClientId client) {
        var who = reaching(client, "assigned", false);
        var cookie = town.cookie(who);
        superuser.ask(db -> db.sql("update access.account set disabled_at = now() where id = ?").param(who.account().value()).update());
        return cookie;
    }

    private void restrict(ClientId client) {
        name(client, town.rosa().account());
        superuser.ask(db -> db.sql("update access.custody set restricted = true where client_id = ?").param(client.value()).update());
    }

    private void name(ClientId client, AccountId who) {
        superuser.ask(db -> db.sql("insert into access.named (client_id, account_id) values (?, ?)").params(client.value(), who.value()).update());
    }

    /** Puts the mark behind whatever reads as prose in the rows about the client: text with a blank in it, which no key or code has. */
    private void prose(ClientId client, String mark) {
        superuser.force(db -> {
            int marked = 0;
            for (var column : db.sql("""
                    select format('%I.%I', n.nspname, c.relname) as place, quote_ident(a.attname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'text'::regtype and not a.attisdropped and a.attgenerated = ''
                    where c.relkind = 'r' and c.relrowsecurity and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'client_id')
                      and n.nspname not in ('audit', 'access')
                    """).query().listOfRows()) {
                try {
                    marked += db.sql("update %s set %s = %2$s || ' %s' where client_id = ? and %2$s like '%% %%'".formatted(column.get("place"), column.get("name"), mark)).param(client.value()).update();
                } catch (org.springframework.dao.DataAccessException notProse) {
                    // Its table allows certain words only.
                }
            }
            return marked;
        });
    }
}
