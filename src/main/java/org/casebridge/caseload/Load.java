package org.casebridge.caseload;

import java.util.List;

/** How many people a worker has open cases of, in all and by programme; somebody in two programmes counts once in all. */
public record Load(int people, List<InProgram> programs) {

    static final Load NONE = new Load(0, List.of());

    public record InProgram(String program, int people) {}
}
