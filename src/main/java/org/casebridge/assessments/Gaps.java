package org.casebridge.assessments;

import org.casebridge.kernel.Refused;

/** Holds the answers of an interview against what was to be asked, before it is completed. */
final class Gaps {

    private Gaps() {}

    /** An answer to a question that is skipped is a slip in one of the two, and neither may be guessed: a skipped yes can be the critical one. */
    static void refuseSkipped(Instrument instrument, Answers answers) {
        var asked = instrument.asked(answers);
        instrument.questions().stream().filter(it -> !asked.contains(it) && !answers.of(it).isBlank()).findFirst().ifPresent(it -> {
            throw Refused.invalid("What was answered before means that this is not asked. Choose “not asked” here, or change the answer before.").at(it.field());
        });
    }

    /** What must be answered and is not; and an interview in which nothing is. */
    static void refuse(Instrument instrument, Answers answers, boolean unansweredStays) {
        if (answers.answered(instrument.questions()) == 0) {
            throw Refused.invalid("Nothing is answered yet.");
        }
        var required = instrument.asked(answers).stream().filter(Instrument.Item::required).toList();
        long answered = answers.answered(required);
        if (answered < required.size() && !unansweredStays) {
            throw Refused.invalid("{answered} of {required} are answered. Answer the others, or tick here that they stay unanswered: there is no score then.",
                    answered, required.size()).at("unansweredStays");
        }
    }
}
