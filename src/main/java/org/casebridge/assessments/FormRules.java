package org.casebridge.assessments;

import java.util.List;
import java.util.Optional;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire;
import org.jspecify.annotations.Nullable;

/** What an agency says about its form beyond the questionnaire: what its score means ({@code score} is the item that computes it), and which answers are critical. */
public record FormRules(@Nullable String score, boolean lowerIsBetter, List<Band> bands, List<Critical> criticals) {

    /** A critical answer is followed up within a day, unless its form says otherwise. */
    public static final int HOURS = 24;

    public static final FormRules NONE = new FormRules(null, true, List.of(), List.of());

    /** {@code tone}: 0 asks for nothing, 1 for a look, 2 soon, 3 at once. What it is called and means in Spanish may be missing; then it is read as it was written. */
    public record Band(int from, int to, String name, String meaning, int tone, @Nullable String spanishName, @Nullable String spanishMeaning) {

        public Band(int from, int to, String name, String meaning, int tone) {
            this(from, to, name, meaning, tone, null, null);
        }
    }

    /**
     * An answer to act on before it is saved: the item and how its question is called, and the answer in the words of the form; what it is about, which decides the words and numbers
     * that help now, and within how many hours it is followed up. Forms of before say neither: then it is about suicide, and a day.
     */
    public record Critical(String item, String question, String answer, Scoring.@Nullable Danger danger, @Nullable Integer hours) {

        public Critical(String item, String question, String answer) {
            this(item, question, answer, null, null);
        }

        public Scoring.Danger about() {
            return danger == null ? Scoring.Danger.SUICIDE : danger;
        }

        public int within() {
            return hours == null ? HOURS : hours;
        }
    }

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

    /** The critical answer that must be followed up first; its words in Spanish too where the questionnaire has them. */
    Optional<Scoring.Alarm> alarm(Answers answers, Questionnaire questionnaire) {
        return criticals.stream().filter(it -> List.of(answers.of(it.item()).split("\n")).contains(it.answer())).min(java.util.Comparator.comparingInt(Critical::within))
                .map(it -> new Scoring.Alarm(question(it, questionnaire), answer(it, questionnaire), it.about(), it.within()));
    }

    public Sentence question(Critical critical, Questionnaire questionnaire) {
        var item = questionnaire.item(critical.item());
        return item == null ? said(critical.question()) : said(critical.question(), item.text().translations().get("es"));
    }

    public Sentence answer(Critical critical, Questionnaire questionnaire) {
        var item = questionnaire.item(critical.item());
        if (item != null && item.type() == Questionnaire.Type.BOOLEAN) {
            return new Sentence(critical.answer(), List.of());
        }
        return item == null ? said(critical.answer()) : item.options().stream().map(Questionnaire.Option::text).filter(it -> it.plain().equals(critical.answer())).findFirst()
                .map(it -> said(critical.answer(), it.translations().get("es"))).orElseGet(() -> said(critical.answer()));
    }

    /** A text of the agency's, which has no translation. */
    static Sentence said(String text) {
        return Sentence.of("{words}", text);
    }

    /** A text of the agency's with the Spanish that it wrote itself; read as it was written where there is none. */
    static Sentence said(String text, @Nullable String spanish) {
        return spanish == null || spanish.isBlank() ? said(text) : Sentence.of("{whose, select, none {{spanish}} other {{words}}}", "agency", spanish, text);
    }
}
