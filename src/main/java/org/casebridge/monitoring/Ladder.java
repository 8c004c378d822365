package org.casebridge.monitoring;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casebridge.clients.Channel;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/** What is tried next when somebody is not reached: rungs that are data of the agency, in order. A rung whose channel is not safe for the client is left out. */
public record Ladder(List<Rung> rungs) {

    /** Where an agency set none: two calls, a text, a letter, a visit, then outreach. Our own, from what outreach protocols have in common. */
    public static final Ladder USUAL = new Ladder(List.of(new Rung(Mode.PHONE, 2, 1), new Rung(Mode.TEXT, 1, 2), new Rung(Mode.LETTER, 1, 7), new Rung(Mode.HOME_VISIT, 1, 7),
            new Rung(Mode.ELSEWHERE, 2, 7)));

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** The next try: null {@code mode} when everything was tried. {@code on}: not before that day. */
    public record Next(@Nullable Mode mode, LocalDate on, Sentence why) {}

    /** Refuses an empty one and a mode that stands twice. */
    public void needsSense() {
        if (rungs.isEmpty()) {
            throw Refused.invalid("A ladder needs a rung. Say what is tried first.").at("rungs[0].mode");
        }
        var seen = new HashSet<Mode>();
        for (int i = 0; i < rungs.size(); i++) {
            if (!seen.add(rungs.get(i).mode())) {
                throw Refused.invalid("{mode} stands twice. Say in one rung how often it is tried.", rungs.get(i).mode()).at("rungs[" + i + "].mode");
            }
        }
    }

    /** By what was tried since the client was last reached, and which channels are never to be used. */
    public Next next(List<Attempt> tried, Set<Channel> never, LocalDate today, ZoneId zone) {
        var last = tried.stream().map(Attempt::at).max(java.time.Instant::compareTo).map(it -> it.atZone(zone).toLocalDate()).orElse(null);
        var unsafe = new ArrayList<Sentence>();
        int wait = 0;
        for (var rung : rungs) {
            if (never.contains(rung.mode().channel())) {
                unsafe.add(Sentence.of("not by {mode}: not safe", rung.mode()));
                continue;
            }
            long done = tried.stream().filter(it -> it.mode() == rung.mode()).count();
            if (done < rung.tries()) {
                var on = last == null || last.plusDays(done > 0 ? rung.waitDays() : wait).isBefore(today) ? today : last.plusDays(done > 0 ? rung.waitDays() : wait);
                return new Next(rung.mode(), on, why(rung, done, unsafe, on, today));
            }
            wait = rung.waitDays();
        }
        return new Next(null, today, Sentence.of("Everything on the ladder was tried. Decide with your supervisor how to go on."));
    }

    private static Sentence why(Rung rung, long done, List<Sentence> unsafe, LocalDate on, LocalDate today) {
        var why = Sentence.of("Next: {mode}, try {number} of {tries}", rung.mode(), done + 1, rung.tries());
        if (on.isAfter(today)) {
            why = Sentence.of("{why}, {days, plural, one {tomorrow} other {in # days}}", why, ChronoUnit.DAYS.between(today, on));
        }
        for (var one : unsafe) {
            why = Sentence.of("{why} ({unsafe})", why, one);
        }
        return why;
    }
}
