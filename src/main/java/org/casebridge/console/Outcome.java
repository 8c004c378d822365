package org.casebridge.console;

import java.util.List;
import java.util.Map;

/** How a command ended: a sentence for people, facts for machines (a record or a map), what was refused, and whether something was done beside it. */
public record Outcome(String sentence, Object facts, List<Problem> problems, boolean partly) {

    public Outcome {
        problems = List.copyOf(problems);
    }

    public static Outcome done(String sentence, Object facts) {
        return new Outcome(sentence, facts, List.of(), false);
    }

    public static Outcome refused(Problem... problems) {
        return new Outcome("", Map.of(), List.of(problems), false);
    }

    /** The same, and these were refused. */
    public Outcome but(List<Problem> refused) {
        return new Outcome(sentence, facts, refused, false);
    }

    /** The same, of so many files; the refused ones left nothing behind, the others came in. */
    public Outcome but(List<Problem> refused, int files, int refusedFiles) {
        var left = refusedFiles == 0 || files == 1 ? "" : "%n%,d of %,d files %s refused, and nothing of %s came in.".formatted(refusedFiles, files, refusedFiles == 1 ? "was" : "were", refusedFiles == 1 ? "it" : "them");
        return new Outcome(sentence + left, facts, refused, !refused.isEmpty() && refusedFiles < files);
    }

    /** One word for machines: {@code done}, {@code partly} or {@code refused}. */
    String ended() {
        return problems.isEmpty() ? "done" : partly ? "partly" : "refused";
    }

    int code() {
        return problems.isEmpty() ? Commands.DONE : Commands.REFUSED;
    }
}
