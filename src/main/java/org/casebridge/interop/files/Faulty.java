package org.casebridge.interop.files;

import java.util.List;
import org.casebridge.console.Problem;

/** What was read cannot come in, for these reasons. Nothing of it is kept. */
public final class Faulty extends RuntimeException {

    private final transient List<Problem> problems;

    public Faulty(List<Problem> problems) {
        super(problems.getFirst().toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Faulty(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
