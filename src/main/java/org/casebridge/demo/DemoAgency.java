package org.casebridge.demo;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Role;
import org.casebridge.caseload.Programs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The demo agency's name, programmes and accounts. Only accounts made here are ever touched again. */
@Service
@Transactional
class DemoAgency {

    static final String NAME = "Eastside Family Services";

    /** The first six are the ones people sign in with; the others are their colleagues. */
    static final List<NewAccount> PEOPLE = List.of(
            person("manager", "Rosa Alvarez", Role.CASE_MANAGER),
            person("intake", "Ines Duarte", Role.INTAKE),
            person("supervisor", "Vera Lindqvist", Role.SUPERVISOR),
            person("privacy", "Priya Nair", Role.PRIVACY_OFFICER),
            person("admin", "Adam Osei", Role.ADMINISTRATOR),
            person("partner", "Paul Meyer", Role.PARTNER),
            person("sam", "Sam Whitfield", Role.CASE_MANAGER),
            person("amara", "Amara Okafor", Role.CASE_MANAGER),
            person("recovery", "Lena Marsh", Role.CASE_MANAGER));

    /** A programme under 42 CFR Part 2: its people are known to nobody else of the agency. */
    static final String RECOVERY = "Recovery Pathways";

    /** What became of the accounts at this start. {@code password} is there only when it was made up just now. */
    record Opened(boolean there, @Nullable String password) {}

    private final Accounts accounts;
    private final Programs programs;
    private final SeededAccounts seeded;
    private final JdbcClient db;

    DemoAgency(Accounts accounts, Programs programs, SeededAccounts seeded, JdbcClient db) {
        this.accounts = accounts;
        this.programs = programs;
        this.seeded = seeded;
        this.db = db;
    }

    /** Makes the agency where nobody has an account yet; else lets its accounts in again, with the password chosen now, if one is. */
    Opened open(@Nullable String chosen) {
        var made = made();
        if (made.isEmpty() && !accounts.nobody() && !seeded.only()) {
            return new Opened(false, null);
        }
        if (made.isEmpty()) {
            var password = chosen == null ? madeUp() : chosen;
            make(password);
            return new Opened(true, chosen == null ? password : null);
        }
        made.forEach(accounts::admit);
        if (chosen != null && !accounts.knows(made.getFirst(), chosen)) {
            made.forEach(it -> accounts.setPassword(it, chosen));
        }
        return new Opened(true, null);
    }

    /** A server without the demo lets no demo account in: their passwords may be known to many. */
    void shut() {
        made().forEach(accounts::disable);
    }

    private void make(String password) {
        accounts.nameAgency(AgencyId.FIRST, NAME, ZoneId.of("America/New_York"));
        for (var person : PEOPLE) {
            db.sql("insert into demo.account (account_id, place) values (?, ?)")
                    .params(accounts.add(person, password).value(), PEOPLE.indexOf(person)).update();
        }
        programme("Family Support", 14);
        programme("Health Navigation", 30);
        programme("Housing First", 7);
        programme("Older Adults", 30);
        if (programs.all().stream().noneMatch(it -> it.name().equals(RECOVERY))) {
            programs.add(RECOVERY, 7, true);
        }
    }

    /** A seed may have brought it already. */
    private void programme(String name, int cadenceDays) {
        if (programs.all().stream().noneMatch(it -> it.name().equals(name))) {
            programs.add(name, cadenceDays);
        }
    }

    private List<AccountId> made() {
        return db.sql("select account_id as value from demo.account order by place").query(AccountId.class).list();
    }

    /** Four groups of four letters that are hard to mistake for one another: 16 of 23 letters, 72 bits. */
    private static String madeUp() {
        var random = new SecureRandom();
        var letters = "abcdefghjkmnpqrstuvwxyz";
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    private static NewAccount person(String username, String name, Role role) {
        return new NewAccount(AgencyId.FIRST, username, name, role, "en");
    }
}
