package org.casebridge.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.casebridge.planner.route.Rank;
import org.casebridge.planner.route.Spot;
import org.jspecify.annotations.Nullable;

/** Visits in a proposed order, what does not fit with the reason, and who could be seen on the way. {@code seen} is the same as long as nothing changed of what the plan rests on. */
public record DayPlan(LocalDate from, Span span, List<Day> days, List<Left> left, List<OnTheWay> onTheWay, TravelRule rule, String seen) {

    public enum Span implements Worded {
        DAY("One day"), WEEK("The week");

        private final String words;

        Span(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** One worker's day: visits, what else stands there, and the pause, in their order. {@code travel} are minutes. */
    public record Day(LocalDate on, AccountId worker, String name, List<Line> lines, int travel, double km, boolean works) {

        public long visits() {
            return lines.stream().filter(it -> it.visit() != null).count();
        }
    }

    /** A visit with the way to it, or, without a visit, what else stands there: {@code title}. */
    public record Line(Instant startsAt, Instant endsAt, @Nullable PlannedVisit visit, @Nullable Sentence title, int travel, double km, Spot.Known known, Rank rank, boolean kept, AccountId worker) {

        /** Whether the plan would change it. */
        public boolean moved() {
            return visit != null && (!visit.startsAt().equals(startsAt) || !visit.worker().equals(worker));
        }

        /** As it is sent when it is accepted. */
        public String move() {
            return visit == null ? "" : visit.clientId().text() + " " + visit.id().text() + " " + worker.text() + " " + startsAt + " " + visit.version();
        }
    }

    /** A visit that did not fit, and why. */
    public record Left(PlannedVisit visit, Rank rank, Sentence why) {}

    /** Somebody due by their cadence without a planned visit: when they could be seen, and how much longer the ways become. */
    public record OnTheWay(ClientId client, String name, Sentence why, Instant startsAt, int minutes, int extra, AccountId worker) {

        public String offer() {
            return client.text() + " " + worker.text() + " " + startsAt + " " + minutes;
        }
    }

    public boolean empty() {
        return left.isEmpty() && days.stream().allMatch(it -> it.lines().isEmpty());
    }

    /** Whether there is anything that could be moved or planned. */
    public boolean movable() {
        return !onTheWay.isEmpty() || days.stream().anyMatch(it -> it.visits() > 0);
    }

    /** Whether a way is counted in the agency's minutes, because one end of it has no point on the map. */
    public boolean guesses() {
        return days.stream().flatMap(it -> it.lines().stream()).anyMatch(it -> it.known() == Spot.Known.UNKNOWN || it.known() == Spot.Known.CONFIDENTIAL);
    }
}
