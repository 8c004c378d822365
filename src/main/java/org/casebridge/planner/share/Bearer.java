package org.casebridge.planner.share;

/** Whoever carries cases: {@code capacity} is what they can carry, in the points of the cases; {@code besides} what they carry that is not to be shared. */
public record Bearer(String id, int capacity, int besides) {

    /** So many of a hundred are red. */
    public static final int RED = 110;

    /** With so many points of cases, in hundredths of a percent, so that small differences count. */
    long load(long points) {
        return capacity == 0 ? points + besides == 0 ? 0 : 100_000 : (points + besides) * 10_000 / capacity;
    }

    public int percent(long points) {
        return (int) (load(points) / 100);
    }

    /** Points beyond red; what they cannot carry at all is beyond it. */
    public long beyond(long points) {
        return Math.max(0, points + besides - (long) capacity * RED / 100);
    }
}
