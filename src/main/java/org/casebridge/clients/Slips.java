package org.casebridge.clients;

/** Slips of the pen between two texts: letters left out, put in, mistaken, or two neighbours changed (Damerau's edits, optimal string alignment). */
final class Slips {

    private static final int LONGEST = 100;

    private Slips() {}

    /** How many; texts over 100 characters are compared in their first 100. */
    static int between(String one, String other) {
        var a = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
        var b = other.length() > LONGEST ? other.substring(0, LONGEST) : other;
        var edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int best = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                boolean changed = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                edits[i][j] = changed ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
            }
        }
        return edits[a.length()][b.length()];
    }
}
