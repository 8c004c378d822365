package org.casebridge.matrix;

/** The classes of a client's record that differ in who reaches it. */
enum Record {
    PLAIN,
    /** Held back but from those named for it and the privacy officer. */
    RESTRICTED,
    /** Of somebody whom only a Part 2 programme knows (42 CFR 2.12). */
    PART2
}
