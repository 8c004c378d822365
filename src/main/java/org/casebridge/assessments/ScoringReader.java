package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code scorings/*.json}, and fails on bands that leave a gap or on items that the instrument does not ask. */
final class ScoringReader {

    private ScoringReader() {}

    static Scoring read(JsonNode one, Instrument instrument) {
        var parts = list(one.path("parts"), it -> new Scoring.Part(sentence(it.path("name")), list(it.path("items"), JsonNode::asString),
                list(it.path("steps"), step -> new Scoring.Step(step.path("from").asInt(), step.path("points").asInt()))));
        var scoring = new Scoring(one.path("instrument").asString(), one.path("source").asString(), Scoring.Combine.valueOf(one.path("combine").asString()), one.path("lowest").asInt(),
                one.path("highest").asInt(), one.path("better").asString().equals("LOW"), one.path("mayMiss").asInt(), parts,
                list(one.path("bands"), it -> new Scoring.Band(it.path("from").asInt(), it.path("to").asInt(), words(it.path("name")), words(it.path("meaning")), it.path("tone").asInt())),
                list(one.path("critical"), it -> new Scoring.Critical(it.path("item").asString(), it.path("from").asInt(), words(it.path("label")), list(it.path("words"), ScoringReader::words),
                        Scoring.Danger.valueOf(it.path("kind").asString("SUICIDE")), it.path("hours").asInt(24))),
                reliable(one.path("reliable")), offer(one.path("offer")));
        refuseGaps(scoring);
        for (var item : scoring.items()) {
            instrument.item(item).orElseThrow(() -> new IllegalArgumentException("The scoring of " + instrument.id() + " counts " + item + ", which it does not ask."));
        }
        return scoring;
    }

    private static void refuseGaps(Scoring scoring) {
        int next = scoring.lowest();
        for (var band : scoring.bands()) {
            if (band.from() != next || band.to() < band.from()) {
                throw new IllegalArgumentException("The bands of " + scoring.instrument() + " do not meet at " + band.from() + ".");
            }
            next = band.to() + 1;
        }
        if (next != scoring.highest() + 1) {
            throw new IllegalArgumentException("The bands of " + scoring.instrument() + " end at " + (next - 1) + " and not at " + scoring.highest() + ".");
        }
    }

    private static Scoring.@Nullable Reliable reliable(JsonNode one) {
        if (one.isMissingNode()) {
            return null;
        }
        var reliable = new Scoring.Reliable(one.path("points").asInt(), one.path("source").asString(), one.path("basis").asString(), number(one.path("r")), number(one.path("sd")));
        var least = reliable.index(0, reliable.points());
        if (least != null && (least < Scoring.Reliable.BOUND || reliable.index(0, reliable.points() - 1) >= Scoring.Reliable.BOUND)) {
            throw new IllegalArgumentException("A change of " + reliable.points() + " is not the first beyond " + Scoring.Reliable.BOUND + " by its r and standard deviation.");
        }
        return reliable;
    }

    private static @Nullable Double number(JsonNode one) {
        return one.isNumber() ? one.doubleValue() : null;
    }

    private static Scoring.@Nullable Offer offer(JsonNode one) {
        return one.isMissingNode() ? null : new Scoring.Offer(one.path("from").asInt(), one.path("instrument").asString(), words(one.path("why")));
    }

    /** The English is the key; its Spanish stands in {@code say/es/scorings.po}. */
    private static Sentence words(JsonNode english) {
        return new Sentence(english.asString(), List.of());
    }

    private static @Nullable Sentence sentence(JsonNode english) {
        return english.isMissingNode() ? null : words(english);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        var list = new ArrayList<T>();
        array.forEach(it -> list.add(each.apply(it)));
        return List.copyOf(list);
    }
}
