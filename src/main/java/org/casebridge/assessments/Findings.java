package org.casebridge.assessments;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the social needs screener and the strengths inventory found: risks, those of them with which help is wanted (then they are needs), and
 * strengths. Neither adds up to a score: one risk is not a third of three (Gravity Project; no published total).
 */
public record Findings(boolean strengths, List<Instrument.Item> there, List<Instrument.Item> wanted, List<Instrument.Item> growing) {

    static final String SOCIAL = "social-needs";
    static final String STRENGTHS = "strengths";

    static @Nullable Findings of(Instrument instrument, Answers answers) {
        return switch (instrument.id()) {
            case SOCIAL -> {
                var risks = instrument.domains().stream().filter(it -> one(it, answers, "-risk")).toList();
                yield new Findings(false, risks, inTheirOrder(instrument, answers), List.of());
            }
            case STRENGTHS -> new Findings(true, answered(instrument, answers, "now"), List.of(), answered(instrument, answers, "growing"));
            default -> null;
        };
    }

    /** Risks with which no help is wanted now. */
    public List<Instrument.Item> risks() {
        return there.stream().filter(it -> !wanted.contains(it)).toList();
    }

    /** What help is wanted with: first what the client put first, then the rest. What they chose to act on is a need, also where no help is wanted of us. */
    private static List<Instrument.Item> inTheirOrder(Instrument instrument, Answers answers) {
        var wanted = new LinkedHashSet<Instrument.Item>();
        NeedsPicture.acts(answers).forEach(act -> instrument.domains().stream().filter(it -> it.linkId().equals(act)).forEach(wanted::add));
        instrument.domains().stream().filter(it -> one(it, answers, "-wish")).forEach(wanted::add);
        return List.copyOf(wanted);
    }

    private static boolean one(Instrument.Item domain, Answers answers, String ending) {
        return domain.items().stream().filter(it -> it.linkId().endsWith(ending)).anyMatch(it -> Integer.valueOf(1).equals(answers.weight(it)));
    }

    private static List<Instrument.Item> answered(Instrument instrument, Answers answers, String code) {
        return instrument.questions().stream().filter(it -> it.type() == Instrument.Type.CHOICE && code.equals(answers.of(it))).toList();
    }
}
