package org.casebridge.planner.route;

import org.jspecify.annotations.Nullable;

/** Where a visit is, as far as a way can be reckoned: WGS 84, or why there is no point. */
public record Spot(Known known, @Nullable Double latitude, @Nullable Double longitude) {

    /** {@code ANYWHERE}: a call, for which nobody travels. */
    public enum Known { ADDRESS, ZIP, UNKNOWN, CONFIDENTIAL, ANYWHERE }

    private static final double EARTH_KM = 6371.0088;

    public static final Spot UNKNOWN = new Spot(Known.UNKNOWN, null, null);
    public static final Spot CONFIDENTIAL = new Spot(Known.CONFIDENTIAL, null, null);
    public static final Spot ANYWHERE = new Spot(Known.ANYWHERE, null, null);

    public static Spot at(double latitude, double longitude) {
        return new Spot(Known.ADDRESS, latitude, longitude);
    }

    public boolean onMap() {
        return latitude != null && longitude != null;
    }

    /** In a straight line over the globe (haversine); null where one of them has no point. */
    @Nullable Double km(Spot other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return null;
        }
        double high = Math.toRadians(other.latitude - latitude);
        double wide = Math.toRadians(other.longitude - longitude);
        double part = Math.pow(Math.sin(high / 2), 2) + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(wide / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(part));
    }
}
