package org.casebridge.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How often a client with an open case is to be reached, and how that stands. {@code days} are the plan's, else the programme's for the client's acuity, else the programme's own, the shortest
 * of several programmes; {@code basis} says which. Counted in calendar days of the agency from the last contact that reached the client, else from the day the case opened;
 * attempts do not move it.
 */
public record Cadence(ClientId clientId, String client, int days, LocalDate openedOn, @Nullable Instant lastReached, int attempts, Basis basis, @Nullable AcuityLevel level) {

    /** Where the count of days comes from. */
    public enum Basis { PLAN, ACUITY, PROGRAM }

    public LocalDate dueOn(ZoneId zone) {
        return start(zone).plusDays(days);
    }

    /** The day the count starts from: a contact before the case opened does not shorten it. */
    private LocalDate start(ZoneId zone) {
        var reached = reachedOn(zone);
        return reached == null || reached.isBefore(openedOn) ? openedOn : reached;
    }

    private @Nullable LocalDate reachedOn(ZoneId zone) {
        return lastReached == null ? null : lastReached.atZone(zone).toLocalDate();
    }

    /** As in: Every 14 days · last reached 12 days ago · 2 attempts since. */
    public Sentence why(LocalDate today, ZoneId zone) {
        var reached = reachedOn(zone);
        var whole = Sentence.of("{cadence} · {last}", every(),
                reached == null ? Sentence.of("never reached since the case opened on {day}", openedOn)
                        : Sentence.of("{days, plural, =0 {last reached today} one {last reached yesterday} other {last reached # days ago}}",
                                ChronoUnit.DAYS.between(reached, today)));
        return attempts == 0 ? whole : Sentence.of("{whole} · {count, plural, one {one attempt since} other {# attempts since}}", whole, attempts);
    }

    private Sentence every() {
        var every = Sentence.of("{days, plural, one {Every day} other {Every # days}}", days);
        return basis == Basis.PLAN ? Sentence.of("{every} by the plan", every) : basis == Basis.ACUITY && level != null ? Sentence.of("{every} at acuity {level}", every, level) : every;
    }

    /** For the top of the client's page. */
    public List<Sentence> head(LocalDate today, ZoneId zone) {
        var due = dueOn(zone);
        var late = ChronoUnit.DAYS.between(due, today);
        var lines = new ArrayList<Sentence>();
        lines.add(late > 0 ? Sentence.of("{days, plural, one {Contact is 1 day late} other {Contact is # days late}}", late)
                : late == 0 ? Sentence.of("Contact is due today") : Sentence.of("Next contact by {day}", due));
        lines.add(why(today, zone));
        return lines;
    }
}
