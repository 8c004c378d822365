package org.casebridge.assessments.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.assessments.Answers;
import org.casebridge.assessments.Assessment;
import org.casebridge.assessments.Instrument;
import org.casebridge.web.Form;
import org.casebridge.workforce.Spoken;

/** The fields of an instrument's questions, which are made at run time. Only what the instrument asks is read; nothing else gets in. */
final class AnswerFields {

    private AnswerFields() {}

    /** What was answered; what cannot be an answer is put beside its question. */
    static Answers read(Form<?> form, Instrument instrument) {
        var answers = new LinkedHashMap<String, String>();
        if (!form.value("language").isBlank() && Spoken.options(List.of()).stream().noneMatch(it -> it.value().equals(form.value("language")))) {
            form.refuse("language", "Choose one of the answers offered.");
        }
        for (var item : instrument.questions()) {
            var said = form.value(item.field()).strip();
            if (form.values(item.field()).size() > 1 || !said.isEmpty() && item.type() == Instrument.Type.CHOICE && item.choice(said).isEmpty()) {
                form.refuse(item.field(), "Choose one of the answers offered.");
            } else if (said.indexOf('\0') >= 0) {
                form.refuse(item.field(), "This holds a character that cannot be kept. Remove it and try again.");
            } else if (!said.isEmpty() && item.type() == Instrument.Type.INTEGER && item.number(said).isEmpty()) {
                form.refuse(item.field(), "Write a whole number from {least} to {most}.", item.least(), item.most());
            } else if (said.length() > item.longest()) {
                form.refuse(item.field(), "Keep this to {most} characters or fewer.", item.longest());
            } else if (!said.isEmpty()) {
                answers.put(item.linkId(), said);
            }
        }
        return new Answers(answers);
    }

    /** A draft as its form shows it. */
    static Map<String, List<String>> known(Assessment draft) {
        var known = new LinkedHashMap<String, List<String>>();
        known.put("stage", List.of(draft.about().stage().name()));
        known.put("assessedOn", List.of(draft.about().assessedOn().toString()));
        known.put("mode", List.of(draft.about().mode().name()));
        known.put("language", List.of(draft.about().language()));
        known.put("interpreter", List.of(draft.about().interpreter().name()));
        if (draft.about().present() != null) {
            known.put("present", List.of(draft.about().present()));
        }
        draft.answers().byItem().forEach((item, answer) -> known.put("item-" + item, List.of(answer)));
        return known;
    }
}
