package org.casebridge.consent;

import org.casebridge.kernel.Worded;

/** Why a piece of a record stays in the house, the nearest miss last: what comes later on this list came closer to leaving. */
public enum Why implements Worded {
    NO_CONSENT("No consent on record names this recipient."),
    OTHER_PURPOSE("The consent is for another purpose."),
    PART_NOT_COVERED("The consent does not name this part of the record."),
    CLASS_NOT_COVERED("The consent does not cover this class of record."),
    APART("These notes are kept apart and need a consent of their own."),
    REPLACED("The consent was replaced by another."),
    REVOKED("The consent was taken back."),
    EXPIRED("The consent has ended."),
    NOT_YET("The consent has not begun yet."),
    CAME_OF_AGE("A parent signed, and the client has come of age since."),
    NOT_BY_LAW("This ground does not open this class of record."),
    NOT_ASKED_FOR("These notes are outside the right to a copy (45 CFR 164.524(a)(1)(i)).");

    private final String words;

    Why(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
