package org.casebridge.tasks;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;

/**
 * How My day is ordered: points for the ground of a need, its day, the risk of its client and for being marked urgent, added up. Each agency may set its own points; each change is a new version.
 * The points of version 0 are ours: they let a late duty of law pass a promise of today, and safety pass all that is not long late.
 */
public record Formula(int version, int safety, int law, int promise, int waiting, int rhythm, int own, int urgent, int late, int lateDay, int lateMost, int today, int nearer, int risk) {

    public static final Formula FIRST = new Formula(0, 60, 40, 30, 20, 20, 10, 15, 30, 2, 30, 25, 3, 15);

    /** The points of a ground. */
    public int of(Ground ground) {
        return switch (ground) {
            case SAFETY -> safety;
            case LAW -> law;
            case PROMISE -> promise;
            case WAITING -> waiting;
            case RHYTHM -> rhythm;
            case OWN -> own;
        };
    }

    /** Most points first; of as many, the earlier day, then the client's name, what it is, and where it leads: the same needs have one order only. */
    public List<Ranked> rank(List<Need> needs, LocalDateTime now) {
        var atRisk = needs.stream().filter(it -> it.ground() == Ground.SAFETY).map(Need::client).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        return needs.stream().map(it -> place(it, now, atRisk)).sorted(FIRST_ON_TOP).toList();
    }

    private static final Comparator<Ranked> FIRST_ON_TOP = Comparator.comparingInt(Ranked::points).reversed()
            .thenComparing(it -> it.need().due())
            .thenComparing(it -> it.need().name(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(it -> it.need().what().toString())
            .thenComparing(it -> it.need().path());

    private Ranked place(Need need, LocalDateTime now, Set<ClientId> atRisk) {
        var reasons = new ArrayList<Ranked.Reason>();
        reasons.add(new Ranked.Reason(Sentence.of("{ground}", need.ground()), of(need.ground())));
        reasons.addAll(ofDay(need.due(), now));
        if (need.urgent()) {
            reasons.add(new Ranked.Reason(Sentence.of("Marked as urgent"), urgent));
        }
        if (need.client() != null && need.ground() != Ground.SAFETY && atRisk.contains(need.client())) {
            reasons.add(new Ranked.Reason(Sentence.of("This person may not be safe: see the other line about them"), risk));
        }
        return new Ranked(need, List.copyOf(reasons));
    }

    private List<Ranked.Reason> ofDay(Due due, LocalDateTime now) {
        if (due.on() == null) {
            return List.of(new Ranked.Reason(Sentence.of("No day set"), 0));
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), due.on());
        if (due.late(now)) {
            var byDay = Math.min(lateMost, Math.multiplyExact(-Math.max(-10_000, days), lateDay));
            return List.of(new Ranked.Reason(Sentence.of("Late"), late),
                    new Ranked.Reason(Sentence.of("{days, plural, one {1 day late} other {# days late}}, {points} a day, {most} at most", -days, lateDay, lateMost), (int) byDay));
        }
        return List.of(days == 0 ? new Ranked.Reason(Sentence.of("Due today"), today)
                : new Ranked.Reason(Sentence.of("Due in {days, plural, one {1 day} other {# days}}: {points} for each day that it is nearer than {ahead}", days, nearer, NeedSource.AHEAD + 1),
                        (int) Math.max(0, (NeedSource.AHEAD + 1 - days) * nearer)));
    }
}
