package org.casebridge.assessments;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** The scores of one instrument over time, laid out for a picture of {@link #WIDTH} by {@link #HEIGHT} units. */
public record Trend(Instrument instrument, Scoring scoring, List<Point> points) {

    public static final int WIDTH = 360;
    public static final int HEIGHT = 130;

    /** Where the drawing ends; the names of the bands stand to the right of it, away from the line. */
    public static final int PLOT = 240;

    /** So many scores, the newest, are drawn; the list of assessments has them all. */
    private static final int MOST = 24;
    private static final int EDGE = 16;

    /** One score: where it is drawn, and what it is. */
    public record Point(int x, int y, int score, LocalDate day, Scoring.Band band, Assessment assessment) {}

    /** {@code then} gives the scoring as it was when an assessment was completed; the bands drawn are those of the newest. */
    static Optional<Trend> of(Instrument instrument, Scoring published, List<Assessment> counting, BiFunction<Scoring, Assessment, Scoring> then) {
        var scored = counting.stream().filter(it -> it.score() != null).toList();
        if (scored.isEmpty()) {
            return Optional.empty();
        }
        var shown = scored.subList(Math.max(0, scored.size() - MOST), scored.size());
        var scoring = then.apply(published, shown.getLast());
        var first = shown.getFirst().about().assessedOn();
        long span = ChronoUnit.DAYS.between(first, shown.getLast().about().assessedOn());
        var points = new ArrayList<Point>();
        for (int i = 0; i < shown.size(); i++) {
            var one = shown.get(i);
            double along = shown.size() == 1 ? 0.5 : span == 0 ? (double) i / (shown.size() - 1) : (double) ChronoUnit.DAYS.between(first, one.about().assessedOn()) / span;
            points.add(new Point((int) Math.round(EDGE + along * (PLOT - 2 * EDGE)), y(scoring, one.score()), one.score(), one.about().assessedOn(), then.apply(published, one).band(one.score()), one));
        }
        return Optional.of(new Trend(instrument, scoring, List.copyOf(points)));
    }

    public Point last() {
        return points.getLast();
    }

    /** As an SVG polyline wants them. */
    public String line() {
        return String.join(" ", points.stream().map(it -> it.x() + "," + it.y()).toList());
    }

    /** Where a band's upper edge is drawn. */
    public int top(Scoring.Band band) {
        return band.to() == scoring.highest() ? 0 : (y(scoring, band.to()) + y(scoring, band.to() + 1)) / 2;
    }

    public int tall(Scoring.Band band) {
        return (band.from() == scoring.lowest() ? HEIGHT : (y(scoring, band.from()) + y(scoring, band.from() - 1)) / 2) - top(band);
    }

    /** The change from the score before, or that there is none. */
    public Sentence change() {
        return points.size() < 2 ? Sentence.of("First score, nothing to compare yet.") : scoring.change(points.get(points.size() - 2).score(), last().score());
    }

    /** The score before one of these, or null for the first. */
    public @Nullable Point before(Assessment one) {
        Point before = null;
        for (var point : points) {
            if (point.assessment().id().equals(one.id())) {
                return before;
            }
            before = point;
        }
        return null;
    }

    private static int y(Scoring scoring, int score) {
        return EDGE / 2 + (int) Math.round((double) (scoring.highest() - score) / (scoring.highest() - scoring.lowest()) * (HEIGHT - EDGE));
    }
}
