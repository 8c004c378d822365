package org.casebridge.caseload;

import java.util.List;

/**
 * The sentences of the story that mark a turn in a client's life: a case opened, a plan agreed, a move, a stay in hospital. Offered as a bean by the module that tells them;
 * pictures over time show when they were.
 */
public record Turns(List<String> sentences) {

    public static Turns of(String... sentences) {
        return new Turns(List.of(sentences));
    }
}
