package org.casebridge.consent;

import java.util.List;

/** What puts a release into a form that can be sent, offered as a bean by whoever knows the form. It gets only what was let go. */
public interface Envelope {

    Way way();

    /** The media type of what it writes. */
    String type();

    /** The ending of a file's name, without the dot. */
    String ending();

    /** The parts of one export, in the order in which they were let go; mostly one. */
    byte[] write(List<Released> parts);
}
