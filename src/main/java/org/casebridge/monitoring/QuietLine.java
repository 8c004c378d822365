package org.casebridge.monitoring;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.Mode;

/** Somebody on the radar: how their cadence stands, what was tried since, what is risky about them, and who carries them. {@code flags}: how many standing flags and open alerts they have. */
public record QuietLine(Cadence cadence, String workers, int flags, List<Attempt> tried, Set<Channel> never) {

    /** So many flags count at most, so that a long list of them does not drown the days. */
    private static final int MOST_FLAGS = 3;

    public ClientId clientId() { return cadence.clientId(); }

    public String client() { return cadence.client(); }

    /** Days past the day that was due; negative while it is still to come. */
    public long past(LocalDate today, ZoneId zone) {
        return ChronoUnit.DAYS.between(cadence.dueOn(zone), today);
    }

    /** 1 for everybody, and more by acuity and flags: 1 to 7. */
    public int risk() {
        return 1 + (cadence.level() == null ? 0 : cadence.level().points()) + Math.min(flags, MOST_FLAGS);
    }

    /** Days past × risk: what the radar is ordered by. A day that is due today counts as one, so that risk matters on that day already. */
    public long weight(LocalDate today, ZoneId zone) {
        var past = past(today, zone);
        return past < 0 ? past : (past + 1) * risk();
    }

    /** The arithmetic of {@link #weight}. */
    public Sentence sum(LocalDate today, ZoneId zone) {
        var past = past(today, zone);
        if (past < 0) {
            return Sentence.of("due {days, plural, one {tomorrow} other {in # days}}", -past);
        }
        var risk = cadence.level() == null ? Sentence.of("1") : Sentence.of("1 + {points} for acuity {level}", cadence.level().points(), cadence.level());
        if (flags > 0) {
            risk = Sentence.of("{risk} + {points} for {count, plural, one {a flag} other {# flags}}", risk, Math.min(flags, MOST_FLAGS), flags);
        }
        return Sentence.of("{days, plural, one {1 day} other {# days}} × risk {risk} ({sum}) = {weight}", past + 1, risk(), risk, weight(today, zone));
    }

    /** What was tried since, by how: two phone, one text. */
    public List<Sentence> tries() {
        var counts = new EnumMap<Mode, Integer>(Mode.class);
        tried.forEach(it -> counts.merge(it.mode(), 1, Integer::sum));
        var all = new ArrayList<Sentence>();
        counts.forEach((mode, count) -> all.add(Sentence.of("{mode} × {count}", mode, count)));
        return all;
    }
}
