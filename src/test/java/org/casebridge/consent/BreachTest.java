package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the day of discovery to the days by which somebody must be told. */
class BreachTest {

    /** Days counted by hand: 60 calendar days, or 60 after the year's end; media only from more than 500 in one state. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # discovered | MA  | NH  | expected
            2026-01-10   | 1   | 0   | ASSESS 2026-01-20, PERSONS 2026-03-11, HHS 2027-03-01
            2026-11-23   | 499 | 0   | ASSESS 2026-12-03, PERSONS 2027-01-22, HHS 2027-03-01
            2027-12-31   | 10  | 0   | ASSESS 2028-01-10, PERSONS 2028-02-29, HHS 2028-02-29
            2026-11-23   | 500 | 0   | ASSESS 2026-12-03, PERSONS 2027-01-22, HHS 2027-01-22
            2026-11-23   | 501 | 0   | ASSESS 2026-12-03, PERSONS 2027-01-22, HHS 2027-01-22, MEDIA MA 2027-01-22
            2026-11-23   | 300 | 300 | ASSESS 2026-12-03, PERSONS 2027-01-22, HHS 2027-01-22
            2026-11-23   | 600 | 501 | ASSESS 2026-12-03, PERSONS 2027-01-22, HHS 2027-01-22, MEDIA MA 2027-01-22, MEDIA NH 2027-01-22
            2026-11-23   | 0   | 0   | ASSESS 2026-12-03, HHS 2027-03-01
            """)
    void the_due_dates_follow_from_the_day_of_discovery(LocalDate discovered, int inMa, int inNh, String expected) {
        assertThat(told(breach(discovered, null, 0, others("MA", inMa, null, null), others("NH", inNh, null, null)))).isEqualTo(expected);
    }

    @Test
    void a_low_probability_leaves_nothing_to_tell() {
        assertThat(told(breach(LocalDate.of(2026, 11, 23), true, 3))).isEqualTo("ASSESS 2026-12-03");
        assertThat(breach(LocalDate.of(2026, 11, 23), true, 3).open()).isFalse();
        assertThat(breach(LocalDate.of(2026, 11, 23), false, 3).open()).isTrue();
    }

    @Test
    void clients_and_others_of_a_state_count_together() {
        var breach = breach(LocalDate.of(2026, 11, 23), false, 2, others("MA", 499, null, null));
        assertThat(breach.people()).isEqualTo(501);
        assertThat(told(breach)).contains("MEDIA MA");
    }

    @Test
    void the_people_are_told_only_once_everybody_is() {
        var on = LocalDate.of(2026, 12, 1);
        var partly = breach(LocalDate.of(2026, 11, 23), false, 1, others("NH", 5, on, null));
        assertThat(partly.dues()).filteredOn(it -> it.kind() == Breach.Kind.PERSONS).allMatch(Breach.Due::open);
        var whole = breach(LocalDate.of(2026, 11, 23), false, 0, others("NH", 5, on, null), others("MA", 1, on.plusDays(3), null));
        assertThat(whole.dues()).filteredOn(it -> it.kind() == Breach.Kind.PERSONS).allMatch(it -> on.plusDays(3).equals(it.done()));
    }

    private static String told(Breach breach) {
        return breach.dues().stream().map(it -> it.kind() + (it.state().isEmpty() ? "" : " " + it.state()) + " " + it.on()).collect(Collectors.joining(", "));
    }

    private static Breach.State others(String state, int people, @Nullable LocalDate told, @Nullable LocalDate media) {
        return new Breach.State(state, people, told, media);
    }

    private static Breach breach(LocalDate discovered, @Nullable Boolean low, int clients, Breach.State... others) {
        var persons = new ArrayList<Breach.Person>();
        for (int i = 0; i < clients; i++) {
            persons.add(new Breach.Person(ClientId.next(), "Amina", "MA", null, ""));
        }
        return new Breach(BreachId.next(), "A lost laptop", null, discovered, false, "x", new Breach.Assessment("x", "x", "x", "x", low, low == null ? null : discovered), null, persons, List.of(others), 0);
    }
}
