package org.casebridge.assessments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of an instrument become a score: the sum of the weights of {@code items}, only when all of them are answered.
 * {@code reliable} is the smallest change that measuring alone does not explain, with its source; {@code critical} the answer that must be acted on at once.
 */
public record Scoring(List<String> items, int highest, List<Band> bands, @Nullable Reliable reliable, @Nullable Critical critical) {

    /** Scores from and to, what they are called and what they mean. */
    public record Band(int from, int to, Sentence name, Sentence meaning) {}

    public record Reliable(int points, Sentence source) {}

    /** The item, the smallest weight that counts, and the words for each weight from there. */
    public record Critical(String item, int from, List<Sentence> words) {}

    public Score score(Instrument instrument, Answers answers) {
        var weights = items.stream().map(it -> instrument.item(it).orElseThrow()).map(answers::weight).filter(Objects::nonNull).toList();
        if (weights.size() < items.size()) {
            return new Score.NotYet(weights.size(), items.size());
        }
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        return new Score.Valid(total, band(total));
    }

    public Band band(int total) {
        return bands.stream().filter(it -> total >= it.from() && total <= it.to()).findFirst().orElseThrow();
    }

    /** What the critical item was answered with, when that calls for action; whatever else is answered or missing. */
    public Optional<Sentence> critical(Instrument instrument, Answers answers) {
        if (critical == null) {
            return Optional.empty();
        }
        var weight = answers.weight(instrument.item(critical.item()).orElseThrow());
        return weight == null || weight < critical.from() ? Optional.empty() : Optional.of(critical.words().get(weight - critical.from()));
    }

    /** What changed between two scores, and whether that is more than measuring alone explains. */
    public Sentence change(int before, int now) {
        if (reliable == null) {
            return now == before ? Sentence.of("No change.") : now > before
                    ? Sentence.of("A rise of {points}. Not enough is known to tell whether that is more than chance.", now - before)
                    : Sentence.of("A fall of {points}. Not enough is known to tell whether that is more than chance.", before - now);
        }
        int points = Math.abs(now - before);
        if (points == 0) {
            return Sentence.of("No change.");
        }
        if (points < reliable.points()) {
            return now > before
                    ? Sentence.of("A rise of {points}: too small to tell from chance (it takes {least}; {source}).", points, reliable.points(), reliable.source())
                    : Sentence.of("A fall of {points}: too small to tell from chance (it takes {least}; {source}).", points, reliable.points(), reliable.source());
        }
        return now > before
                ? Sentence.of("A rise of {points} is more than chance (it takes {least}; {source}).", points, reliable.points(), reliable.source())
                : Sentence.of("A fall of {points} is more than chance (it takes {least}; {source}).", points, reliable.points(), reliable.source());
    }
}
