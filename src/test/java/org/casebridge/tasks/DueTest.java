package org.casebridge.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By when, in words, and in what order. It is Tuesday 24 November 2026, 14:30. */
class DueTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 14, 30);

    @Test
    void it_is_said_as_people_say_it() {
        assertThat(words("2026-11-22", null)).isEqualTo("2 days late");
        assertThat(words("2026-11-23", "23:59")).isEqualTo("1 day late");
        assertThat(words("2026-11-24", null)).isEqualTo("Today");
        assertThat(words("2026-11-24", "12:00")).isEqualTo("2 h late");
        assertThat(words("2026-11-24", "14:10")).isEqualTo("20 min late");
        assertThat(words("2026-11-24", "17:00")).startsWith("Today, 5:00");
        assertThat(words("2026-11-25", null)).isEqualTo("Tomorrow");
        assertThat(words("2026-11-26", null)).isEqualTo("Thu 26 Nov");
        assertThat(words(null, null)).isEqualTo("No day set");
        assertThat(Say.in(Locale.of("es"), () -> due("2026-11-22", null).words(NOW))).isEqualTo("2 días de retraso");
    }

    @Test
    void its_colour_is_urgent_until_today_soon_for_three_days_then_steady() {
        assertThat(Stream.of("2026-11-01", "2026-11-24", "2026-11-25", "2026-11-27", "2026-11-28").map(it -> due(it, null).tone(NOW)))
                .containsExactly("urgent", "urgent", "soon", "soon", "steady");
        assertThat(due(null, null).tone(NOW)).isEqualTo("steady");
    }

    @Test
    void most_needed_is_by_points_and_other_orders_keep_their_own_key() {
        var needs = List.of(need("D tomorrow", "2026-11-25", false), need("B today", "2026-11-24", false), need("A late", "2026-11-20", false),
                need("C urgent today", "2026-11-24", true), need("E whenever", null, false), need("F urgent friday", "2026-11-27", true));

        assertThat(Formula.FIRST.rank(needs, NOW).stream().sorted(Day.Order.NEEDED.at(NOW)).map(it -> it.need().name()))
                .containsExactly("C urgent today", "A late", "F urgent friday", "B today", "D tomorrow", "E whenever");
        assertThat(Formula.FIRST.rank(needs, NOW).stream().sorted(Day.Order.DEADLINE.at(NOW)).map(it -> it.need().name()))
                .containsExactly("A late", "C urgent today", "B today", "D tomorrow", "F urgent friday", "E whenever");
        assertThat(Say.in(Locale.ENGLISH, () -> Formula.FIRST.rank(needs, NOW).stream().sorted(Day.Order.CLIENT.at(NOW)).map(it -> it.need().name()).toList()))
                .containsExactly("A late", "B today", "C urgent today", "D tomorrow", "E whenever", "F urgent friday");
    }

    @Test
    void the_last_working_day_before_monday_is_friday() {
        assertThat(MyDay.lastWorkingDay(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-20");
        assertThat(MyDay.lastWorkingDay(LocalDate.of(2026, 11, 22))).isEqualTo("2026-11-20");
        assertThat(MyDay.lastWorkingDay(LocalDate.of(2026, 11, 24))).isEqualTo("2026-11-23");
    }

    private static String words(@Nullable String on, @Nullable String at) {
        return Say.in(Locale.ENGLISH, () -> due(on, at).words(NOW));
    }

    private static Due due(@Nullable String on, @Nullable String at) {
        return new Due(on == null ? null : LocalDate.parse(on), at == null ? null : LocalTime.parse(at));
    }

    private static Need need(String name, @Nullable String on, boolean urgent) {
        var words = Sentence.of("{title}", name);
        return new Need(ClientId.next(), name, words, words, due(on, null), urgent, words, "/");
    }
}
