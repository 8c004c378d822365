package org.casebridge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.PageTest;
import org.casebridge.fault.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** S2: the door and the row policies, each alone: every address about a client, asked by those who do not reach the client, with the other wall taken away. */
@PageTest
class WallsTest {

    /** Behind {@code bin/test --full} everybody who does not reach the client; else one of each kind of reason. */
    private static final boolean FULL = Boolean.getBoolean("casebridge.full");
    private static final Map<Record, Set<String>> REASONS = Map.of(
            Record.PLAIN, Set.of("colleague", "lapsed", "other-supervisor"), Record.RESTRICTED, Set.of("team", "supervisor"), Record.PART2, Set.of("supervisor", "privacy"));

    @Autowired Inventory inventory;
    @Autowired Asking asking;
    @Autowired ObjectProvider<Population> populations;

    @Test
    void without_the_policies_the_door_refuses() {
        var wrong = new ArrayList<String>();
        for (var record : Record.values()) {
            var known = populations.getObject().make(record);
            wrong.addAll(Fault.POLICIES_BYPASSED.during(() -> passing(known, true)));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void with_the_door_open_the_policies_show_nothing_and_change_nothing() {
        var wrong = new ArrayList<String>();
        for (var record : Record.values()) {
            var known = populations.getObject().make(record);
            wrong.addAll(Fault.ROLE_UNASKED.during(() -> Fault.REACH_UNASKED.during(() -> passing(known, false))));
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> passing(Population.Known known, boolean refused) {
        var table = AuthorizationTable.read();
        var page = inventory.all().stream().filter(it -> it.line().equals("GET /clients/{client}")).findFirst().orElseThrow();
        assertThat(asking.ask(known.person("assigned"), page, known.keys()).shows(known.marks())).as("the marks can be seen").isTrue();
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var person : known.people()) {
            if (person.actor() == null || table.people().get(person.who()).reaches().contains(known.record()) || !FULL && !REASONS.get(known.record()).contains(person.who())) {
                continue;
            }
            for (var address : inventory.all()) {
                if (!address.aboutClient() || wrong.size() > 20) {
                    continue;
                }
                asked++;
                var before = asking.changes(known);
                var answer = asking.ask(person, address, known.keys());
                if (answer.shows(known.marks())) {
                    wrong.add("%s as %s, %s: shows the client (%d)".formatted(address.line(), person.who(), known.record(), answer.status()));
                } else if (refused && !answer.refused()) {
                    wrong.add("%s as %s, %s: %d".formatted(address.line(), person.who(), known.record(), answer.status()));
                }
                if (!address.method().equals("GET") && asking.changes(known) != before) {
                    wrong.add("%s as %s, %s: changes something".formatted(address.line(), person.who(), known.record()));
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        return wrong;
    }
}
