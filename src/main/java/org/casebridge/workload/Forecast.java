package org.casebridge.workload;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.casebridge.workforce.ClosedDay;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.Span;
import org.casebridge.workforce.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How full the coming four weeks of a worker will be: each case weighed as it will stand at the beginning of that week (what is new now is not new then), with the clocks that run out in that week alone,
 * against the hours for cases that the week has left without leave and closed days. What is late already falls into this week. Nobody new is reckoned with.
 */
@Service
@Transactional(readOnly = true)
public class Forecast {

    private static final int WEEKS = 4;

    private final WeightStore store;
    private final Weights weights;
    private final WorkCalendar work;

    Forecast(WeightStore store, Weights weights, WorkCalendar work) {
        this.store = store;
        this.weights = weights;
        this.work = work;
    }

    /** Something with a day by which it must be done. */
    public record Clock(ClientId clientId, String client, Kind kind, LocalDate on) {

        public enum Kind implements Worded {
            PLAN_REVIEW("Review of the plan"), INCIDENT_REPORT("Report of an incident"), CONSENT_END("A consent ends");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            @Override
            public String words() { return words; }
        }
    }

    /** {@code share} of the usual working minutes that this week has, in percent; {@code hours} for cases that are left by it; {@code takes} and {@code percent} are null where nobody said how long a point takes. */
    public record Week(LocalDate monday, int points, List<Clock> clocks, int share, BigDecimal hours, @Nullable BigDecimal takes, @Nullable Integer percent, List<Sentence> less) {

        public Band band() {
            return Band.of(percent);
        }
    }

    /** Without a percent where a week has no hours left at all. */
    public List<Week> of(AccountId worker) {
        var load = weights.of(worker);
        var formula = weights.formula();
        var today = weights.today();
        var first = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = first.plusWeeks(WEEKS).minusDays(1);
        var facts = store.facts(List.of(worker), today.minusDays(formula.closingDays()), today);
        var clocks = store.clocks(worker, last);
        var working = Objects.requireNonNull(work.working(List.of(worker), first, last).get(worker));
        var usual = work.time(worker).minutesAWeek();
        var weeks = new ArrayList<Week>();
        for (var monday = first; monday.isBefore(last); monday = monday.plusWeeks(1)) {
            var begins = monday;
            var ends = monday.plusDays(6);
            var within = clocks.stream().filter(it -> !it.on().isAfter(ends) && (begins.equals(first) || !it.on().isBefore(begins))).toList();
            var each = within.stream().collect(groupingBy(Clock::clientId, counting()));
            int points = facts.stream().filter(it -> it.closedOn() == null || it.closedOn().plusDays(formula.closingDays()).isAfter(begins))
                    .mapToInt(it -> formula.weigh(it.withClocks(Math.toIntExact(each.getOrDefault(it.clientId(), 0L))), begins.isBefore(today) ? today : begins).points()).sum();
            int minutes = begins.datesUntil(ends.plusDays(1)).flatMap(day -> working.get(day).stream()).mapToInt(Span::minutes).sum();
            int share = usual == 0 ? 100 : minutes * 100 / usual;
            var hours = load.hours().forCases().multiply(BigDecimal.valueOf(share)).divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP);
            var takes = load.minutes() == null ? null : load.minutes().multiply(BigDecimal.valueOf(points)).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
            weeks.add(new Week(begins, points, within, share, hours, takes, takes == null || hours.signum() == 0 ? null : takes.multiply(BigDecimal.valueOf(100)).divide(hours, 0, RoundingMode.DOWN).intValue(),
                    less(worker, begins, ends)));
        }
        return weeks;
    }

    private List<Sentence> less(AccountId worker, LocalDate from, LocalDate through) {
        var all = new ArrayList<Sentence>();
        for (Leave leave : work.leaves(worker, from, through)) {
            all.add(Sentence.of("away from {from} to {through}", leave.fromOn(), leave.throughOn()));
        }
        for (ClosedDay closed : work.closed(from, through).values()) {
            all.add(Sentence.of("closed on {day}: {why}", closed.day(), closed.words()));
        }
        return all;
    }
}
