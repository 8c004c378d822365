package org.casebridge.assessments.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.casebridge.assessments.Answers;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.Both;
import org.casebridge.assessments.DraftFields;
import org.casebridge.assessments.FormId;
import org.casebridge.assessments.Instrument;
import org.casebridge.assessments.Shown;
import org.casebridge.web.Form;
import org.casebridge.web.Say;
import org.casebridge.workforce.Spoken;
import org.jspecify.annotations.Nullable;

/** What a page of a draft carries so that two people can write in it at once: marks of what it showed, and which of two texts somebody settled for. */
final class InterviewFields {

    private static final String SETTLE = "_settle.";

    private InterviewFields() {}

    static Shown shown(Form<?> form) {
        var settled = new HashMap<String, Boolean>();
        form.fields().stream().filter(it -> it.startsWith(SETTLE) && !form.value(it).isEmpty()).forEach(it -> settled.put(it.substring(SETTLE.length()), form.value(it).equals("mine")));
        return form.value("_shown").isEmpty() && settled.isEmpty() ? Shown.NOTHING : Shown.read(form.value("_shown"), settled);
    }

    /** For the page that shows this form over this draft. */
    static String marks(Form<?> form, Assessment draft) {
        var now = DraftFields.of(draft.about(), FormId.names(draft.instrument()) ? Answers.NONE : draft.answers());
        var typed = new HashMap<String, String>();
        now.keySet().forEach(it -> typed.put(it, form.value(it)));
        return shown(form).written(now, typed);
    }

    static List<BothSaid> said(List<Both> both, @Nullable Instrument instrument) {
        return both.stream().map(it -> new BothSaid(it.field(), label(it.field(), instrument), words(it.field(), it.mine(), instrument), words(it.field(), it.theirs(), instrument), it.by(), it.at())).toList();
    }

    private static String label(String field, @Nullable Instrument instrument) {
        return switch (field) {
            case "stage" -> Say.say("Stage");
            case "assessedOn" -> Say.say("Held on");
            case "mode" -> Say.say("How");
            case "language" -> Say.say("Language it was held in");
            case "interpreter" -> Say.say("Who interpreted");
            case "present" -> Say.say("Who else was present");
            default -> instrument == null ? field : instrument.questions().stream().filter(it -> it.field().equals(field)).findFirst().map(it -> it.words().in(Say.locale())).orElse(field);
        };
    }

    private static String words(String field, String value, @Nullable Instrument instrument) {
        if (value.isEmpty()) {
            return Say.say("not answered");
        }
        return switch (field) {
            case "stage" -> Say.say(Assessment.Stage.valueOf(value));
            case "assessedOn" -> Say.day(LocalDate.parse(value));
            case "mode" -> Say.say(Assessment.Mode.valueOf(value));
            case "language" -> Spoken.names(List.of(value));
            case "interpreter" -> Say.say(Assessment.Interpreter.valueOf(value));
            default -> instrument == null ? value : instrument.questions().stream().filter(it -> it.field().equals(field)).findFirst().flatMap(it -> it.choice(value)).map(it -> it.words().in(Say.locale())).orElse(value);
        };
    }
}
