package org.casebridge.tasks;

import java.text.Collator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casebridge.caseload.Coverage;
import org.casebridge.caseload.Load;
import org.casebridge.caseload.News;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;

/** One person's day, by the agency's clock: who needs them, when they meet whom, what happened since their last working day, whom they carry, and who of their team went quiet. */
public record Day(LocalDateTime now, List<Ranked> needs, int putOff, int formula, List<AppointmentLine> appointments, LocalDate since, List<News> news, Load load,
                  TeamLate team, List<Coverage> absent) {

    /** How the needs stand. Most needed: by the points of the {@link Formula}. */
    public enum Order implements Worded {
        NEEDED("Most needed first"), DEADLINE("By deadline"), CLIENT("By client");

        private final String words;

        Order(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** The rule of this order, for whoever reads the list. */
        public Sentence why() {
            return switch (this) {
                case NEEDED -> Sentence.of("By points: what it rests on, how late it is, and the risk of the person. Each line opens its own sum.");
                case DEADLINE -> Sentence.of("By the day and hour by which it must be done.");
                case CLIENT -> Sentence.of("By the client’s name; what is nobody’s stands last.");
            };
        }

        /** Of a list that is ranked already: what this order leaves equal keeps its rank. */
        Comparator<Ranked> at(LocalDateTime now) {
            return switch (this) {
                case NEEDED -> (one, other) -> 0;
                case DEADLINE -> Comparator.comparing(it -> it.need().due());
                case CLIENT -> Comparator.<Ranked, String>comparing(it -> it.need().name(), Comparator.nullsLast(Collator.getInstance(Say.locale())::compare)).thenComparing(it -> it.need().due());
            };
        }
    }

    /** Those of one lane, or all. */
    public List<Ranked> in(Ground.@Nullable Lane lane) {
        return lane == null ? needs : needs.stream().filter(it -> it.lane() == lane).toList();
    }

    public int count(Ground.Lane lane) {
        return in(lane).size();
    }

    private Stream<Need> all() {
        return needs.stream().map(Ranked::need);
    }

    /** How many people are behind what is late or due today. */
    public long peopleFirst() {
        return all().filter(it -> it.due().pressing(now) && it.client() != null).map(Need::client).distinct().count();
    }

    /** Everybody whom a page with these needs names. */
    public List<ClientId> clients(List<Ranked> shown) {
        return Stream.of(shown.stream().map(it -> it.need().client()), appointments.stream().map(AppointmentLine::clientId), news.stream().map(News::clientId),
                        team.first().stream().map(TeamLate.Line::client))
                .flatMap(it -> it).filter(Objects::nonNull).distinct().toList();
    }

    public long moreThanADayLate() {
        return all().filter(it -> it.due().daysLate(now) > 1).count();
    }

    public boolean anythingLate() {
        return all().anyMatch(it -> it.due().late(now));
    }
}
