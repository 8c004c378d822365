package org.casebridge.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order of My day against orders that were written down by hand, with their sums. It is Tuesday 24 November 2026, 14:30. */
class FormulaTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 14, 30);
    private static final ClientId ANA = new ClientId(UUID.randomUUID());
    private static final ClientId BEN = new ClientId(UUID.randomUUID());
    private static final ClientId CAL = new ClientId(UUID.randomUUID());

    @Test
    void a_mixed_day_stands_as_it_was_written_down() {
        assertThat(order(
                need(null, "own letter", "2026-11-24", Ground.OWN),
                need(ANA, "contact", "2026-11-20", Ground.RHYTHM),
                need(BEN, "breach report", "2026-11-26", Ground.LAW),
                need(CAL, "safety", "2026-11-24", Ground.SAFETY),
                need(CAL, "contact", "2026-11-24", Ground.RHYTHM),
                need(ANA, "call the landlord", "2026-11-24", Ground.PROMISE),
                need(BEN, "appeal", "2026-11-23", Ground.LAW)))
                .containsExactly("safety 85", "appeal 72", "contact 60", "contact 58", "breach report 58", "call the landlord 55", "own letter 35");
    }

    @Test
    void days_late_count_to_a_most_and_an_hour_past_is_late_already() {
        assertThat(order(
                need(ANA, "quiet for a year", "2025-11-24", Ground.RHYTHM),
                need(BEN, "two weeks", "2026-11-10", Ground.RHYTHM),
                need(CAL, "an hour", "2026-11-24", Ground.RHYTHM).at(LocalTime.of(13, 30)),
                need(null, "no day", null, Ground.OWN),
                need(ANA, "next week", "2026-12-01", Ground.RHYTHM)))
                .containsExactly("quiet for a year 80", "two weeks 78", "an hour 50", "next week 23", "no day 10");
    }

    @Test
    void a_promise_of_today_passes_a_rhythm_of_today_and_law_passes_both() {
        assertThat(order(need(ANA, "rhythm", "2026-11-24", Ground.RHYTHM), need(BEN, "promise", "2026-11-24", Ground.PROMISE), need(CAL, "law", "2026-11-24", Ground.LAW)))
                .containsExactly("law 65", "promise 55", "rhythm 45");
    }

    @Test
    void the_same_needs_have_one_order_however_they_come_and_each_sum_is_told() {
        var needs = new ArrayList<>(List.of(need(ANA, "one", "2026-11-24", Ground.RHYTHM), need(BEN, "two", "2026-11-24", Ground.RHYTHM), need(CAL, "three", "2026-11-24", Ground.RHYTHM),
                need(null, "four", "2026-11-24", Ground.RHYTHM)));
        var first = Formula.FIRST.rank(needs, NOW);
        Collections.shuffle(needs, new Random(7));
        assertThat(Formula.FIRST.rank(needs, NOW)).isEqualTo(first);
        assertThat(first.getFirst().reasons()).extracting(Ranked.Reason::points).containsExactly(20, 25);
    }

    private static List<String> order(Need... needs) {
        return Formula.FIRST.rank(List.of(needs), NOW).stream().map(it -> it.need().what().english() + " " + it.points()).toList();
    }

    private static Need need(@Nullable ClientId client, String what, @Nullable String on, Ground ground) {
        return new Need(client, client == null ? null : client.equals(ANA) ? "Ana" : client.equals(BEN) ? "Ben" : "Cal", new Sentence(what, List.of()), Sentence.of("Open task"),
                new Due(on == null ? null : LocalDate.parse(on), null), false, Sentence.of("Open task"), "/" + what).by(ground);
    }
}
