package org.casebridge.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a supervisor learns of the strain on a team, and that it never speaks of one person. */
@PageTest
class TeamCarePagesTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_team_of_four_shows_nothing_and_one_of_five_only_what_five_brought_about() throws Exception {
        var sue = town.account(Role.SUPERVISOR, "Sue Cares");
        var team = new ArrayList<Actor>();
        for (int i = 0; i < 4; i++) {
            team.add(worker(sue, team.size()));
        }
        assertThat(page(sue)).contains("nothing is shown, because it would speak of one of them").doesNotContain("Contacts after hours or on a weekend</dt><dd>");
        team.add(worker(sue, 4));
        assertThat(page(sue)).contains("Contacts after hours or on a weekend</dt><dd>not shown: it comes from fewer than 5 people");
        onSunday(team.getLast());
        assertThat(page(sue)).contains("Contacts after hours or on a weekend</dt><dd>5<", "Clocks that ran out</dt><dd>0<");
        assertThat(page(town.rosa())).contains("Never counted: keys pressed").doesNotContain("of your team");
    }

    /** The first four have worked on a Sunday. */
    private Actor worker(Actor sue, int place) {
        var it = town.account(Role.CASE_MANAGER, "Cared " + place);
        town.supervises(sue, it);
        town.openCase(it, "Client of " + place);
        if (place < 4) {
            onSunday(it);
        }
        return it;
    }

    private void onSunday(Actor worker) {
        var at = Town.today().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)).atTime(12, 0).atZone(Town.ZONE).toOffsetDateTime();
        worker.run(() -> transaction.executeWithoutResult(_ -> {
            var client = db.sql("select client_id from caseload.case_file where worker = ?").param(worker.account().value()).query(UUID.class).single();
            db.sql("""
                    insert into messaging.contact (id, client_id, at, mode, direction, party, who, minutes, outcome, recorded_by, recorded_at)
                    values (?, ?, ?, 'PHONE', 'OUTGOING', 'CLIENT', '', 10, 'REACHED', ?, now())
                    """).params(UUID.randomUUID(), client, at, worker.account().value()).update();
        }));
    }

    private String page(Actor who) throws Exception {
        return new String(town.get(who, "/care").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
