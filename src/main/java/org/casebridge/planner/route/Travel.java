package org.casebridge.planner.route;

/** How long a way takes: the straight line, so many percent longer, at that speed; {@code unknownMinutes} where one end has no point on the map. */
public record Travel(int kmPerHour, int detourPercent, int unknownMinutes) {

    /** Whole minutes, rounded up; none where somebody stays or calls. */
    public int minutes(Spot from, Spot to) {
        if (to.known() == Spot.Known.ANYWHERE || from.known() == Spot.Known.ANYWHERE) {
            return 0;
        }
        var km = from.km(to);
        return km == null ? unknownMinutes : (int) Math.ceil(km * (1 + detourPercent / 100.0) / kmPerHour * 60 - 1e-6);
    }

    /** The way in kilometers with its detours; 0 where nobody knows it. */
    public double km(Spot from, Spot to) {
        var km = from.km(to);
        return km == null ? 0 : km * (1 + detourPercent / 100.0);
    }
}
