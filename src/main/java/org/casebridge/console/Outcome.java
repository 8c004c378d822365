package org.casebridge.console;

import java.util.List;
import java.util.Map;

/** How a command ended: a sentence for people, facts for machines (a record or a map), and what was refused. */
public record Outcome(String sentence, Object facts, List<Problem> problems) {

    public Outcome {
        problems = List.copyOf(problems);
    }

    public static Outcome done(String sentence, Object facts) {
        return new Outcome(sentence, facts, List.of());
    }

    public static Outcome refused(Problem... problems) {
        return new Outcome("", Map.of(), List.of(problems));
    }

    /** The same, and these were refused. */
    public Outcome but(List<Problem> refused) {
        return new Outcome(sentence, facts, refused);
    }

    int code() {
        return problems.isEmpty() ? Commands.DONE : Commands.REFUSED;
    }
}
