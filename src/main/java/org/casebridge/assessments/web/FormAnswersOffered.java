package org.casebridge.assessments.web;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.assessments.BuiltItem;
import org.casebridge.assessments.OwnForm;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.web.Option;
import org.casebridge.web.Say;

/** What of a form can be said to be a score, or a critical answer: for the lists one chooses from. */
public final class FormAnswersOffered {

    private static final int MOST = 400;

    private FormAnswersOffered() {}

    /** In the words of the form, as completed answers are kept. */
    static List<String> of(Questionnaire.Item item) {
        return item.type() == Questionnaire.Type.BOOLEAN ? List.of("Yes", "No") : item.options().stream().map(it -> it.text().plain()).toList();
    }

    public static List<Option> answers(OwnForm form) {
        var options = new ArrayList<Option>();
        for (var item : form.questionnaire().questions()) {
            for (var answer : of(item)) {
                if (options.size() < MOST && !item.hidden()) {
                    options.add(new Option(item.linkId() + "\n" + answer, name(item) + ": " + answer));
                }
            }
        }
        return options;
    }

    public static List<Option> numbers(OwnForm form) {
        return form.questionnaire().questions().stream().filter(it -> it.type() == Questionnaire.Type.INTEGER || it.type() == Questionnaire.Type.DECIMAL || it.type() == Questionnaire.Type.QUANTITY)
                .filter(it -> it.computing().calculated() != null).map(it -> new Option(it.linkId(), name(it))).toList();
    }

    /** What another question may depend on. */
    public static List<Option> questions(OwnForm form) {
        return form.questionnaire().questions().stream().filter(it -> !it.hidden()).limit(MOST).map(it -> new Option(it.linkId(), name(it))).toList();
    }

    /** Whether an item is asked under a condition that is an expression, which is shown and stays as it is. */
    public static boolean computed(OwnForm form, String linkId) {
        var item = form.questionnaire().item(linkId);
        return item != null && item.when().formulas().findAny().isPresent();
    }

    public static List<Option> dangers() {
        return List.of(new Option("SUICIDE", Say.say("Suicide")), new Option("VIOLENCE", Say.say("Violence, or not being safe")));
    }

    /** How an answer is compared. */
    public static List<Option> operators() {
        return List.of(new Option("=", Say.say("is")), new Option("!=", Say.say("is not")), new Option(">", Say.say("is more than")), new Option(">=", Say.say("is at least")),
                new Option("<", Say.say("is less than")), new Option("<=", Say.say("is at most")), new Option("exists", Say.say("is there at all")), new Option(BuiltItem.MISSING, Say.say("is missing")));
    }

    /** What a score can add up: choices whose answers have weights. */
    public static List<Option> weighted(OwnForm form) {
        return form.questionnaire().questions().stream().filter(Questionnaire.Item::weighted).limit(MOST).map(it -> new Option(it.linkId(), name(it))).toList();
    }

    public static List<Option> sections(OwnForm form) {
        return form.questionnaire().index().items().values().stream().filter(it -> it.type() == Questionnaire.Type.GROUP).limit(MOST).map(it -> new Option(it.linkId(), name(it))).toList();
    }

    public static List<Option> kinds() {
        return Option.of(BuildItem.types().toArray(Questionnaire.Type[]::new));
    }

    private static String name(Questionnaire.Item item) {
        var text = item.text().plain().isEmpty() ? item.linkId() : item.text().plain();
        return text.length() > 120 ? text.substring(0, 119) + "…" : text;
    }
}
