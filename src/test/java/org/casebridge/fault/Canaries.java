package org.casebridge.fault;

import java.util.List;
import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Role;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Three people whom only their own worker meets: one whom only a Part 2 programme knows, one whose record is restricted (the privacy officer meets them too), one of another agency. */
@Component
@Lazy
public class Canaries {

    private final Overheard overheard;
    private final Accounts accounts;
    private final Programs programs;
    private final Superuser superuser;
    private boolean there;
    private @org.jspecify.annotations.Nullable Account worker;
    private @org.jspecify.annotations.Nullable ClientId patient;

    Canaries(Overheard overheard, Accounts accounts, Programs programs, Superuser superuser) {
        this.overheard = overheard;
        this.accounts = accounts;
        this.programs = programs;
        this.superuser = superuser;
    }

    public Account worker() { return java.util.Objects.requireNonNull(worker); }

    public ClientId patient() { return java.util.Objects.requireNonNull(patient); }

    /** Once for all tests. */
    public synchronized void begin(Town town) {
        if (there) {
            return;
        }
        there = true;
        var elsewhere = new AgencyId(UUID.randomUUID());
        superuser.ask(db -> db.sql("insert into access.agency (id, name, zone) values (?, 'Far House', 'America/Denver')").param(elsewhere.value()).update());
        worker = account(AgencyId.FIRST, "Mara Quist");
        var keeper = account(AgencyId.FIRST, "Kay Lund");
        var other = account(elsewhere, "Otis Farr");
        var clinic = town.as(town.vera(), () -> programs.add("Hillside " + UUID.randomUUID().toString().substring(0, 6), 14, true));
        superuser.ask(db -> db.sql("insert into caseload.program_worker (program_id, worker) values (?, ?)").params(clinic.value(), worker.id().value()).update());
        var marks = List.of(mark(), mark(), mark());
        patient = person(town, worker, "Quorra " + marks.get(0), marks.get(0));
        var held = person(town, keeper, "Hesper " + marks.get(1), marks.get(1));
        superuser.ask(db -> db.sql("insert into access.named (client_id, account_id) values (?, ?)").params(held.value(), keeper.id().value()).update());
        superuser.ask(db -> db.sql("update access.custody set restricted = true where client_id = ?").param(held.value()).update());
        person(town, other, "Faron " + marks.get(2), marks.get(2));
        overheard.listenFor(List.of(new Overheard.Mark(marks.get(0), worker, null), new Overheard.Mark(marks.get(1), keeper, Role.PRIVACY_OFFICER), new Overheard.Mark(marks.get(2), other, null)));
    }

    /** With a task, so that lists, counts, calendars and stories have something to give away, too. */
    private static ClientId person(Town town, Account worker, String name, String mark) {
        var actor = worker.actor();
        var client = actor.act(() -> town.clients().add(NewClient.of(PersonName.read(name), About.unknown())));
        town.post(actor, "/clients/" + client.text() + "/tasks", "title", "Ask " + mark, "owner", worker.id().text(), "priority", "NORMAL", "dueOn", Town.today().toString());
        return client;
    }

    private Account account(AgencyId agency, String name) {
        return accounts.get(accounts.add(new NewAccount(agency, name.split(" ")[0].toLowerCase() + "-" + UUID.randomUUID(), name, Role.CASE_MANAGER, "en"), Town.PASSWORD));
    }

    private static String mark() {
        return "Wj" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "xov";
    }
}
