package org.casebridge.directory;

/** What came of bringing entries in: how many were new, changed something known, or said nothing new. */
public record Brought(int added, int changed, int unchanged) {

    public static final Brought NOTHING = new Brought(0, 0, 0);

    public Brought and(Brought other) {
        return new Brought(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }

    public int all() {
        return added + changed + unchanged;
    }
}
