package org.casebridge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebridge.PageTest;
import org.casebridge.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * S1: every address with every method, as somebody of every role and every relation to a client, for every class of record, against the table in
 * {@code src/test/resources/authorization.txt}, which was written apart from the code. Whoever is refused learns nothing of the person and changes nothing.
 */
@PageTest
@ExtendWith(SettlesAgency.class)
class AuthorizationMatrixTest {

    /** Behind {@code bin/test --full} everybody is asked everything; else whom the table tells apart. */
    private static final boolean FULL = Boolean.getBoolean("casebridge.full");
    private static final Map<Record, Set<String>> TOLD_APART = Map.of(
            Record.RESTRICTED, Set.of("assigned", "team", "supervisor", "privacy", "emergency"),
            Record.PART2, Set.of("assigned", "team", "consent", "supervisor", "privacy"));

    @Autowired Inventory inventory;
    @Autowired Asking asking;
    @Autowired ObjectProvider<Population> populations;

    @Test
    void every_address_has_its_line_in_the_table_and_every_line_its_address() {
        var table = AuthorizationTable.read();
        assertThat(inventory.all().stream().filter(it -> !table.addresses().containsKey(it.line())).map(AuthorizationTable::proposal).collect(Collectors.joining("\n")))
                .as("think about who may come in by these, and write it into src/test/resources/authorization.txt").isEmpty();
        var known = new TreeSet<>(inventory.all().stream().map(Address::line).toList());
        assertThat(table.addresses().keySet()).as("lines for addresses that are no more: strike them out").allMatch(known::contains);
        assertThat(String.join("\n", inventory.filters())).as("a filter answers without the door: say in the table what it lets in").isEqualTo(String.join("\n", table.filters()));
    }

    @Test
    void whoever_may_comes_in_and_whoever_may_not_is_refused_without_a_trace() {
        var wrong = new ArrayList<String>();
        for (var record : Record.values()) {
            wrong.addAll(wrong(record));
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(Record record) {
        var table = AuthorizationTable.read();
        var known = populations.getObject().make(record);
        assertThat(known.people()).extracting(Person::who).containsExactlyInAnyOrderElementsOf(table.people().keySet());
        var before = asking.changes(known);
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var address : inventory.all()) {
            var scope = table.of(address).scope();
            if (record != Record.PLAIN && scope != AuthorizationTable.Scope.CLIENT && scope != AuthorizationTable.Scope.LIST) {
                continue;
            }
            for (var person : known.people()) {
                if (Fault.any() && wrong.size() > 20) {
                    return wrong;
                }
                if (!FULL && !toldApart(table, record, address, person)) {
                    continue;
                }
                asked++;
                var problem = problem(table, known, address, person);
                if (problem != null) {
                    wrong.add("%s as %s, %s: %s".formatted(address.line(), person.who(), record, problem));
                }
            }
        }
        assertThat(asked).isGreaterThan(record == Record.PLAIN ? 3000 : 700);
        if (asking.changes(known) != before) {
            wrong.add("what was refused changed a row, " + record);
        }
        return wrong;
    }

    /** Another agency's people are refused by their role as our own are, so they are asked where their role would do. */
    private static boolean toldApart(AuthorizationTable table, Record record, Address address, Person person) {
        return record == Record.PLAIN ? !person.who().startsWith("other-") || table.of(address).admits(table.people().get(person.who()).role())
                : TOLD_APART.get(record).contains(person.who());
    }

    private @org.jspecify.annotations.Nullable String problem(AuthorizationTable table, Population.Known known, Address address, Person person) {
        var opens = table.opens(address, person.who(), known.record());
        if (opens && !asking.opens(person, address, known.keys())) {
            return "may come in, and is refused with " + asking.ask(person, address, known.keys()).status();
        }
        var reaches = table.people().get(person.who()).reaches().contains(known.record());
        var list = table.of(address).scope() == AuthorizationTable.Scope.LIST;
        if (opens && !(list && !reaches && address.method().equals("GET"))) {
            return null;
        }
        var answer = asking.ask(person, address, known.keys());
        if (!opens && !answer.refused()) {
            return "may not come in, and gets " + answer.status();
        }
        return answer.shows(known.marks()) && !reaches ? "sees a trace of the client" : null;
    }
}
