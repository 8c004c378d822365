package org.casebridge.demo;

import java.util.HashMap;
import java.util.List;
import org.casebridge.assessments.Answers;

/** Answers to the PHQ-9 from the weights of its nine questions (loinc.org/44249-1). */
final class DemoPhq9 {

    private static final List<String> QUESTIONS = List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8");
    private static final List<String> FREQUENCY = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");
    private static final String DIFFICULTY = "69722-7";
    private static final String SOMEWHAT = "LA6573-5";

    private DemoPhq9() {}

    static Answers answers(int... weights) {
        var byItem = new HashMap<String, String>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            byItem.put(QUESTIONS.get(i), FREQUENCY.get(weights[i]));
        }
        byItem.put(DIFFICULTY, SOMEWHAT);
        return new Answers(byItem);
    }
}
