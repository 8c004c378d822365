package org.casebridge.consent;

import java.util.Set;

/** Whether a piece leaves, and by which consents (none on another ground), or stays, and why. */
public sealed interface Verdict {

    record Leaves(Set<ConsentId> by) implements Verdict {}

    record Stays(Why why) implements Verdict {}
}
