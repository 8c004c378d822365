package org.casebridge.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.Interpreter;
import org.casebridge.kernel.Sentence;
import org.casebridge.monitoring.AcuityLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a case weighs: points for its programme, the client's acuity, clocks, interpreter, way, household, and for being new or just closed, added up. Each agency may set its own; each change is a new
 * version and holds from a day on. {@code minutes} are those of a week that a point takes, null until the agency measured or said them. The points of version 0 are our own.
 */
public record WeightFormula(int version, LocalDate fromOn, int base, int moderate, int high, int crisis, int clock, int clockMost, int interpreter, int km, int travelMost, int fresh, int freshDays,
                            int closing, int closingDays, int member, int memberMost, @Nullable BigDecimal minutes) {

    public static final WeightFormula FIRST = new WeightFormula(0, LocalDate.EPOCH, 10, 2, 5, 10, 2, 6, 3, 10, 5, 5, 30, 3, 14, 1, 4, null);

    /** The hours of a week where nobody said otherwise. */
    public static final BigDecimal WEEK = BigDecimal.valueOf(40);

    CaseWeight weigh(CaseFacts it, LocalDate today) {
        return new CaseWeight(it.caseId(), it.clientId(), it.client(), it.worker(), it.program(), List.copyOf(it.closedOn() == null ? open(it, today) : closed(it.closedOn())));
    }

    private List<CaseWeight.Part> closed(LocalDate on) {
        return List.of(new CaseWeight.Part(Sentence.of("Closed on {day}: what is left to be done", on), closing));
    }

    private List<CaseWeight.Part> open(CaseFacts it, LocalDate today) {
        var parts = new ArrayList<CaseWeight.Part>();
        parts.add(new CaseWeight.Part(Sentence.of("The programme {program}", it.program()), it.base() == null ? base : it.base()));
        if (of(it.level()) > 0) {
            parts.add(new CaseWeight.Part(Sentence.of("Acuity: {level}", it.level()), of(it.level())));
        }
        if (it.clocks() > 0) {
            parts.add(new CaseWeight.Part(Sentence.of("{count, plural, one {1 clock} other {# clocks}}, {points} each, {most} at most", it.clocks(), clock, clockMost),
                    Math.min(clockMost, it.clocks() * clock)));
        }
        if (it.interpreter() != null && it.interpreter() != Interpreter.NOT_NEEDED) {
            parts.add(new CaseWeight.Part(Sentence.of("{interpreter}", it.interpreter()), interpreter));
        }
        if (it.km() != null) {
            parts.add(new CaseWeight.Part(Sentence.of("{km} km away in a straight line, a point for each {each} km, {most} at most", it.km(), km, travelMost), Math.min(travelMost, it.km() / km)));
        }
        if (it.others() > 0) {
            parts.add(new CaseWeight.Part(Sentence.of("{count, plural, one {1 more person} other {# more people}} in the household, {points} each, {most} at most", it.others(), member, memberMost),
                    Math.min(memberMost, it.others() * member)));
        }
        if (it.openedOn().plusDays(freshDays).isAfter(today)) {
            parts.add(new CaseWeight.Part(Sentence.of("New since {day}: {days, plural, one {1 day} other {# days}} long", it.openedOn(), freshDays), fresh));
        }
        return parts;
    }

    private int of(@Nullable AcuityLevel level) {
        return switch (level) {
            case null -> 0;
            case LOW -> 0;
            case MODERATE -> moderate;
            case HIGH -> high;
            case CRISIS -> crisis;
        };
    }
}
