package org.casebridge.assessments;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.casebridge.caseload.StoryLine;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** The scores of one instrument over time, and what happened meanwhile on the same axis, laid out for a picture of {@link #WIDTH} by {@link #TALL} units. */
public record Trend(Instrument instrument, Scoring scoring, List<Point> points, List<Mark> marks, LocalDate begins, LocalDate ends) {

    public static final int WIDTH = 370;
    public static final int HEIGHT = 130;

    /** With the numbers of what happened, and the days, below the drawing. */
    public static final int TALL = 176;

    /** Where the drawing ends; the names of the bands stand to the right of it, away from the line. */
    public static final int PLOT = 235;

    /** So many scores, the newest, are drawn; the list of assessments has them all. */
    private static final int MOST = 24;

    /** So many days with something that happened are marked, the newest; so long before the first score they may lie. */
    static final int MOST_MARKS = 12;
    static final int BEFORE = 30;
    private static final int EDGE = 16;
    private static final int NUMBER = 14;

    /** One score: where it is drawn, and what it is. */
    public record Point(int x, int y, int score, LocalDate day, Scoring.Band band, Assessment assessment) {}

    /** A day on which something happened: its number in the picture, in the first or the second {@code row} below it, and what that was. */
    public record Mark(int x, int row, int number, LocalDate day, List<StoryLine> what) {}

    /** {@code then} gives the scoring as it was when an assessment was completed; the bands drawn are those of the newest. */
    static Optional<Trend> of(Instrument instrument, Scoring published, List<Assessment> counting, BiFunction<Scoring, Assessment, Scoring> then, Collection<StoryLine> happened, ZoneId zone) {
        var scored = counting.stream().filter(it -> it.score() != null).toList();
        if (scored.isEmpty()) {
            return Optional.empty();
        }
        var shown = scored.subList(Math.max(0, scored.size() - MOST), scored.size());
        var scoring = then.apply(published, shown.getLast());
        var first = shown.getFirst().about().assessedOn();
        var days = new TreeMap<LocalDate, List<StoryLine>>();
        happened.forEach(it -> days.computeIfAbsent(day(it, zone), _ -> new ArrayList<>()).add(it));
        days.headMap(first.minusDays(BEFORE)).clear();
        while (days.size() > MOST_MARKS) {
            days.pollFirstEntry();
        }
        var axis = new Axis(Stream.concat(shown.stream().map(it -> it.about().assessedOn()), days.keySet().stream()).sorted().toList(), shown.size());
        var points = new ArrayList<Point>();
        for (int i = 0; i < shown.size(); i++) {
            var one = shown.get(i);
            points.add(new Point(axis.x(one.about().assessedOn(), i), y(scoring, one.score()), one.score(), one.about().assessedOn(), then.apply(published, one).band(one.score()), one));
        }
        return Optional.of(new Trend(instrument, scoring, List.copyOf(points), marks(days, axis), axis.days.getFirst(), axis.days.getLast()));
    }

    /** The day that the line itself names, such as that on which a case opened; else that on which it was told. */
    private static LocalDate day(StoryLine line, ZoneId zone) {
        var told = LocalDate.ofInstant(line.at(), zone);
        return Stream.of(line.what(), line.why()).filter(Objects::nonNull).flatMap(it -> it.values().stream()).filter(LocalDate.class::isInstance).map(LocalDate.class::cast)
                .filter(it -> !it.isAfter(told)).findFirst().orElse(told);
    }

    private static List<Mark> marks(TreeMap<LocalDate, List<StoryLine>> days, Axis axis) {
        var marks = new ArrayList<Mark>();
        days.forEach((day, what) -> {
            int x = axis.x(day, 0);
            int row = !marks.isEmpty() && x - marks.getLast().x() < NUMBER ? 1 - marks.getLast().row() : 0;
            marks.add(new Mark(x, row, marks.size() + 1, day, List.copyOf(what)));
        });
        return List.copyOf(marks);
    }

    /** From the first day to the last; where all is on one day, scores stand one after the other. */
    private record Axis(List<LocalDate> days, int scores) {

        int x(LocalDate day, int place) {
            long span = ChronoUnit.DAYS.between(days.getFirst(), days.getLast());
            double along = span > 0 ? (double) ChronoUnit.DAYS.between(days.getFirst(), day) / span : scores == 1 ? 0.5 : (double) place / (scores - 1);
            return (int) Math.round(EDGE + along * (PLOT - 2 * EDGE));
        }
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

    /** What one of these changed by: "−7", "+2", "0"; a dash for the first. */
    public String step(Point point) {
        var before = before(point.assessment());
        return before == null ? "–" : String.format("%+d", point.score() - before.score()).replace('-', '−').replace("+0", "0");
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
