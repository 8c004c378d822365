package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of an instrument become a score, as read from {@code scorings/*.json}: its parts added up, or the highest of them; only when
 * everything that was to be asked is answered ({@code mayMiss} of them may be missing where its authors allow it, and are given the mean).
 * {@code source} is where the rule and its cut-offs were published.
 */
public record Scoring(String instrument, String source, Combine combine, int lowest, int highest, boolean lowerIsBetter, int mayMiss, List<Part> parts, List<Band> bands,
                      List<Critical> criticals, @Nullable Reliable reliable, @Nullable Offer offer) {

    public enum Combine { SUM, HIGHEST }

    /** What stands for the sum of an instrument of which only that is recorded. */
    private static final String TOTAL = "total";

    /** The weights of its items added up; where there are steps, that sum becomes the points of the last step it reaches. Named parts are shown on their own. */
    public record Part(@Nullable Sentence name, List<String> items, List<Step> steps) {

        int points(int sum) {
            return steps.isEmpty() ? sum : steps.stream().filter(it -> sum >= it.from()).reduce((_, later) -> later).map(Step::points).orElse(0);
        }
    }

    public record Step(int from, int points) {}

    /** Scores from and to, what they are called and what they mean; {@code tone} says how much they ask for: 0 nothing, 1 a look, 2 soon, 3 at once. */
    public record Band(int from, int to, Sentence name, Sentence meaning, int tone) {}

    /**
     * The smallest change that measuring alone does not explain; {@code basis} is how that is known. Where the test-retest correlation {@code r} and the standard deviation {@code sd} were
     * published, the index of Jacobson and Truax too (J Consult Clin Psychol 1991;59:12-19).
     */
    public record Reliable(int points, String source, String basis, @Nullable Double r, @Nullable Double sd) {

        /** Beyond this, to either side, one change in twenty is chance. */
        public static final double BOUND = 1.96;

        /** The change in standard errors of a difference; null where its constants are not published. */
        public @Nullable Double index(int before, int now) {
            return r == null || sd == null ? null : (now - before) / (sd * Math.sqrt(2 * (1 - r)));
        }
    }

    /** What a critical answer is about; it decides which words and numbers help now. */
    public enum Danger { SUICIDE, VIOLENCE }

    /** An answer to act on at once: the item, the smallest weight that counts, what it is called, the words for each weight from there, and within how many hours it is followed up. */
    public record Critical(String item, int from, Sentence label, List<Sentence> words, Danger danger, int hours) {}

    /** The instrument to ask next from a score on. */
    public record Offer(int from, String instrument, Sentence why) {}

    /** What was answered that must be acted on: which question, and its answer. */
    public record Alarm(Sentence question, Sentence answer, Danger danger, int hours) {}

    public List<String> items() {
        return parts.stream().flatMap(it -> it.items().stream()).toList();
    }

    /** Where the second and later bands begin. */
    public List<Integer> bounds() {
        return bands.stream().skip(1).map(Band::from).toList();
    }

    /** The same bands, beginning elsewhere. */
    public Scoring with(List<Integer> bounds) {
        var moved = new ArrayList<Band>();
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            moved.add(new Band(i == 0 ? lowest : bounds.get(i - 1), i == bands.size() - 1 ? highest : bounds.get(i) - 1, band.name(), band.meaning(), band.tone()));
        }
        return new Scoring(instrument, source, combine, lowest, highest, lowerIsBetter, mayMiss, parts, List.copyOf(moved), criticals, reliable, offer);
    }

    /** Whether its bands are levels of risk, and the number that orders them is never shown. */
    public boolean levels() {
        return combine == Combine.HIGHEST && bands.stream().allMatch(it -> it.from() == it.to());
    }

    public Score score(Instrument instrument, Answers answers) {
        var asked = instrument.asked(answers).stream().filter(it -> items().contains(it.linkId())).toList();
        int answered = (int) asked.stream().filter(answers::holds).count();
        if (asked.size() - answered > mayMiss || answered == 0) {
            return new Score.NotYet(answered, asked.size());
        }
        var points = new ArrayList<Score.Part>();
        for (var part : parts) {
            var weights = asked.stream().filter(it -> part.items().contains(it.linkId())).toList();
            int sum = weights.stream().map(answers::weight).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
            long held = weights.stream().filter(answers::holds).count();
            int got = part.points(held == weights.size() || held == 0 ? sum : (int) Math.round((double) sum * weights.size() / held));
            points.add(new Score.Part(part.name(), got, combine == Combine.HIGHEST ? band(got) : null));
        }
        var all = points.stream().mapToInt(Score.Part::points);
        int total = combine == Combine.SUM ? all.sum() : all.max().orElse(0);
        return new Score.Valid(total, band(total), points.stream().filter(it -> it.name() != null).toList());
    }

    public Band band(int total) {
        return bands.stream().filter(it -> total >= it.from() && total <= it.to()).findFirst().orElseThrow();
    }

    /** The gravest critical answer that was given; whatever else is answered or missing. */
    public Optional<Alarm> critical(Instrument instrument, Answers answers) {
        for (var one : criticals) {
            var weight = instrument.item(one.item()).map(answers::weight).orElseGet(() -> one.item().equals(TOTAL) && score(instrument, answers) instanceof Score.Valid valid ? valid.total() : null);
            if (weight != null && weight >= one.from()) {
                return Optional.of(new Alarm(one.label(), one.words().get(Math.min(weight - one.from(), one.words().size() - 1)), one.danger(), one.hours()));
            }
        }
        return Optional.empty();
    }

    /** What changed between two scores, and whether that is more than measuring alone explains. */
    public Sentence change(int before, int now) {
        int points = Math.abs(now - before);
        if (points == 0) {
            return Sentence.of("No change.");
        }
        if (levels()) {
            return now > before ? Sentence.of("The level is higher than the time before.") : Sentence.of("The level is lower than the time before.");
        }
        if (reliable == null) {
            return now > before
                    ? Sentence.of("A rise of {points}. Not enough is known to tell whether that is more than chance.", points)
                    : Sentence.of("A fall of {points}. Not enough is known to tell whether that is more than chance.", points);
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
