package org.casebridge.directory;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time zone in which a place's hours are told: its state's (49 CFR part 71). Where a state has two, the meridian that comes nearest to the boundary
 * of part 71 divides it, when the longitude is known; the zone of most of its people otherwise.
 */
final class PlaceZone {

    private static final Map<String, ZoneId> BY_STATE = new HashMap<>();
    /** West of this longitude the zone is the second. */
    private record Split(double longitude, ZoneId west) {}
    private static final Map<String, Split> SPLIT = Map.ofEntries(
            split("FL", -85.0, "America/Chicago"), split("IN", -86.7, "America/Chicago"), split("KY", -86.0, "America/Chicago"), split("TN", -85.2, "America/Chicago"),
            split("MI", -87.9, "America/Menominee"), split("ND", -101.5, "America/Denver"), split("SD", -100.5, "America/Denver"), split("NE", -101.0, "America/Denver"),
            split("KS", -101.5, "America/Denver"), split("TX", -105.0, "America/Denver"), split("AK", -169.0, "America/Adak"));

    static {
        put("America/New_York", "CT", "DE", "DC", "FL", "GA", "IN", "KY", "ME", "MD", "MA", "NH", "NJ", "NY", "NC", "OH", "PA", "RI", "SC", "VT", "VA", "WV");
        put("America/Detroit", "MI");
        put("America/Chicago", "AL", "AR", "IL", "IA", "KS", "LA", "MN", "MS", "MO", "NE", "ND", "OK", "SD", "TN", "TX", "WI");
        put("America/Denver", "CO", "MT", "NM", "UT", "WY", "ID");
        put("America/Phoenix", "AZ");
        put("America/Los_Angeles", "CA", "NV", "OR", "WA");
        put("America/Anchorage", "AK");
        put("Pacific/Honolulu", "HI");
        put("America/Puerto_Rico", "PR", "VI");
        put("Pacific/Guam", "GU", "MP");
        put("Pacific/Pago_Pago", "AS");
    }

    private PlaceZone() {}

    /** {@code state} by its two letters; {@code otherwise} when it is none that is known here. */
    static ZoneId of(@Nullable String state, @Nullable Double longitude, ZoneId otherwise) {
        var code = state == null ? "" : state.strip().toUpperCase(Locale.ROOT);
        var zone = BY_STATE.get(code);
        if (zone == null) {
            return otherwise;
        }
        var split = SPLIT.get(code);
        if (split != null && longitude != null && longitude < split.longitude()) {
            return split.west();
        }
        return zone;
    }

    private static void put(String zone, String... states) {
        for (var state : states) {
            BY_STATE.put(state, ZoneId.of(zone));
        }
    }

    private static Map.Entry<String, Split> split(String state, double longitude, String west) {
        return Map.entry(state, new Split(longitude, ZoneId.of(west)));
    }
}
