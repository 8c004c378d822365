package org.casebridge.tasks;

import java.text.Collator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casebridge.caseload.Load;
import org.casebridge.caseload.News;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.casebridge.web.Say;

/** One person's day, by the agency's clock: who needs them, when they meet whom, what happened since their last working day, whom they carry, and who of their team went quiet. */
public record Day(LocalDateTime now, List<Need> needs, List<AppointmentLine> appointments, LocalDate since, List<News> news, Load load,
                  TeamLate team) {

    /** How the needs stand. Most needed: what is late, then what is due today, then the rest; in each the urgent before others, then by day. */
    public enum Order implements Worded {
        NEEDED("Most needed first"), DEADLINE("By deadline"), CLIENT("By client");

        private final String words;

        Order(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** The rule of this order, for whoever reads the list. */
        public Sentence why() {
            return switch (this) {
                case NEEDED -> Sentence.of("What is late stands first, then what is due today, then the rest; in each, the urgent before others.");
                case DEADLINE -> Sentence.of("By the day and hour by which it must be done.");
                case CLIENT -> Sentence.of("By the client’s name; what is nobody’s stands last.");
            };
        }

        Comparator<Need> at(LocalDateTime now) {
            return switch (this) {
                case NEEDED -> Comparator.<Need, Integer>comparing(it -> it.due().late(now) ? 0 : it.due().pressing(now) ? 1 : 2)
                        .thenComparing(it -> !it.urgent()).thenComparing(Need::due);
                case DEADLINE -> Comparator.comparing(Need::due);
                case CLIENT -> Comparator.<Need, String>comparing(Need::name, Comparator.nullsLast(Collator.getInstance(Say.locale())::compare)).thenComparing(Need::due);
            };
        }
    }

    /** How many people are behind what is late or due today. */
    public long peopleFirst() {
        return needs.stream().filter(it -> it.due().pressing(now) && it.client() != null).map(Need::client).distinct().count();
    }

    /** Everybody whom a page with the first so many needs names. */
    public List<ClientId> clients(int shown) {
        return Stream.of(needs.stream().limit(shown).map(Need::client), appointments.stream().map(AppointmentLine::clientId), news.stream().map(News::clientId),
                        team.first().stream().map(TeamLate.Line::client))
                .flatMap(it -> it).filter(Objects::nonNull).distinct().toList();
    }

    public long moreThanADayLate() {
        return needs.stream().filter(it -> it.due().daysLate(now) > 1).count();
    }

    public boolean anythingLate() {
        return needs.stream().anyMatch(it -> it.due().late(now));
    }
}
