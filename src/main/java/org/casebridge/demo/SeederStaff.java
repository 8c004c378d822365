package org.casebridge.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AgencyId;
import org.casebridge.access.Role;
import org.casebridge.assessments.Scoring;
import org.casebridge.caseload.SentenceText;
import org.casebridge.clients.HiddenParts;
import org.casebridge.clients.Sex;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Worker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who works at the seeded agency, and in which programmes: case managers, for every twelve a supervisor, for every twenty an intake worker. */
final class SeederStaff {

    private static final int TO_A_SUPERVISOR = 12;
    private static final int TO_AN_INTAKE_WORKER = 20;
    private static final List<String> PROGRAMMES = List.of("Family Support,14", "Health Navigation,30", "Housing First,7", "Older Adults,30", "Recovery,14", "Reentry,21");

    private final SeederDice dice;
    private final SeederRows rows;
    private final UUID seed;
    private final SeedRequest asked;
    private final @Nullable String password;

    private SeederStaff(SeederRows rows, UUID seed, SeedRequest asked, int before, @Nullable String password) {
        this.dice = SeederDice.of(asked.random(), -3 - before);
        this.rows = rows;
        this.seed = seed;
        this.asked = asked;
        this.password = password;
    }

    /** The password is the hash that the demo's accounts have, if they may sign in now. */
    static SeederAgency hire(Connection owner, SeederRows rows, UUID seed, SeedRequest asked, int clientsBefore, @Nullable String password, SentenceText sentences,
                             Scoring phq9, JsonMapper json, HiddenParts parts) throws SQLException {
        var staff = new SeederStaff(rows, seed, asked, clientsBefore, password);
        var supervisors = staff.hire(owner, Role.SUPERVISOR, "supervisor", Math.ceilDiv(asked.workers(), TO_A_SUPERVISOR));
        var agency = new SeederAgency(AgencyId.FIRST.value(), seed, asked, clientsBefore, staff.hire(owner, Role.CASE_MANAGER, "worker", asked.workers()),
                staff.hire(owner, Role.INTAKE, "intake", Math.ceilDiv(asked.workers(), TO_AN_INTAKE_WORKER)), supervisors, staff.programmes(owner),
                SeederDirectory.offers(owner), sentences, phq9, json, parts);
        agency.managers().forEach(it -> staff.qualify(it, agency));
        return agency;
    }

    /** User names are {@code worker1}, {@code worker2} and so on, from where an earlier seed ended. */
    private List<SeederAgency.Worker> hire(Connection owner, Role role, String username, int count) throws SQLException {
        int before = SeederSql.number(owner, "select count(*) from demo.seeded_account join access.account on id = account_id where role = '%s'".formatted(role));
        var hired = new ArrayList<SeederAgency.Worker>();
        for (int i = 1; i <= count; i++) {
            var culture = SeederCulture.any(dice);
            var name = culture.name(dice, dice.percent(75) ? Sex.FEMALE : Sex.MALE, culture.family(dice)).whole();
            var id = dice.id(asked.asOf().minusDays(asked.days()).atStartOfDay().toInstant(ZoneOffset.UTC));
            rows.add(SeederTable.ACCOUNT, id, AgencyId.FIRST, username + (before + i), name, role, dice.percent(10) ? "es" : "en", password);
            rows.add(SeederTable.SEEDED_ACCOUNT, id, seed);
            hired.add(new SeederAgency.Worker(id, name));
        }
        return hired;
    }

    private void qualify(SeederAgency.Worker worker, SeederAgency agency) {
        rows.add(SeederTable.WORKER, worker.id(), dice.percent(35) ? List.of("en", "es") : List.of("en"), dice.of(Worker.Degree.BACHELOR, Worker.Degree.BACHELOR, Worker.Degree.MASTER, Worker.Degree.ASSOCIATE),
                dice.of("Social work", "Psychology", "Human services", "Nursing"), dice.of(agency.supervisors()).id(), 0);
        rows.add(SeederTable.PROGRAM_WORKER, dice.of(agency.programmes()).id(), worker.id());
        if (dice.percent(70)) {
            rows.add(SeederTable.CREDENTIAL, dice.id(asked.asOf().atStartOfDay().toInstant(ZoneOffset.UTC)), worker.id(), dice.of(Credential.Kind.LMSW, Credential.Kind.CCM, Credential.Kind.CHW, Credential.Kind.RN), "",
                    "%06d".formatted(dice.below(1_000_000)), "New York", asked.asOf().plusDays(dice.between(-10, 900)));
        }
    }

    private List<SeederAgency.Programme> programmes(Connection owner) throws SQLException {
        var there = new ArrayList<SeederAgency.Programme>();
        try (var statement = owner.createStatement();
             var found = statement.executeQuery("select id, name, cadence_days from caseload.program where agency_id = '%s' order by name".formatted(AgencyId.FIRST.value()))) {
            while (found.next()) {
                there.add(new SeederAgency.Programme(found.getObject(1, UUID.class), found.getString(2), found.getInt(3), List.of()));
            }
        }
        var all = new ArrayList<SeederAgency.Programme>();
        for (var programme : PROGRAMMES) {
            var name = programme.substring(0, programme.indexOf(','));
            var cadence = Integer.parseInt(programme.substring(programme.indexOf(',') + 1));
            all.add(there.stream().filter(it -> it.name().equals(name)).findFirst().orElseGet(() -> {
                var id = dice.id(asked.asOf().atStartOfDay().toInstant(ZoneOffset.UTC));
                var area = dice.id(asked.asOf().atStartOfDay().toInstant(ZoneOffset.UTC));
                rows.add(SeederTable.PROGRAM, id, AgencyId.FIRST, name, cadence);
                rows.add(SeederTable.INTAKE_QUESTION, area, id, 0, "Do they live in the county?", "¿Vive en el condado?", "YES",
                        "We serve people who live in the county", "Atendemos a quienes viven en el condado");
                return new SeederAgency.Programme(id, name, cadence, List.of(area));
            }));
        }
        return all;
    }
}
