package org.casebridge.consent;

import static org.casebridge.web.Say.day;
import static org.casebridge.web.Say.say;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the account of disclosures. What went to the same recipient for the same purpose again and again is one line with the first and last day and how often
 * (45 CFR 164.528(b)(3)). {@code why} says on what ground a line is in the account, or outside it.
 */
public record AccountLine(Disclosure first, int times, Instant last, Rule why) {

    /** Why the law wants a line in the account, or lets it be left out. */
    public enum Rule implements org.casebridge.kernel.Worded {
        HIPAA("45 CFR 164.528: six years", true),
        PART2("42 CFR 2.25: substance use records shared by consent, three years", true),
        CONSENTED("The client agreed to it (45 CFR 164.528(a)(1)(iv))", false),
        OWN("The client received it (45 CFR 164.528(a)(1)(ii))", false),
        TPO("Treatment, payment or operations (45 CFR 164.528(a)(1)(i))", false),
        SILENT("An agency asked that the client not be told yet (45 CFR 164.528(a)(2))", false),
        TOO_OLD("Longer ago than the account reaches", false);

        private final String words;
        private final boolean within;

        Rule(String words, boolean within) {
            this.words = words;
            this.within = within;
        }

        @Override
        public String words() { return words; }

        public boolean within() { return within; }
    }

    public String to() {
        return first.recipient() + (first.address().isBlank() ? "" : ", " + first.address());
    }

    public String when() {
        return times == 1 ? day(first.at()) : say("{times} times from {first} to {last}", times, day(first.at()), day(last));
    }

    public String purpose() {
        return say(first.purpose()) + (first.purposeWords().isBlank() ? "" : ": " + first.purposeWords());
    }

    public String ground() {
        return Stream.of(say(first.basis()), first.authority(), first.request()).filter(it -> !it.isBlank()).reduce((one, other) -> one + " · " + other).orElse("");
    }

    public String parts() {
        return ScopeWords.words(first.parts());
    }

    Piece piece() {
        return new Piece(Part.ACCOUNTING, first.id().value(), java.util.Set.of(first.part2() ? DataClass.PART2 : DataClass.GENERAL),
                first.at().atZone(org.casebridge.web.Say.zone()).toLocalDate(), to(),
                List.of(when(), say("What: {parts} ({what})", parts(), first.what()), say("For: {purpose}", purpose()), say("Ground: {ground}", ground()), say("How: {way}", first.way())));
    }
}
