package org.casebridge.kernel;

/** A choice that people read: an enum whose constants carry their English words, which are also the key of their translation. */
public interface Worded {

    String words();

    /** The constant's own name, as an option of a form sends it. */
    String name();
}
