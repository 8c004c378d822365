package org.casebridge.assessments;

import java.util.List;
import java.util.Optional;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What an agency says about its form beyond the questionnaire: what its score means ({@code score} is the item that computes it), and which answers are critical. */
public record FormRules(@Nullable String score, boolean lowerIsBetter, List<Band> bands, List<Critical> criticals) {

    /** A critical answer is followed up within a day. */
    private static final int HOURS = 24;

    public static final FormRules NONE = new FormRules(null, true, List.of(), List.of());

    /** {@code tone}: 0 asks for nothing, 1 for a look, 2 soon, 3 at once. */
    public record Band(int from, int to, String name, String meaning, int tone) {}

    /** An answer to act on before it is saved: the item and how its question is called, and the answer in the words of the form. */
    public record Critical(String item, String question, String answer) {}

    public FormRules {
        bands = List.copyOf(bands);
        criticals = List.copyOf(criticals);
    }

    /** Refuses bands that leave a gap or overlap. */
    void check() {
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            if (band.to() < band.from() || i > 0 && band.from() != bands.get(i - 1).to() + 1) {
                throw Refused.invalid("The band “{name}” must begin where the one before it ends, and end above its beginning.", band.name()).at("bands");
            }
        }
        if (!bands.isEmpty() && score == null) {
            throw Refused.invalid("Say which number these bands are about.").at("score");
        }
    }

    Optional<Scoring.Alarm> alarm(Answers answers) {
        return criticals.stream().filter(it -> List.of(answers.of(it.item()).split("\n")).contains(it.answer())).findFirst()
                .map(it -> new Scoring.Alarm(said(it.question()), said(it.answer()), Scoring.Danger.SUICIDE, HOURS));
    }

    /** A text of the agency's, which has no translation. */
    static Sentence said(String text) {
        return Sentence.of("{words}", text);
    }
}
