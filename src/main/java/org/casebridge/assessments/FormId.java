package org.casebridge.assessments;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of a form of an agency, in all its versions. */
public record FormId(UUID value) implements Id {

    private static final String OWN = "own-";

    public static FormId next() {
        return new FormId(Id.fresh());
    }

    /** As assessments name their instrument. */
    public String instrument() {
        return OWN + text();
    }

    /** Whether an instrument of this name is a form of an agency. */
    public static boolean names(String instrument) {
        return instrument.matches("own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    static FormId of(String instrument) {
        return new FormId(UUID.fromString(instrument.substring(OWN.length())));
    }
}
