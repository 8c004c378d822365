package org.casebridge.tasks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casebridge.Casebridge;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/casebridge worklist} as it is typed, beside a server that runs. */
@PageTest
class ShowWorklistTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JsonMapper json;

    private record Ended(int code, String out, String err) {}

    @Test
    void it_prints_the_order_of_my_day_for_people_and_for_machines() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Command");
        town.openCase(nora, "Quiet Kowalski");
        town.post(nora, "/tasks", "title", "Tidy the shelf", "dueOn", Town.today().toString());
        var name = username(nora);

        assertThat(run("worklist", "--worker", name)).satisfies(it -> {
            assertThat(it.code()).isZero();
            assertThat(it.out().lines()).element(0).asString().startsWith("1. ").contains("SHOULD", "Quiet Kowalski · Contact due (20 A rhythm");
            assertThat(it.out()).contains("2. 35 points, COULD, Today: Tidy the shelf");
        });
        var line = json.readTree(run("worklist", "--worker", name, "--json").out().lines().toList().getLast());
        assertThat(line.get("outcome").asString()).isEqualTo("done");
        assertThat(line.get("worker").asString()).isEqualTo("Nora Command");
        assertThat(line.get("lines")).hasSize(2).allSatisfy(it -> assertThat(it.get("reasons").valueStream().mapToInt(one -> one.get("points").asInt()).sum()).isEqualTo(it.get("points").asInt()));
    }

    @Test
    void whoever_has_no_day_here_is_a_sentence() {
        var gone = town.account(Role.CASE_MANAGER, "Dora Gone");
        var name = username(gone);
        town.adam().run(() -> accounts.disable(gone.account()));

        for (var nobody : List.of("nobody.at.all", "", "' or 1=1 --", name)) {
            assertThat(run("worklist", "--worker", nobody, "--json")).as(nobody).satisfies(it -> {
                assertThat(it.code()).isEqualTo(1);
                assertThat(it.err()).isEqualToIgnoringNewLines("Nobody works here by that user name.");
                assertThat(it.out()).contains("\"outcome\":\"refused\"");
            });
        }
        var partner = run("worklist", "--worker", username(town.account(Role.PARTNER, "Petra Partner")));
        assertThat(partner.code()).isEqualTo(1);
        assertThat(partner.err()).isEqualToIgnoringNewLines("Petra Partner has no My day: their role is Partner agency.");
        assertThat(run("worklist", "--worker", username(town.account(Role.CASE_MANAGER, "Nora Idle"))).out()).isEqualToIgnoringNewLines("Nothing waits for Nora Idle.");
    }

    @Test
    void it_explains_itself() {
        assertThat(run("--help").out()).contains("worklist");
        assertThat(run("worklist", "--help")).satisfies(it -> assertThat(it.out()).startsWith("Usage: casebridge worklist").contains("--worker=USER", "--json"));
        assertThat(run("worklist")).satisfies(it -> {
            assertThat(it.code()).isEqualTo(2);
            assertThat(it.err()).contains("--worker", "See: casebridge worklist --help");
        });
    }

    private String username(Actor who) {
        return who.act(() -> accounts.get(who.account()).username());
    }

    private static Ended run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var outBefore = System.out;
        var errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new Ended(Casebridge.commands().run(arguments), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
